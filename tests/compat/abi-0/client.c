/* A program of ABI 0: compiled against the header of that time, beside this file, and run with today's library. It calls
 * every family of functions, fills structs to the size that they had then, and compares with what it was told then. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cchc.h"

#define NUL CCHC_NUL_TERMINATED

static cchc_error error = CCHC_ERROR_INIT;
static int failures = 0;

static void expect(int good, const char* what) {
    if (good) return;
    ++failures;
    printf("%s: %s\n", what, error.message);
}

/* Frees the bytes after a look at them: they must hold `part`. By address: arguments are evaluated in any order. */
static void expect_text(cchc_status status, cchc_bytes** bytes, const char* part, const char* what) {
    const char* text = "";
    size_t size = 0;
    expect(status == CCHC_OK, what);
    if (*bytes != NULL) expect(cchc_bytes_view(*bytes, &text, &size, &error) == CCHC_OK && strlen(text) == size, "view");
    expect(strstr(text, part) != NULL, what);
    cchc_bytes_free(*bytes);
    *bytes = NULL;
}

static void versions_and_errors(void) {
    cchc_calendar* none = NULL;
    cchc_error own;
    expect(cchc_abi_version() == CCHC_ABI_VERSION && cchc_version_number() >= CCHC_VERSION_NUMBER, "version");
    expect(strcmp(cchc_status_name(CCHC_E_ARG_UTF8), "CCHC_E_ARG_UTF8") == 0, "status name");
    expect(cchc_error_init(&own, 256) == CCHC_OK && own.row == -1 && own.byte_offset == -1, "error");
    expect(cchc_calendar_builtin("moon\xff", NUL, &none, &own) == CCHC_E_ARG_UTF8 && own.byte_offset == 4, "byte offset");
    expect(cchc_calendar_builtin("moon", NUL, &none, &own) == 302 && own.code == CCHC_E_UNKNOWN_NAME, "unknown name");
    expect(none == NULL && own.message[0] != 0, "message");
}

static void calendar_and_due(const cchc_calendar* vn) {
    const int32_t days[2] = {18270, CCHC_NO_DAY}; /* Thursday 9 January 2020 */
    const int64_t received = 1579165200, limit = 15000;
    uint8_t working[2], row_status[2];
    int64_t due_at = 0, left_from = 0;
    int32_t from = 0, to = 0, due_day = 0, year = 0;
    uint8_t month = 0, day = 0, leap = 1, outcome = 0;
    size_t failed = 0;
    cchc_bytes* out = NULL;
    cchc_rule* rule = NULL;
    cchc_policy* policy = NULL;
    expect(cchc_calendar_coverage(vn, &from, &to, &error) == CCHC_OK && from == 16436 && to > 20000, "coverage");
    expect(cchc_calendar_is_working(vn, days, 2, working, row_status, &failed, &error) == CCHC_OK, "is working");
    expect(working[0] == 1 && failed == 1 && row_status[1] == CCHC_ROW_MISSING, "is working");
    expect(cchc_rule_builtin("working-days", NUL, &rule, &error) == CCHC_OK, "rule");
    expect(cchc_due_compute(vn, rule, &received, &limit, 1, &due_at, &due_day, NULL, NULL, &error) == CCHC_OK, "due");
    expect(due_at == 1581613200 && due_day == 18305, "due date");
    left_from = due_at;
    expect_text(cchc_due_explain(vn, rule, received, limit, CCHC_LANG_EN, &out, &error), &out, "2020-02-13 17:00",
                "explain");
    expect_text(cchc_due_time_left_text(vn, left_from - 86400, due_at, CCHC_LANG_EN, &out, &error), &out, "left",
                "time left");
    expect(cchc_policy_builtin("form-ii06a", NUL, &policy, &error) == CCHC_OK, "policy");
    left_from -= 3 * 86400;
    expect(cchc_policy_classify(policy, &received, &due_at, &left_from, NULL, 1, 18536, &outcome, NULL, NULL, &error) ==
                   CCHC_OK &&
               outcome == CCHC_OUTCOME_EARLY,
           "outcome");
    expect(cchc_lunar_from_days(&due_day, 1, &year, &month, &day, &leap, NULL, NULL, &error) == CCHC_OK && year == 2020 &&
               month == 1 && day == 20 && leap == 0,
           "lunar");
    cchc_policy_free(policy);
    cchc_rule_free(rule);
}

static const char query[] =
    "{\"format\":\"cchc.query/1\",\"from\":\"2020-01-01\",\"to\":\"2020-10-01\",\"by\":[[\"agency\"]]}";

