/* Prints every constant of cchc.h, and size and offsets of every public struct: the numbers that a linked program carries
 * inside. The output is compared with capi/abi/constants.txt, whose layout is that of 64-bit systems. */
#include <inttypes.h>
#include <stddef.h>
#include <stdio.h>

#include "cchc.h"

/* A negative size does not compile. */
typedef char cchc_error_has_256_bytes[sizeof(cchc_error) == 256 ? 1 : -1];
typedef char cchc_status_has_4_bytes[sizeof(cchc_status) == 4 ? 1 : -1];

#define CONSTANT(name) printf("%s %" PRId64 "\n", #name, (int64_t)(name))
#define SIZE(type) printf("sizeof(%s) %u\n", #type, (unsigned)sizeof(type))
#define FIELD(type, field) printf("%s.%s %u\n", #type, #field, (unsigned)offsetof(type, field))

static void statuses(void) {
    CONSTANT(CCHC_OK);
    CONSTANT(CCHC_E_ARG_NULL);
    CONSTANT(CCHC_E_ARG_ENUM);
    CONSTANT(CCHC_E_ARG_RANGE);
    CONSTANT(CCHC_E_ARG_STRUCT_SIZE);
    CONSTANT(CCHC_E_OPTION_UNKNOWN);
    CONSTANT(CCHC_E_BUFFER_SMALL);
    CONSTANT(CCHC_E_ARG_UTF8);
    CONSTANT(CCHC_E_JSON_SYNTAX);
    CONSTANT(CCHC_E_JSON_SCHEMA);
    CONSTANT(CCHC_E_CSV);
    CONSTANT(CCHC_E_BYTES_CORRUPT);
    CONSTANT(CCHC_E_OUTSIDE_COVERAGE);
    CONSTANT(CCHC_E_LIMIT_REFUSED);
    CONSTANT(CCHC_E_UNKNOWN_NAME);
    CONSTANT(CCHC_E_INCOMPATIBLE);
    CONSTANT(CCHC_E_TIME_SYNTAX);
    CONSTANT(CCHC_E_EXPRESSION);
    CONSTANT(CCHC_E_NO_MEMORY);
    CONSTANT(CCHC_E_INTERNAL);
    CONSTANT(CCHC_E_CANCELLED);
}

static void shared(void) {
    CONSTANT(CCHC_ABI_VERSION);
    printf("CCHC_NUL_TERMINATED %s\n", CCHC_NUL_TERMINATED == (size_t)-1 ? "SIZE_MAX" : "changed");
    CONSTANT(CCHC_NO_DAY);
    CONSTANT(CCHC_NO_INSTANT);
    CONSTANT(CCHC_NO_LIMIT);
    CONSTANT(CCHC_ROW_OK);
    CONSTANT(CCHC_ROW_MISSING);
    CONSTANT(CCHC_ROW_OUTSIDE_COVERAGE);
    CONSTANT(CCHC_ROW_LIMIT_REFUSED);
    CONSTANT(CCHC_ROW_ARGUMENT_RANGE);
    CONSTANT(CCHC_LANG_VI);
    CONSTANT(CCHC_LANG_EN);
}

static void outcomes(void) {
    CONSTANT(CCHC_OUTCOME_EARLY);
    CONSTANT(CCHC_OUTCOME_ON_TIME);
    CONSTANT(CCHC_OUTCOME_OVERDUE);
    CONSTANT(CCHC_OUTCOME_IN_PROCESS_WITHIN);
    CONSTANT(CCHC_OUTCOME_IN_PROCESS_OVERDUE);
    CONSTANT(CCHC_OUTCOME_NO_DUE_RESOLVED);
    CONSTANT(CCHC_OUTCOME_NO_DUE_IN_PROCESS);
    CONSTANT(CCHC_OUTCOME_OWN_CLASS);
    CONSTANT(CCHC_OUTCOME_EXCLUDED);
    CONSTANT(CCHC_OUTCOME_NOT_RECEIVED);
}

