/* The structs of cchc.h that carry struct_size: what the _INIT macro makes is what the _init function makes, byte by byte
 * and at every size that a release had; what is smaller than the first release's, or larger with something unknown in it, is
 * refused. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cchc.h"

#define ROOM 4096

typedef cchc_status (*init_function)(void* given, uint32_t size);
typedef cchc_status (*use_function)(void* given);

/* sizes: those of the releases, the first one first, 0 at the end. A struct that grows gets its new size at the end of its
 * line. */
typedef struct kind {
    const char* name;
    const void* initialised;
    uint32_t size;
    uint32_t sizes[8];
    init_function init;
    use_function use; /* a call that reads the struct */
} kind;

static int failures = 0;
static unsigned char plant = 0; /* to show that a wrong byte is seen */

static void expect(int good, const char* name, const char* what, unsigned size) {
    if (good) return;
    ++failures;
    printf("%s, size %u: %s\n", name, size, what);
}

static const cchc_error error_value = CCHC_ERROR_INIT;
static const cchc_progress progress_value = CCHC_PROGRESS_INIT;
static const cchc_csv_options csv_options_value = CCHC_CSV_OPTIONS_INIT;
static const cchc_dossier_columns dossier_columns_value = CCHC_DOSSIER_COLUMNS_INIT;
static const cchc_fact_column fact_column_value = CCHC_FACT_COLUMN_INIT;

static cchc_status init_error(void* given, uint32_t size) { return cchc_error_init((cchc_error*)given, size); }
static cchc_status init_progress(void* given, uint32_t size) { return cchc_progress_init((cchc_progress*)given, size); }
static cchc_status init_csv_options(void* given, uint32_t size) {
    return cchc_csv_options_init((cchc_csv_options*)given, size);
}
static cchc_status init_dossier_columns(void* given, uint32_t size) {
    return cchc_dossier_columns_init((cchc_dossier_columns*)given, size);
}
static cchc_status init_fact_column(void* given, uint32_t size) {
    return cchc_fact_column_init((cchc_fact_column*)given, size);
}

static cchc_statistics* statistics;
static cchc_criteria* criteria;

static cchc_status use_progress(void* given) { return cchc_progress_read((const cchc_progress*)given, NULL, NULL, NULL); }
static cchc_status use_csv_options(void* given) {
    return cchc_statistics_begin_csv(statistics, (const cchc_csv_options*)given, NULL);
}
static cchc_status use_dossier_columns(void* given) {
    return cchc_statistics_add_columns(statistics, (const cchc_dossier_columns*)given, NULL, NULL, NULL);
}
static cchc_status use_fact_column(void* given) {
    const int32_t size = *(const int32_t*)given;
    if (size >= (int32_t)sizeof(cchc_fact_column)) {
        cchc_fact_column* column = (cchc_fact_column*)given;
        column->name = "total";
        column->name_size = 5;
    }
    size_t leaves = 0;
    const cchc_status status = cchc_criteria_leaf_count(criteria, &leaves, NULL);
    if (status != CCHC_OK) return status;
    return cchc_score_matrix(criteria, (const cchc_fact_column*)given, 1, 0, NULL, NULL, 0, 2, leaves, NULL, NULL, NULL,
                             NULL, NULL, NULL);
}

/* clang-format off */
static const kind kinds[] = {
    {"cchc_error", &error_value, sizeof error_value, {256}, init_error, NULL},
    {"cchc_progress", &progress_value, sizeof progress_value, {24}, init_progress, use_progress},
    {"cchc_csv_options", &csv_options_value, sizeof csv_options_value, {88}, init_csv_options, use_csv_options},
    {"cchc_dossier_columns", &dossier_columns_value, sizeof dossier_columns_value, {248}, init_dossier_columns, use_dossier_columns},
    {"cchc_fact_column", &fact_column_value, sizeof fact_column_value, {40}, init_fact_column, use_fact_column},
};
/* clang-format on */

/* As the macro makes it, with the size asked for; nothing is written behind it. */
static void check_init(const kind* k, uint32_t size) {
    static uint64_t aligned[ROOM / 8];
    unsigned char expected[ROOM];
    unsigned char* given = (unsigned char*)aligned;
    const uint32_t known = size < k->size ? size : k->size;
    memset(given, 0xA5, ROOM);
    memset(expected, 0xA5, ROOM);
    memset(expected, 0, size);
    memcpy(expected, k->initialised, known);
    memcpy(expected, &size, sizeof size);
    expected[size - 1] = (unsigned char)(expected[size - 1] ^ plant);
    expect(k->init(given, size) == CCHC_OK, k->name, "the _init function refuses it", size);
    expect(memcmp(given, expected, ROOM) == 0, k->name, "_INIT and _init differ", size);
    if (k->use != NULL) expect(k->use(given) == CCHC_OK, k->name, "a call refuses it", size);
}

static void check_refused(const kind* k, uint32_t size, cchc_status wanted) {
    static uint64_t aligned[ROOM / 8];
    unsigned char* given = (unsigned char*)aligned;
    memset(given, 0, ROOM);
    if (wanted == CCHC_E_ARG_STRUCT_SIZE) {
        given[4] = 0x5A;
        expect(k->init(given, size) == wanted, k->name, "the _init function takes it", size);
        expect(given[4] == 0x5A, k->name, "the refused _init wrote", size);
        given[4] = 0;
    }
    memcpy(given, k->initialised, k->size);
    memcpy(given, &size, sizeof size);
    if (wanted == CCHC_E_OPTION_UNKNOWN) given[size - 1] = 1;
    if (k->use != NULL) expect(k->use(given) == wanted, k->name, "a call says something else", size);
}

static void check(const kind* k) {
    size_t at = 0;
    uint32_t size = 0;
    for (; k->sizes[at] != 0; ++at) check_init(k, k->sizes[at]);
    expect(k->sizes[at - 1] == k->size, k->name, "is not the size of the last release in the list", k->size);
    check_init(k, k->size + 8); /* of a later release, with zeroes: what this library does not know is not asked for */
    check_init(k, ROOM);
    for (size = 0; size < k->sizes[0]; ++size) check_refused(k, size, CCHC_E_ARG_STRUCT_SIZE);
    check_refused(k, ROOM + 8, CCHC_E_ARG_STRUCT_SIZE);
    for (size = k->size + 1; size <= k->size + 64; ++size) check_refused(k, size, CCHC_E_OPTION_UNKNOWN);
    expect(k->init(NULL, k->size) == CCHC_E_ARG_NULL, k->name, "the _init function takes NULL", k->size);
}

int main(int argc, char** argv) {
    static const char query[] = "{\"format\":\"cchc.query/1\",\"from\":\"2020-01-01\",\"to\":\"2020-10-01\"}";
    size_t at = 0;
    plant = (unsigned char)(argc > 1 && strcmp(argv[1], "plant") == 0);
    if (cchc_statistics_create(query, CCHC_NUL_TERMINATED, &statistics, NULL) != CCHC_OK ||
        cchc_criteria_builtin("vn.nd-307-2025.xa", CCHC_NUL_TERMINATED, &criteria, NULL) != CCHC_OK)
        return EXIT_FAILURE;
    for (; at < sizeof kinds / sizeof kinds[0]; ++at) check(&kinds[at]);
    printf("%u structs, %d differences\n", (unsigned)at, failures);
    cchc_statistics_free(statistics);
    cchc_criteria_free(criteria);
    return failures == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