/* Two dossiers of one agency, one of them online, with a letter of apology. */
static void add_columns(cchc_statistics* statistics) {
    static const int64_t id_offsets[3] = {0, 1, 2}, agency_offsets[3] = {0, 3, 6};
    static const int64_t received[2] = {1579165200, 1579165200}, due[2] = {1581613200, 1581613200};
    static const int64_t completed[2] = {1581526800, 1581699600}, apology[2] = {CCHC_NO_INSTANT, 1581526800};
    static const uint8_t channel[2] = {CCHC_CHANNEL_ONLINE, CCHC_CHANNEL_IN_PERSON};
    uint8_t problem[2] = {9, 9};
    size_t failed = 9;
    cchc_dossier_columns columns;
    expect(cchc_dossier_columns_init(&columns, 248) == CCHC_OK, "columns init");
    columns.count = 2;
    columns.id_bytes = "12";
    columns.id_offsets = id_offsets;
    columns.agency_bytes = "oneone";
    columns.agency_offsets = agency_offsets;
    columns.channel = channel;
    columns.received = received;
    columns.due = due;
    columns.completed = completed;
    columns.apology = apology;
    expect(cchc_statistics_add_columns(statistics, &columns, problem, &failed, &error) == CCHC_OK, "add columns");
    expect(failed == 0 && problem[0] == CCHC_PROBLEM_NONE && problem[1] == CCHC_PROBLEM_NONE, "problems");
}

static void statistics_of_all_doors(void) {
    static const char csv[] = "id;agency;received;due\n3;one;2020-01-16 09:00;2020-02-13\n4;one;soon;2020-02-13\n";
    cchc_statistics *statistics = NULL, *copy = NULL;
    cchc_csv_options options;
    cchc_bytes* out = NULL;
    const char* data = NULL;
    size_t size = 0;
    expect(cchc_statistics_create(query, NUL, &statistics, &error) == CCHC_OK, "create");
    add_columns(statistics);
    expect(cchc_csv_options_init(&options, 88) == CCHC_OK, "options init");
    options.delimiter = ';';
    options.max_issues = 1;
    options.max_record_bytes = 1000;
    options.source = "old.csv";
    options.source_size = 7;
    expect(cchc_statistics_begin_csv(statistics, &options, &error) == CCHC_OK, "begin");
    expect(cchc_statistics_add_csv(statistics, csv, sizeof csv - 1, &error) == CCHC_OK, "add");
    expect_text(cchc_statistics_finish_csv(statistics, &out, &error), &out, "bad_date", "report");
    expect_text(cchc_statistics_result_csv(statistics, 0, &out, &error), &out, "one", "result");
    expect_text(cchc_statistics_table(statistics, CCHC_TABLE_FORM_II06A, 0, CCHC_LANG_EN, &out, &error), &out, "one",
                "table");
    expect_text(cchc_statistics_form_document(statistics, 0, CCHC_LANG_EN, CCHC_DOCUMENT_MARKDOWN, &out, &error), &out, "|",
                "form");
    expect(cchc_statistics_serialize(statistics, &out, &error) == CCHC_OK, "serialize");
    expect(cchc_bytes_view(out, &data, &size, &error) == CCHC_OK, "view");
    expect(cchc_statistics_deserialize(data, size, &copy, &error) == CCHC_OK, "deserialize");
    cchc_bytes_free(out);
    expect(cchc_statistics_merge(copy, statistics, &error) == CCHC_OK, "merge");
    /* Merged with itself: the one letter of apology counts twice. */
    expect_text(cchc_statistics_facts_json(copy, NULL, 0, NULL, 0, &out, &error), &out, "\"dossiers.apologies\": 2",
                "facts");
    cchc_statistics_free(copy);
    cchc_statistics_free(statistics);
}

static void reconcile_and_quality(void) {
    static const char two[] =
        "{\"format\":\"cchc.reconcile_query/1\",\"from\":\"2020-01-01\",\"to\":\"2020-10-01\","
        "\"policies\":[\"form-ii06a\",\"opencps\"]}";
    static const char csv[] = "id,received,due\n1,2020-01-16,2020-02-13\n";
    cchc_reconcile* reconcile = NULL;
    cchc_quality* quality = NULL;
    cchc_bytes* out = NULL;
    expect(cchc_reconcile_create(two, NUL, &reconcile, &error) == CCHC_OK, "reconcile");
    expect(cchc_reconcile_add_csv(reconcile, csv, sizeof csv - 1, &error) == CCHC_OK, "reconcile csv");
    expect_text(cchc_reconcile_finish_csv(reconcile, &out, &error), &out, "read_report", "reconcile report");
    expect_text(cchc_reconcile_result_json(reconcile, &out, &error), &out, "opencps", "reconcile result");
    cchc_reconcile_free(reconcile);
    expect(cchc_quality_create("{\"format\":\"cchc.query/1\",\"from\":\"2020-01-01\",\"to\":\"2020-10-01\"}", NUL,
                               CCHC_NO_DAY, &quality, &error) == CCHC_OK,
           "quality");
    expect_text(cchc_quality_result_json(quality, &out, &error), &out, "cchc.quality/1", "quality result");
    cchc_quality_free(quality);
}

