/* cchc.h as a program saw it that was compiled against ABI 0; written by tests/compat/freeze.py, without the manual.
 * It is frozen when the first ABI is accepted; until then it follows cchc.h by freeze.py --update. */
/* clang-format off */
#ifndef CCHC_H
#define CCHC_H
#include <stddef.h>
#include <stdint.h>
#if !defined(CCHC_API)
#if defined(_WIN32)
#define CCHC_API __declspec(dllimport)
#elif defined(__GNUC__)
#define CCHC_API __attribute__((visibility("default")))
#else
#define CCHC_API
#endif
#endif
#if !defined(__cplusplus)
#define CCHC_NOEXCEPT
#elif __cplusplus >= 201103L
#define CCHC_NOEXCEPT noexcept
#else
#define CCHC_NOEXCEPT throw()
#endif
#ifdef __cplusplus
extern "C" {
#endif
#define CCHC_VERSION_NUMBER 100
#define CCHC_ABI_VERSION 0
CCHC_API int32_t cchc_version_number(void) CCHC_NOEXCEPT;
CCHC_API int32_t cchc_abi_version(void) CCHC_NOEXCEPT;
#define CCHC_CHECK_VERSION() (cchc_abi_version() == CCHC_ABI_VERSION && cchc_version_number() >= CCHC_VERSION_NUMBER)
typedef int32_t cchc_status;
#define CCHC_OK 0
#define CCHC_E_ARG_NULL 100
#define CCHC_E_ARG_ENUM 101
#define CCHC_E_ARG_RANGE 102
#define CCHC_E_ARG_STRUCT_SIZE 103
#define CCHC_E_OPTION_UNKNOWN 104
#define CCHC_E_BUFFER_SMALL 105
#define CCHC_E_ARG_UTF8 106
#define CCHC_E_JSON_SYNTAX 200
#define CCHC_E_JSON_SCHEMA 201
#define CCHC_E_CSV 202
#define CCHC_E_BYTES_CORRUPT 203
#define CCHC_E_OUTSIDE_COVERAGE 300
#define CCHC_E_LIMIT_REFUSED 301
#define CCHC_E_UNKNOWN_NAME 302
#define CCHC_E_INCOMPATIBLE 303
#define CCHC_E_TIME_SYNTAX 304
#define CCHC_E_EXPRESSION 305
#define CCHC_E_NO_MEMORY 900
#define CCHC_E_INTERNAL 901
#define CCHC_E_CANCELLED 902
CCHC_API const char* cchc_status_name(cchc_status status) CCHC_NOEXCEPT;
typedef struct cchc_error {
    uint32_t struct_size;
    cchc_status code;
    int64_t row;
    int64_t byte_offset;
    char message[232];
} cchc_error;
#define CCHC_ERROR_INIT {sizeof(cchc_error), CCHC_OK, -1, -1, {0}}
CCHC_API cchc_status cchc_error_init(cchc_error* error, uint32_t struct_size) CCHC_NOEXCEPT;
#define CCHC_NUL_TERMINATED SIZE_MAX
#define CCHC_NO_DAY INT32_MIN
#define CCHC_NO_INSTANT INT64_MIN
#define CCHC_NO_LIMIT (-1)
#define CCHC_ROW_OK 0
#define CCHC_ROW_MISSING 1
#define CCHC_ROW_OUTSIDE_COVERAGE 2
#define CCHC_ROW_LIMIT_REFUSED 3
#define CCHC_ROW_ARGUMENT_RANGE 4
#define CCHC_LANG_VI 0
#define CCHC_LANG_EN 1
#define CCHC_DOCUMENT_JSON 0
#define CCHC_DOCUMENT_MARKDOWN 1
#define CCHC_DOCUMENT_TEXT 2
typedef struct cchc_bytes cchc_bytes;
CCHC_API cchc_status cchc_bytes_view(const cchc_bytes* bytes, const char** data, size_t* size,
                                     cchc_error* error) CCHC_NOEXCEPT;
CCHC_API void cchc_bytes_free(cchc_bytes* bytes) CCHC_NOEXCEPT;
typedef struct cchc_progress {
    uint32_t struct_size;
    int32_t cancel;
    int64_t done;
    int64_t total;
} cchc_progress;
#define CCHC_PROGRESS_INIT {sizeof(cchc_progress), 0, 0, 0}
CCHC_API cchc_status cchc_progress_init(cchc_progress* progress, uint32_t struct_size) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_progress_cancel(cchc_progress* progress, cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_progress_read(const cchc_progress* progress, int64_t* done, int64_t* total,
                                        cchc_error* error) CCHC_NOEXCEPT;
#define CCHC_BUILTIN_CALENDAR 0
#define CCHC_BUILTIN_RULE 1
#define CCHC_BUILTIN_POLICY 2
#define CCHC_BUILTIN_CRITERIA 3
#define CCHC_BUILTIN_MAPPING 4
#define CCHC_BUILTIN_FORM_VARIANT 5
#define CCHC_BUILTIN_PLAN 6
#define CCHC_BUILTIN_OUTLINE 7
#define CCHC_BUILTIN_SCHEMA 8
CCHC_API cchc_status cchc_builtin_ids(int32_t kind, cchc_bytes** out, cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_builtin_json(int32_t kind, const char* id, size_t id_size, cchc_bytes** out,
                                       cchc_error* error) CCHC_NOEXCEPT;
typedef struct cchc_calendar cchc_calendar;
CCHC_API cchc_status cchc_calendar_builtin(const char* id, size_t id_size, cchc_calendar** out,
                                           cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_calendar_from_json(const char* json, size_t json_size, cchc_calendar** out,
                                             cchc_error* error) CCHC_NOEXCEPT;
CCHC_API void cchc_calendar_free(cchc_calendar* calendar) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_calendar_coverage(const cchc_calendar* calendar, int32_t* from_day, int32_t* to_day,
                                            cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_calendar_is_working(const cchc_calendar* calendar, const int32_t* days, size_t count,
                                              uint8_t* working, uint8_t* row_status, size_t* failed,
                                              cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_calendar_add_working_days(const cchc_calendar* calendar, const int32_t* days, const int32_t* n,
                                                    size_t count, int32_t* result, uint8_t* row_status, size_t* failed,
                                                    cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_calendar_count_working_days(const cchc_calendar* calendar, const int32_t* from, const int32_t* to,
                                                      size_t count, int32_t* result, uint8_t* row_status, size_t* failed,
                                                      cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_calendar_to_json(const cchc_calendar* calendar, cchc_bytes** out, cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_calendar_days_json(const cchc_calendar* calendar, int32_t from_day, int32_t to_day,
                                             cchc_bytes** out, cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_calendar_working_seconds(const cchc_calendar* calendar, const int64_t* from, const int64_t* to,
                                                   size_t count, int64_t* seconds, uint8_t* row_status, size_t* failed,
                                                   cchc_error* error) CCHC_NOEXCEPT;
#define CCHC_BOUNDARY_EARLIEST 0
#define CCHC_BOUNDARY_LATEST 1
CCHC_API cchc_status cchc_calendar_advance(const cchc_calendar* calendar, const int64_t* from, const int64_t* seconds,
                                           size_t count, int32_t boundary, int64_t* result, uint8_t* row_status,
                                           size_t* failed, cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_calendar_from_json_with_base(const char* json, size_t json_size, const cchc_calendar* base,
                                                       cchc_calendar** out, cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_calendar_with_projection(const cchc_calendar* calendar, int32_t to_year, cchc_calendar** out,
                                                   cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_calendar_as_known_on(const cchc_calendar* calendar, int32_t day, cchc_calendar** out,
                                               cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_calendar_projected_from(const cchc_calendar* calendar, int32_t* day,
                                                  cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_projected_holidays_json(int32_t year, cchc_bytes** out, cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_lunar_from_days(const int32_t* days, size_t count, int32_t* year, uint8_t* month, uint8_t* day,
                                          uint8_t* leap, uint8_t* row_status, size_t* failed,
                                          cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_lunar_to_days(const int32_t* year, const uint8_t* month, const uint8_t* day, const uint8_t* leap,
                                        size_t count, int32_t* days, uint8_t* row_status, size_t* failed,
                                        cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_lunar_years(int32_t first_year, size_t count, int32_t* tet, int32_t* hung_kings,
                                      uint8_t* leap_month, uint8_t* sensitive, cchc_error* error) CCHC_NOEXCEPT;
typedef struct cchc_rule cchc_rule;
CCHC_API cchc_status cchc_rule_builtin(const char* id, size_t id_size, cchc_rule** out, cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_rule_from_json(const char* json, size_t json_size, cchc_rule** out,
                                         cchc_error* error) CCHC_NOEXCEPT;
CCHC_API void cchc_rule_free(cchc_rule* rule) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_rule_to_json(const cchc_rule* rule, cchc_bytes** out, cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_due_compute(const cchc_calendar* calendar, const cchc_rule* rule, const int64_t* received,
                                      const int64_t* limit_milli, size_t count, int64_t* due_at, int32_t* due_day,
                                      uint8_t* row_status, size_t* failed, cchc_error* error) CCHC_NOEXCEPT;
#define CCHC_PAUSE_NONE 0
#define CCHC_PAUSE_EXCLUDE 1
#define CCHC_PAUSE_ADD_ELAPSED 2
#define CCHC_PAUSE_RESTART 3
#define CCHC_PAUSE_ADD_CALENDAR_DAYS 4
#define CCHC_PAUSE_REPLACE 5
CCHC_API cchc_status cchc_due_compute_paused(const cchc_calendar* calendar, const cchc_rule* rule, const int64_t* received,
                                             const int64_t* limit_milli, size_t count, const int64_t* pause_offsets,
                                             const uint8_t* pause_model, const int64_t* pause_from, const int64_t* pause_to,
                                             const int64_t* pause_due, int64_t as_of, int64_t* due_at, int32_t* due_day,
                                             uint8_t* row_status, size_t* failed, cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_due_time_left(const cchc_calendar* calendar, int64_t now, const int64_t* due, size_t count,
                                        int32_t* days, int32_t* seconds, uint8_t* row_status, size_t* failed,
                                        cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_due_time_left_text(const cchc_calendar* calendar, int64_t now, int64_t due, int32_t lang,
                                             cchc_bytes** out, cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_due_explain(const cchc_calendar* calendar, const cchc_rule* rule, int64_t received,
                                      int64_t limit_milli, int32_t lang, cchc_bytes** out, cchc_error* error) CCHC_NOEXCEPT;
typedef struct cchc_policy cchc_policy;
#define CCHC_OUTCOME_EARLY 0
#define CCHC_OUTCOME_ON_TIME 1
#define CCHC_OUTCOME_OVERDUE 2
#define CCHC_OUTCOME_IN_PROCESS_WITHIN 3
#define CCHC_OUTCOME_IN_PROCESS_OVERDUE 4
#define CCHC_OUTCOME_NO_DUE_RESOLVED 5
#define CCHC_OUTCOME_NO_DUE_IN_PROCESS 6
#define CCHC_OUTCOME_OWN_CLASS 7
#define CCHC_OUTCOME_EXCLUDED 8
#define CCHC_OUTCOME_NOT_RECEIVED 9
#define CCHC_STATUS_UNKNOWN 0
#define CCHC_STATUS_REGISTERED 1
#define CCHC_STATUS_RECEIVED 2
#define CCHC_STATUS_NOT_ACCEPTED 3
#define CCHC_STATUS_PROCESSING 4
#define CCHC_STATUS_SUPPLEMENT 5
#define CCHC_STATUS_FINANCIAL_DUTY 6
#define CCHC_STATUS_WITHDRAWN 7
#define CCHC_STATUS_STOPPED 8
#define CCHC_STATUS_FINISHED 9
#define CCHC_STATUS_RESULT_RETURNED 10
#define CCHC_STATUS_REFUSED 11
#define CCHC_STATUS_RETURNED 12
CCHC_API cchc_status cchc_policy_builtin(const char* id, size_t id_size, cchc_policy** out, cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_policy_from_json(const char* json, size_t json_size, cchc_policy** out,
                                           cchc_error* error) CCHC_NOEXCEPT;
CCHC_API void cchc_policy_free(cchc_policy* policy) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_policy_to_json(const cchc_policy* policy, cchc_bytes** out, cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_policy_classify(const cchc_policy* policy, const int64_t* received, const int64_t* due,
                                          const int64_t* ended, const uint8_t* status, size_t count, int32_t as_of_day,
                                          uint8_t* outcome, uint8_t* row_status, size_t* failed,
                                          cchc_error* error) CCHC_NOEXCEPT;
typedef struct cchc_statistics cchc_statistics;
CCHC_API cchc_status cchc_statistics_create(const char* query_json, size_t query_size, cchc_statistics** out,
                                            cchc_error* error) CCHC_NOEXCEPT;
CCHC_API void cchc_statistics_free(cchc_statistics* statistics) CCHC_NOEXCEPT;
#define CCHC_INPUT_CSV 0
#define CCHC_INPUT_JSON 1
typedef struct cchc_csv_options {
    uint32_t struct_size;
    int32_t delimiter;
    int32_t stop_at_first_issue;
    int32_t reserved0;
    int64_t max_issues;
    int64_t max_record_bytes;
    const char* source;
    size_t source_size;
    const char* mapping_json;
    size_t mapping_size;
    int32_t format;
    int32_t reserved1;
    const char* pauses_csv;
    size_t pauses_size;
} cchc_csv_options;
#define CCHC_CSV_OPTIONS_INIT {sizeof(cchc_csv_options), 0, 0, 0, 0, 0, NULL, 0, NULL, 0, 0, 0, NULL, 0}
CCHC_API cchc_status cchc_csv_options_init(cchc_csv_options* options, uint32_t struct_size) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_statistics_begin_csv(cchc_statistics* statistics, const cchc_csv_options* options,
                                               cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_statistics_add_csv(cchc_statistics* statistics, const char* block, size_t block_size,
                                             cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_statistics_finish_csv(cchc_statistics* statistics, cchc_bytes** report,
                                                cchc_error* error) CCHC_NOEXCEPT;
#define CCHC_UNIT_WORKING_DAY 0
#define CCHC_UNIT_CALENDAR_DAY 1
#define CCHC_UNIT_WORKING_HOUR 2
#define CCHC_UNIT_CLOCK_HOUR 3
#define CCHC_UNIT_WEEK 4
#define CCHC_UNIT_MONTH 5
#define CCHC_UNIT_YEAR 6
#define CCHC_CHANNEL_UNKNOWN 0
#define CCHC_CHANNEL_IN_PERSON 1
#define CCHC_CHANNEL_ONLINE 2
#define CCHC_CHANNEL_POST 3
#define CCHC_PROBLEM_NONE 0
#define CCHC_PROBLEM_WRONG_FIELD_COUNT 1
#define CCHC_PROBLEM_LINE_TOO_LONG 2
#define CCHC_PROBLEM_OPEN_QUOTE 3
#define CCHC_PROBLEM_BAD_QUOTE 4
#define CCHC_PROBLEM_INVALID_UTF8 5
#define CCHC_PROBLEM_BAD_DATE 6
#define CCHC_PROBLEM_BAD_LIMIT 7
#define CCHC_PROBLEM_BAD_UNIT 8
#define CCHC_PROBLEM_UNKNOWN_STATUS 9
#define CCHC_PROBLEM_UNKNOWN_CHANNEL 10
#define CCHC_PROBLEM_MISSING_RECEIVED 11
#define CCHC_PROBLEM_DUE_BEFORE_RECEIVED 12
#define CCHC_PROBLEM_COMPLETED_BEFORE_RECEIVED 13
#define CCHC_PROBLEM_OUTSIDE_COVERAGE 14
#define CCHC_PROBLEM_LIMIT_REFUSED 15
#define CCHC_PROBLEM_NEEDS_HOUR 16
#define CCHC_PROBLEM_MISSING_ID 17
#define CCHC_PROBLEM_UNKNOWN_SERVICE_LEVEL 18
#define CCHC_PROBLEM_BAD_PAUSE 19
#define CCHC_PROBLEM_BAD_JSON                                                                   \
    20
#define CCHC_LEVEL_UNKNOWN 0
#define CCHC_LEVEL_1 1
#define CCHC_LEVEL_2 2
#define CCHC_LEVEL_3 3
#define CCHC_LEVEL_4 4
#define CCHC_LEVEL_PARTIAL 5
#define CCHC_LEVEL_FULL 6
#define CCHC_CLOCK_SUPPLEMENT 0
#define CCHC_CLOCK_FINANCIAL_DUTY 1
#define CCHC_CLOCK_VERIFICATION 2
#define CCHC_CLOCK_OTHER_BODY 3
#define CCHC_CLOCK_EXTENSION 4
typedef struct cchc_dossier_columns {
    uint32_t struct_size;
    uint32_t reserved0;
    size_t count;
    const char* id_bytes;
    const int64_t* id_offsets;
    const char* agency_bytes;
    const int64_t* agency_offsets;
    const char* field_bytes;
    const int64_t* field_offsets;
    const char* procedure_bytes;
    const int64_t* procedure_offsets;
    const uint8_t* channel;
    const uint8_t* status;
    const int64_t* received;
    const int64_t* original_due;
    const int64_t* due;
    const int64_t* completed;
    const int64_t* returned;
    const int64_t* supplement_requested;
    const int64_t* supplement_received;
    const int64_t* apology;
    const int64_t* limit_milli;
    const uint8_t* limit_unit;
    const char* cause_bytes;
    const int64_t* cause_offsets;
    const uint8_t* service_level;
    const int64_t* clock_offsets;
    const uint8_t* clock_kind;
    const int64_t* clock_from;
    const int64_t* clock_to;
    const int64_t* clock_due_before;
    const int64_t* clock_due_after;
} cchc_dossier_columns;
#define CCHC_DOSSIER_COLUMNS_INIT                                                                                \
    {sizeof(cchc_dossier_columns), 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, \
     NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL}
CCHC_API cchc_status cchc_dossier_columns_init(cchc_dossier_columns* columns, uint32_t struct_size) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_dossier_explain(const cchc_dossier_columns* columns, const char* query_json, size_t query_size,
                                          int32_t lang, cchc_bytes** out, cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_statistics_add_columns(cchc_statistics* statistics, const cchc_dossier_columns* columns,
                                                 uint8_t* row_problem, size_t* failed, cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_statistics_merge(cchc_statistics* statistics, const cchc_statistics* other,
                                           cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_statistics_serialize(const cchc_statistics* statistics, cchc_bytes** out,
                                               cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_statistics_deserialize(const char* data, size_t size, cchc_statistics** out,
                                                 cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_statistics_result_json(const cchc_statistics* statistics, cchc_bytes** out,
                                                 cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_statistics_result_csv(const cchc_statistics* statistics, int32_t grouping, cchc_bytes** out,
                                                cchc_error* error) CCHC_NOEXCEPT;
#define CCHC_TABLE_FORM_II06A 0
#define CCHC_TABLE_OUTLINE_274 \
    1
#define CCHC_TABLE_TIMING 2
#define CCHC_TABLE_FORM_BY_LEVEL 3
#define CCHC_TABLE_FORM_BY_UNIT 4
CCHC_API cchc_status cchc_statistics_table(const cchc_statistics* statistics, int32_t table, int32_t grouping, int32_t lang,
                                           cchc_bytes** out, cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_statistics_form_document(const cchc_statistics* statistics, int32_t grouping, int32_t lang,
                                                   int32_t format, cchc_bytes** out, cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_statistics_facts_json(const cchc_statistics* statistics, const char* agency, size_t agency_size,
                                                const char* kind, size_t kind_size, cchc_bytes** out,
                                                cchc_error* error) CCHC_NOEXCEPT;
#define CCHC_WINDOWS_ND_09_2019 0
#define CCHC_WINDOWS_CALENDAR 1
CCHC_API cchc_status cchc_period_dates(const char* name, size_t name_size, int32_t windows, int32_t* from_days,
                                       int32_t* to_days, size_t capacity, size_t* count, cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_statistics_check_chain(const cchc_statistics* previous, const cchc_statistics* current,
                                                 cchc_bytes** out, cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_statistics_consolidate(const cchc_statistics* statistics, const char* hierarchy,
                                                 size_t hierarchy_size, cchc_bytes** out, cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_statistics_consolidated_table(const cchc_statistics* statistics, const char* hierarchy,
                                                        size_t hierarchy_size, int32_t table, int32_t lang, cchc_bytes** out,
                                                        cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_form_check(const char* form, size_t form_size, const char* next, size_t next_size,
                                     const char* variant, size_t variant_size, cchc_bytes** out,
                                     cchc_error* error) CCHC_NOEXCEPT;
typedef struct cchc_reconcile cchc_reconcile;
CCHC_API cchc_status cchc_reconcile_create(const char* query_json, size_t query_size, cchc_reconcile** out,
                                           cchc_error* error) CCHC_NOEXCEPT;
CCHC_API void cchc_reconcile_free(cchc_reconcile* reconcile) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_reconcile_begin_csv(cchc_reconcile* reconcile, const cchc_csv_options* options,
                                              cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_reconcile_add_csv(cchc_reconcile* reconcile, const char* block, size_t block_size,
                                            cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_reconcile_finish_csv(cchc_reconcile* reconcile, cchc_bytes** report,
                                               cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_reconcile_add_columns(cchc_reconcile* reconcile, const cchc_dossier_columns* columns,
                                                uint8_t* row_problem, size_t* failed, cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_reconcile_merge(cchc_reconcile* reconcile, const cchc_reconcile* other,
                                          cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_reconcile_result_json(const cchc_reconcile* reconcile, cchc_bytes** out,
                                                cchc_error* error) CCHC_NOEXCEPT;
#define CCHC_FLAG_SECOND_EXTENSION 0
#define CCHC_FLAG_LATE_APOLOGY 1
#define CCHC_FLAG_LATE_SUPPLEMENT_REQUEST 2
#define CCHC_FLAG_SECOND_SUPPLEMENT 3
#define CCHC_FLAG_LATE_REFUSAL 4
#define CCHC_FLAG_CODE_DATE_DIFFERS 5
#define CCHC_FLAG_DUE_EDITED 6
#define CCHC_FLAG_OUTCOME_CHANGED_BY_DUE 7
#define CCHC_FLAG_ONLINE_BELOW_LEVEL_3 8
#define CCHC_FLAG_MISSING_RECEIVED 9
#define CCHC_FLAG_FINISHED_WITHOUT_END 10
#define CCHC_FLAG_RECEIVED_IN_FUTURE 11
#define CCHC_FLAG_ENDED_IN_FUTURE 12
#define CCHC_FLAG_ENDED_BEFORE_RECEIVED 13
#define CCHC_FLAG_UNDATED_STATE 14
typedef struct cchc_quality cchc_quality;
CCHC_API cchc_status cchc_quality_create(const char* query_json, size_t query_size, int32_t today_day, cchc_quality** out,
                                         cchc_error* error) CCHC_NOEXCEPT;
CCHC_API void cchc_quality_free(cchc_quality* quality) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_quality_begin_csv(cchc_quality* quality, const cchc_csv_options* options,
                                            cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_quality_add_csv(cchc_quality* quality, const char* block, size_t block_size,
                                          cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_quality_finish_csv(cchc_quality* quality, cchc_bytes** report, cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_quality_add_columns(cchc_quality* quality, const cchc_dossier_columns* columns,
                                              uint32_t* row_flags, uint8_t* row_problem, size_t* failed,
                                              cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_quality_merge(cchc_quality* quality, const cchc_quality* other, cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_quality_result_json(const cchc_quality* quality, cchc_bytes** out,
                                              cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_quality_result_csv(const cchc_quality* quality, cchc_bytes** out, cchc_error* error) CCHC_NOEXCEPT;
typedef struct cchc_criteria cchc_criteria;
CCHC_API cchc_status cchc_criteria_builtin(const char* id, size_t id_size, cchc_criteria** out,
                                           cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_criteria_from_json(const char* json, size_t json_size, const char* const* frames,
                                             const size_t* frame_sizes, size_t frame_count, cchc_criteria** out,
                                             cchc_error* error) CCHC_NOEXCEPT;
CCHC_API void cchc_criteria_free(cchc_criteria* criteria) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_criteria_builtin_ids(cchc_bytes** out, cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_criteria_builtin_json(const char* id, size_t id_size, cchc_bytes** out,
                                                cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_criteria_check(const char* json, size_t json_size, const char* const* frames,
                                         const size_t* frame_sizes, size_t frame_count, const char* dictionary_json,
                                         size_t dictionary_size, cchc_bytes** report, cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_criteria_description_json(const cchc_criteria* criteria, cchc_bytes** out,
                                                    cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_criteria_leaf_count(const cchc_criteria* criteria, size_t* count, cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_facts_merge(const char* const* facts, const size_t* facts_sizes, size_t facts_count,
                                      cchc_bytes** out, cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_score(const cchc_criteria* criteria, const char* facts_json, size_t facts_size,
                                const char* sheet_json, size_t sheet_size, int32_t with_trace, cchc_bytes** out,
                                cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_score_text(const cchc_criteria* criteria, const char* facts_json, size_t facts_size,
                                     const char* sheet_json, size_t sheet_size, int32_t with_trace, int32_t lang,
                                     cchc_bytes** out, cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_score_compare(const cchc_criteria* before, const char* facts_before, size_t facts_before_size,
                                        const char* sheet_before, size_t sheet_before_size, const cchc_criteria* after,
                                        const char* facts_after, size_t facts_after_size, const char* sheet_after,
                                        size_t sheet_after_size, cchc_bytes** out, cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_score_many(const cchc_criteria* criteria, const char* const* facts, const size_t* facts_sizes,
                                     size_t facts_count, const char* options_json, size_t options_size, cchc_bytes** out,
                                     cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_score_many_with_progress(const cchc_criteria* criteria, const char* const* facts,
                                                   const size_t* facts_sizes, size_t facts_count, const char* options_json,
                                                   size_t options_size, cchc_progress* progress, cchc_bytes** out,
                                                   cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_what_if(const cchc_criteria* criteria, const char* facts_json, size_t facts_size,
                                  const char* sheet_json, size_t sheet_size, const char* options_json, size_t options_size,
                                  cchc_bytes** out, cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_what_if_with_progress(const cchc_criteria* criteria, const char* facts_json, size_t facts_size,
                                                const char* sheet_json, size_t sheet_size, const char* options_json,
                                                size_t options_size, cchc_progress* progress, cchc_bytes** out,
                                                cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_sensitivity(const cchc_criteria* criteria, const char* const* facts, const size_t* facts_sizes,
                                      size_t facts_count, const char* options_json, size_t options_size, cchc_bytes** out,
                                      cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_sensitivity_with_progress(const cchc_criteria* criteria, const char* const* facts,
                                                    const size_t* facts_sizes, size_t facts_count, const char* options_json,
                                                    size_t options_size, cchc_progress* progress, cchc_bytes** out,
                                                    cchc_error* error) CCHC_NOEXCEPT;
#define CCHC_NO_POINTS INT64_MIN
#define CCHC_LEAF_SCORED 0
#define CCHC_LEAF_NOT_APPLICABLE 1
#define CCHC_LEAF_NO_CASE 2
#define CCHC_LEAF_MISSING_INPUT 3
#define CCHC_LEAF_NO_RULE 4
#define CCHC_LEAF_CONFLICTING_RULES 5
#define CCHC_LEAF_NOT_EXISTS 255
typedef struct cchc_fact_column {
    uint32_t struct_size;
    int32_t is_boolean;
    int32_t scale;
    int32_t reserved0;
    const char* name;
    size_t name_size;
    const int64_t* value;
} cchc_fact_column;
#define CCHC_FACT_COLUMN_INIT {sizeof(cchc_fact_column), 0, 0, 0, NULL, 0, NULL}
CCHC_API cchc_status cchc_fact_column_init(cchc_fact_column* column, uint32_t struct_size) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_score_matrix(const cchc_criteria* criteria, const cchc_fact_column* columns, size_t column_count,
                                       size_t units, const int32_t* kinds, const char* constants_json, size_t constants_size,
                                       int32_t places, size_t leaf_count, int64_t* points, uint8_t* state, int64_t* total,
                                       int64_t* index, int32_t* band, cchc_error* error) CCHC_NOEXCEPT;
#define CCHC_PART_SELF_REPORT 0
#define CCHC_PART_VISIT 1
#define CCHC_PART_FINDINGS 2
#define CCHC_PART_FACTS 3
#define CCHC_PART_SCORES 4
typedef struct cchc_inspection cchc_inspection;
CCHC_API cchc_status cchc_plan_builtin_json(const char* id, size_t id_size, cchc_bytes** out,
                                            cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_outline_builtin_json(const char* id, size_t id_size, cchc_bytes** out,
                                               cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_self_report_check(const char* report_json, size_t report_size, const char* outline_json,
                                            size_t outline_size, const char* kind, size_t kind_size, cchc_bytes** out,
                                            cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_inspection_create(const char* plan_json, size_t plan_size, const char* outline_json,
                                            size_t outline_size, const cchc_criteria* criteria,
                                            const cchc_calendar* calendar, cchc_inspection** out,
                                            cchc_error* error) CCHC_NOEXCEPT;
CCHC_API void cchc_inspection_free(cchc_inspection* inspection) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_inspection_add(cchc_inspection* inspection, int32_t part, const char* json, size_t json_size,
                                         const char* source, size_t source_size, uint8_t* taken,
                                         cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_inspection_set_statistics(cchc_inspection* inspection, const cchc_statistics* statistics,
                                                    cchc_error* error) CCHC_NOEXCEPT;
typedef struct cchc_round cchc_round;
CCHC_API cchc_status cchc_round_create(const cchc_inspection* inspection, int32_t as_of_day, cchc_round** out,
                                       cchc_error* error) CCHC_NOEXCEPT;
CCHC_API void cchc_round_free(cchc_round* round) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_round_result_json(const cchc_round* round, cchc_bytes** out, cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_round_overview(const cchc_round* round, int32_t lang, cchc_bytes** out,
                                         cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_round_document_names(const cchc_round* round, int32_t lang, cchc_bytes** out,
                                               cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_round_document(const cchc_round* round, const char* name, size_t name_size, int32_t lang,
                                         int32_t format, cchc_bytes** out, cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_eval(const char* expression, size_t expression_size, const char* facts_json, size_t facts_size,
                               cchc_bytes** out, cchc_error* error) CCHC_NOEXCEPT;
CCHC_API cchc_status cchc_eval_test(const char* tests, size_t tests_size, const char* value, size_t value_size,
                                    const char* facts_json, size_t facts_size, cchc_bytes** out,
                                    cchc_error* error) CCHC_NOEXCEPT;
#ifdef __cplusplus
}
#endif
#endif
