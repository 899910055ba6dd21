/* cchc.h included alone, and everything in it that only shows its faults where it is used. C99 and C++98. */
#include "cchc.h"

#if defined(CCHC_PLANT_AN_ERROR) && CCHC_PLANT_AN_ERROR == 2
#if CCHC_NO_SUCH_MACRO
#endif
#elif defined(CCHC_PLANT_AN_ERROR) && CCHC_PLANT_AN_ERROR == 3
int cchc_without_a_prototype();
#endif

int cchc_header_test(void);

int cchc_header_test(void) {
    cchc_error error = CCHC_ERROR_INIT;
    cchc_csv_options options = CCHC_CSV_OPTIONS_INIT;
    cchc_dossier_columns columns = CCHC_DOSSIER_COLUMNS_INIT;
    cchc_status status = CCHC_OK;
    int32_t day = CCHC_NO_DAY;
    int64_t instant = CCHC_NO_INSTANT;
    int64_t limit = CCHC_NO_LIMIT;
    size_t size = CCHC_NUL_TERMINATED;

#if defined(CCHC_PLANT_AN_ERROR) && CCHC_PLANT_AN_ERROR == 1
    limit = cchc_no_such_function();
#endif
    if (CCHC_CHECK_VERSION()) status = cchc_error_init(&error, (uint32_t)options.struct_size);
    return status == CCHC_OK && day < 0 && instant < 0 && limit < 0 && size > 0 && columns.count == 0;
}