static const char criteria_json[] = "{\"format\":\"cchc.criteria/1\",\"id\":\"old\"}";

static void criteria_and_scores(void) {
    cchc_criteria* criteria = NULL;
    cchc_progress progress;
    cchc_fact_column column;
    const int64_t value[1] = {15};
    size_t leaves = 0;
    int64_t done = -1, total = -1;
    uint8_t state[256];
    cchc_bytes* out = NULL;
    expect(cchc_criteria_builtin("vn.nd-307-2025.xa", NUL, &criteria, &error) == CCHC_OK, "criteria");
    expect(cchc_criteria_leaf_count(criteria, &leaves, &error) == CCHC_OK && leaves > 0 && leaves <= 256, "leaves");
    expect_text(cchc_score_many(criteria, NULL, NULL, 0, NULL, 0, &out, &error), &out, "cchc.scores/1", "scores");
    expect(cchc_progress_init(&progress, 24) == CCHC_OK, "progress init");
    expect(sizeof progress == 24, "progress size");
    expect_text(cchc_score_many_with_progress(criteria, NULL, NULL, 0, NULL, 0, &progress, &out, &error), &out, "scores",
                "progress");
    progress.done = 3;
    progress.total = 7;
    expect(cchc_progress_read(&progress, &done, &total, &error) == CCHC_OK && done == 3 && total == 7, "progress read");
    expect(cchc_progress_cancel(&progress, &error) == CCHC_OK && progress.cancel != 0, "progress cancel");
    expect(cchc_fact_column_init(&column, 40) == CCHC_OK, "column init");
    column.scale = 1;
    column.name = "some.fact";
    column.name_size = 9;
    column.value = value;
    expect(cchc_score_matrix(criteria, &column, 1, 1, NULL, NULL, 0, 2, leaves, NULL, state, NULL, NULL, NULL, &error) ==
                   CCHC_OK &&
               state[0] == CCHC_LEAF_MISSING_INPUT,
           "matrix");
    expect_text(cchc_criteria_check(criteria_json, NUL, NULL, NULL, 0, NULL, 0, &out, &error), &out, "error", "check");
    expect_text(cchc_eval("100 * 30 / 80", NUL, NULL, 0, &out, &error), &out, "37.5", "eval");
    cchc_criteria_free(criteria);
}

static void inspection(const cchc_calendar* vn) {
    cchc_bytes *plan = NULL, *out = NULL;
    const char* text = NULL;
    size_t size = 0;
    uint8_t taken = 9;
    cchc_inspection* round_of = NULL;
    cchc_round* round = NULL;
    expect(cchc_builtin_json(CCHC_BUILTIN_PLAN, "huong-hoa-2020", NUL, &plan, &error) == CCHC_OK, "plan");
    expect(cchc_bytes_view(plan, &text, &size, &error) == CCHC_OK, "view");
    expect(cchc_inspection_create(text, size, NULL, 0, NULL, vn, &round_of, &error) == CCHC_OK, "inspection");
    expect(cchc_inspection_add(round_of, CCHC_PART_SELF_REPORT, "{", 1, "a", 1, &taken, &error) == CCHC_OK && taken == 0,
           "add");
    expect(cchc_round_create(round_of, CCHC_NO_DAY, &round, &error) == CCHC_OK, "round");
    expect_text(cchc_round_overview(round, CCHC_LANG_EN, &out, &error), &out, "\n", "overview");
    expect_text(cchc_round_document(round, "summary", NUL, CCHC_LANG_EN, CCHC_DOCUMENT_JSON, &out, &error), &out,
                "cchc.report/1", "document");
    cchc_round_free(round);
    cchc_inspection_free(round_of);
    cchc_bytes_free(plan);
}

int main(void) {
    cchc_calendar* vn = NULL;
    versions_and_errors();
    expect(cchc_calendar_builtin("vn", NUL, &vn, &error) == CCHC_OK, "calendar");
    calendar_and_due(vn);
    statistics_of_all_doors();
    reconcile_and_quality();
    criteria_and_scores();
    inspection(vn);
    cchc_calendar_free(vn);
    printf("a client of ABI %d: %d differences\n", CCHC_ABI_VERSION, failures);
    return failures == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