static void states(void) {
    CONSTANT(CCHC_STATUS_UNKNOWN);
    CONSTANT(CCHC_STATUS_REGISTERED);
    CONSTANT(CCHC_STATUS_RECEIVED);
    CONSTANT(CCHC_STATUS_NOT_ACCEPTED);
    CONSTANT(CCHC_STATUS_PROCESSING);
    CONSTANT(CCHC_STATUS_SUPPLEMENT);
    CONSTANT(CCHC_STATUS_FINANCIAL_DUTY);
    CONSTANT(CCHC_STATUS_WITHDRAWN);
    CONSTANT(CCHC_STATUS_STOPPED);
    CONSTANT(CCHC_STATUS_FINISHED);
    CONSTANT(CCHC_STATUS_RESULT_RETURNED);
    CONSTANT(CCHC_STATUS_REFUSED);
    CONSTANT(CCHC_STATUS_RETURNED);
}

static void units_and_channels(void) {
    CONSTANT(CCHC_UNIT_WORKING_DAY);
    CONSTANT(CCHC_UNIT_CALENDAR_DAY);
    CONSTANT(CCHC_UNIT_WORKING_HOUR);
    CONSTANT(CCHC_UNIT_CLOCK_HOUR);
    CONSTANT(CCHC_UNIT_WEEK);
    CONSTANT(CCHC_UNIT_MONTH);
    CONSTANT(CCHC_UNIT_YEAR);
    CONSTANT(CCHC_CHANNEL_UNKNOWN);
    CONSTANT(CCHC_CHANNEL_IN_PERSON);
    CONSTANT(CCHC_CHANNEL_ONLINE);
    CONSTANT(CCHC_CHANNEL_POST);
    CONSTANT(CCHC_INPUT_CSV);
    CONSTANT(CCHC_INPUT_JSON);
}

static void problems(void) {
    CONSTANT(CCHC_PROBLEM_NONE);
    CONSTANT(CCHC_PROBLEM_WRONG_FIELD_COUNT);
    CONSTANT(CCHC_PROBLEM_LINE_TOO_LONG);
    CONSTANT(CCHC_PROBLEM_OPEN_QUOTE);
    CONSTANT(CCHC_PROBLEM_BAD_QUOTE);
    CONSTANT(CCHC_PROBLEM_INVALID_UTF8);
    CONSTANT(CCHC_PROBLEM_BAD_DATE);
    CONSTANT(CCHC_PROBLEM_BAD_LIMIT);
    CONSTANT(CCHC_PROBLEM_BAD_UNIT);
    CONSTANT(CCHC_PROBLEM_UNKNOWN_STATUS);
    CONSTANT(CCHC_PROBLEM_UNKNOWN_CHANNEL);
    CONSTANT(CCHC_PROBLEM_MISSING_RECEIVED);
    CONSTANT(CCHC_PROBLEM_DUE_BEFORE_RECEIVED);
    CONSTANT(CCHC_PROBLEM_COMPLETED_BEFORE_RECEIVED);
    CONSTANT(CCHC_PROBLEM_OUTSIDE_COVERAGE);
    CONSTANT(CCHC_PROBLEM_LIMIT_REFUSED);
    CONSTANT(CCHC_PROBLEM_NEEDS_HOUR);
    CONSTANT(CCHC_PROBLEM_MISSING_ID);
    CONSTANT(CCHC_PROBLEM_UNKNOWN_SERVICE_LEVEL);
    CONSTANT(CCHC_PROBLEM_BAD_PAUSE);
    CONSTANT(CCHC_PROBLEM_BAD_JSON);
}

static void levels_and_clock(void) {
    CONSTANT(CCHC_LEVEL_UNKNOWN);
    CONSTANT(CCHC_LEVEL_1);
    CONSTANT(CCHC_LEVEL_2);
    CONSTANT(CCHC_LEVEL_3);
    CONSTANT(CCHC_LEVEL_4);
    CONSTANT(CCHC_LEVEL_PARTIAL);
    CONSTANT(CCHC_LEVEL_FULL);
    CONSTANT(CCHC_CLOCK_SUPPLEMENT);
    CONSTANT(CCHC_CLOCK_FINANCIAL_DUTY);
    CONSTANT(CCHC_CLOCK_VERIFICATION);
    CONSTANT(CCHC_CLOCK_OTHER_BODY);
    CONSTANT(CCHC_CLOCK_EXTENSION);
    CONSTANT(CCHC_PAUSE_NONE);
    CONSTANT(CCHC_PAUSE_EXCLUDE);
    CONSTANT(CCHC_PAUSE_ADD_ELAPSED);
    CONSTANT(CCHC_PAUSE_RESTART);
    CONSTANT(CCHC_PAUSE_ADD_CALENDAR_DAYS);
    CONSTANT(CCHC_PAUSE_REPLACE);
}

static void flags(void) {
    CONSTANT(CCHC_FLAG_SECOND_EXTENSION);
    CONSTANT(CCHC_FLAG_LATE_APOLOGY);
    CONSTANT(CCHC_FLAG_LATE_SUPPLEMENT_REQUEST);
    CONSTANT(CCHC_FLAG_SECOND_SUPPLEMENT);
    CONSTANT(CCHC_FLAG_LATE_REFUSAL);
    CONSTANT(CCHC_FLAG_CODE_DATE_DIFFERS);
    CONSTANT(CCHC_FLAG_DUE_EDITED);
    CONSTANT(CCHC_FLAG_OUTCOME_CHANGED_BY_DUE);
    CONSTANT(CCHC_FLAG_ONLINE_BELOW_LEVEL_3);
    CONSTANT(CCHC_FLAG_MISSING_RECEIVED);
    CONSTANT(CCHC_FLAG_FINISHED_WITHOUT_END);
    CONSTANT(CCHC_FLAG_RECEIVED_IN_FUTURE);
    CONSTANT(CCHC_FLAG_ENDED_IN_FUTURE);
    CONSTANT(CCHC_FLAG_ENDED_BEFORE_RECEIVED);
    CONSTANT(CCHC_FLAG_UNDATED_STATE);
}

static void small_structs(void) {
    SIZE(cchc_status);
    SIZE(cchc_error);
    FIELD(cchc_error, struct_size);
    FIELD(cchc_error, code);
    FIELD(cchc_error, row);
    FIELD(cchc_error, byte_offset);
    FIELD(cchc_error, message);
    SIZE(cchc_csv_options);
    FIELD(cchc_csv_options, struct_size);
    FIELD(cchc_csv_options, delimiter);
    FIELD(cchc_csv_options, stop_at_first_issue);
    FIELD(cchc_csv_options, reserved0);
    FIELD(cchc_csv_options, max_issues);
    FIELD(cchc_csv_options, max_record_bytes);
    FIELD(cchc_csv_options, source);
    FIELD(cchc_csv_options, source_size);
    FIELD(cchc_csv_options, mapping_json);
    FIELD(cchc_csv_options, mapping_size);
    FIELD(cchc_csv_options, format);
    FIELD(cchc_csv_options, reserved1);
    FIELD(cchc_csv_options, pauses_csv);
    FIELD(cchc_csv_options, pauses_size);
}

static void columns(void) {
    SIZE(cchc_dossier_columns);
    FIELD(cchc_dossier_columns, struct_size);
    FIELD(cchc_dossier_columns, reserved0);
    FIELD(cchc_dossier_columns, count);
    FIELD(cchc_dossier_columns, id_bytes);
    FIELD(cchc_dossier_columns, id_offsets);
    FIELD(cchc_dossier_columns, agency_bytes);
    FIELD(cchc_dossier_columns, agency_offsets);
    FIELD(cchc_dossier_columns, field_bytes);
    FIELD(cchc_dossier_columns, field_offsets);
    FIELD(cchc_dossier_columns, procedure_bytes);
    FIELD(cchc_dossier_columns, procedure_offsets);
    FIELD(cchc_dossier_columns, channel);
    FIELD(cchc_dossier_columns, status);
    FIELD(cchc_dossier_columns, received);
    FIELD(cchc_dossier_columns, original_due);
    FIELD(cchc_dossier_columns, due);
    FIELD(cchc_dossier_columns, completed);
    FIELD(cchc_dossier_columns, returned);
    FIELD(cchc_dossier_columns, supplement_requested);
    FIELD(cchc_dossier_columns, supplement_received);
    FIELD(cchc_dossier_columns, apology);
    FIELD(cchc_dossier_columns, limit_milli);
    FIELD(cchc_dossier_columns, limit_unit);
    FIELD(cchc_dossier_columns, cause_bytes);
    FIELD(cchc_dossier_columns, cause_offsets);
    FIELD(cchc_dossier_columns, service_level);
    FIELD(cchc_dossier_columns, clock_offsets);
    FIELD(cchc_dossier_columns, clock_kind);
    FIELD(cchc_dossier_columns, clock_from);
    FIELD(cchc_dossier_columns, clock_to);
    FIELD(cchc_dossier_columns, clock_due_before);
    FIELD(cchc_dossier_columns, clock_due_after);
}

static void windows(void) {
    CONSTANT(CCHC_WINDOWS_ND_09_2019);
    CONSTANT(CCHC_WINDOWS_CALENDAR);
}

static void scores(void) {
    CONSTANT(CCHC_LEAF_SCORED);
    CONSTANT(CCHC_LEAF_NOT_APPLICABLE);
    CONSTANT(CCHC_LEAF_NO_CASE);
    CONSTANT(CCHC_LEAF_MISSING_INPUT);
    CONSTANT(CCHC_LEAF_NO_RULE);
    CONSTANT(CCHC_LEAF_CONFLICTING_RULES);
    CONSTANT(CCHC_LEAF_NOT_EXISTS);
    CONSTANT(CCHC_NO_POINTS);
    SIZE(cchc_fact_column);
    FIELD(cchc_fact_column, struct_size);
    FIELD(cchc_fact_column, is_boolean);
    FIELD(cchc_fact_column, scale);
    FIELD(cchc_fact_column, reserved0);
    FIELD(cchc_fact_column, name);
    FIELD(cchc_fact_column, name_size);
    FIELD(cchc_fact_column, value);
}

static void inspections(void) {
    CONSTANT(CCHC_PART_SELF_REPORT);
    CONSTANT(CCHC_PART_VISIT);
    CONSTANT(CCHC_PART_FINDINGS);
    CONSTANT(CCHC_PART_FACTS);
    CONSTANT(CCHC_PART_SCORES);
    CONSTANT(CCHC_DOCUMENT_JSON);
    CONSTANT(CCHC_DOCUMENT_MARKDOWN);
    CONSTANT(CCHC_DOCUMENT_TEXT);
}

static void progress(void) {
    SIZE(cchc_progress);
    FIELD(cchc_progress, struct_size);
    FIELD(cchc_progress, cancel);
    FIELD(cchc_progress, done);
    FIELD(cchc_progress, total);
}

static void shipped(void) {
    CONSTANT(CCHC_BUILTIN_CALENDAR);
    CONSTANT(CCHC_BUILTIN_RULE);
    CONSTANT(CCHC_BUILTIN_POLICY);
    CONSTANT(CCHC_BUILTIN_CRITERIA);
    CONSTANT(CCHC_BUILTIN_MAPPING);
    CONSTANT(CCHC_BUILTIN_FORM_VARIANT);
    CONSTANT(CCHC_BUILTIN_PLAN);
    CONSTANT(CCHC_BUILTIN_OUTLINE);
    CONSTANT(CCHC_BUILTIN_SCHEMA);
    CONSTANT(CCHC_BOUNDARY_EARLIEST);
    CONSTANT(CCHC_BOUNDARY_LATEST);
    CONSTANT(CCHC_TABLE_FORM_II06A);
    CONSTANT(CCHC_TABLE_OUTLINE_274);
    CONSTANT(CCHC_TABLE_TIMING);
    CONSTANT(CCHC_TABLE_FORM_BY_LEVEL);
    CONSTANT(CCHC_TABLE_FORM_BY_UNIT);
}

int main(void) {
    statuses();
    shared();
    outcomes();
    states();
    units_and_channels();
    problems();
    levels_and_clock();
    windows();
    flags();
    small_structs();
    columns();
    scores();
    inspections();
    progress();
    shipped();
    return 0;
}
