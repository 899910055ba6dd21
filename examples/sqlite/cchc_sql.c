/* cchc as functions of a SQLite connection, through the C interface of each. A program of its own takes this file and
 * wall_time.c, and calls cchc_sql_register() for each connection; dossiers.c is one, and says how to build and run it. */
#include "cchc_sql.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "wall_time.h"

#define UNITS 7

static const char* const unit_name[UNITS] = {"working_day", "calendar_day", "working_hour", "clock_hour",
                                             "week",        "month",        "year"};
static const char* const unit_rule[UNITS] = {"working-days", "calendar-days", "working-hours", "clock-hours",
                                             "weeks",        "months",        "years"};

/* What the functions of one connection share. The handles never change, so calls need no lock. Each function that is
 * registered holds it once, because SQLite calls the destructor of each, also of one that it refuses. */
typedef struct shared {
    int holders;
    cchc_calendar* calendar;
    cchc_policy* policy;
    cchc_rule* rule[UNITS];
} shared;

static void release(void* pointer) {
    shared* const state = pointer;
    int i;
    if (--state->holders > 0) return;
    for (i = 0; i < UNITS; ++i) cchc_rule_free(state->rule[i]);
    cchc_policy_free(state->policy);
    cchc_calendar_free(state->calendar);
    free(state);
}

/* One holder: the caller, until all functions are registered. NULL: see *error. */
static shared* create(cchc_error* error) {
    shared* const state = calloc(1, sizeof *state);
    int i;
    cchc_status status;
    if (state == NULL) {
        error->code = CCHC_E_NO_MEMORY;
        return NULL;
    }
    state->holders = 1;
    status = cchc_calendar_builtin("vn", CCHC_NUL_TERMINATED, &state->calendar, error);
    if (status == CCHC_OK) status = cchc_policy_builtin("form-ii06a", CCHC_NUL_TERMINATED, &state->policy, error);
    for (i = 0; status == CCHC_OK && i < UNITS; ++i) {
        status = cchc_rule_builtin(unit_rule[i], CCHC_NUL_TERMINATED, &state->rule[i], error);
    }
    if (status == CCHC_OK) return state;
    release(state);
    return NULL;
}

/* ---- Arguments and errors: each of these answers 1, or reports an SQL error and answers 0 ------------------------------
 */

static int refuse(sqlite3_context* context, const char* function, const char* reason, const char* found) {
    char* const message = found != NULL ? sqlite3_mprintf("%s: %s, not %Q", function, reason, found)
                                        : sqlite3_mprintf("%s: %s", function, reason);
    if (message == NULL) {
        sqlite3_result_error_nomem(context);
    } else {
        sqlite3_result_error(context, message, -1);
        sqlite3_free(message);
    }
    return 0;
}

/* A call of the library that failed. */
static int fail(sqlite3_context* context, const char* function, const cchc_error* error) {
    if (error->code == CCHC_E_NO_MEMORY) {
        sqlite3_result_error_nomem(context);
        return 0;
    }
    return refuse(context, function, error->message, NULL);
}

static int any_null(sqlite3_value** value, int count) {
    int i;
    for (i = 0; i < count; ++i) {
        if (sqlite3_value_type(value[i]) == SQLITE_NULL) return 1;
    }
    return 0;
}

static int take_time(sqlite3_context* context, const char* function, sqlite3_value* value, wall_time* out) {
    const char* const text = (const char*)sqlite3_value_text(value);
    if (text == NULL) {
        sqlite3_result_error_nomem(context); /* it is no NULL, so the text could not be made */
        return 0;
    }
    if (wall_time_read(text, (size_t)sqlite3_value_bytes(value), out)) return 1;
    return refuse(context, function, "expected a time like '2020-01-16 09:00' or '2020-01-16'", text);
}

static int take_limit(sqlite3_context* context, sqlite3_value* value, int64_t* milli) {
    double scaled, off;
    const int type = sqlite3_value_type(value);
    if (type != SQLITE_INTEGER && type != SQLITE_FLOAT) {
        return refuse(context, "cchc_due", "expected a number as limit", (const char*)sqlite3_value_text(value));
    }
    scaled = sqlite3_value_double(value) * 1000;
    /* Compared before it becomes an integer: a double beyond its range would be undefined. 0.3 * 1000 is not quite 300. */
    *milli = scaled >= 0 && scaled <= 1e8 ? (int64_t)(scaled + 0.5) : -1;
    off = scaled - (double)*milli;
    if (*milli < 0 || off > 1e-6 || off < -1e-6) {
        return refuse(context, "cchc_due", "expected a limit of 0 to 100000 with at most three decimals",
                      (const char*)sqlite3_value_text(value));
    }
    return 1;
}

static int take_unit(sqlite3_context* context, sqlite3_value* value, int* unit) {
    const char* const text = (const char*)sqlite3_value_text(value);
    int i;
    for (i = 0; text != NULL && i < UNITS; ++i) {
        if (strcmp(text, unit_name[i]) == 0) {
            *unit = i;
            return 1;
        }
    }
    return refuse(context, "cchc_due",
                  "expected as unit working_day, calendar_day, working_hour, clock_hour, week, month or year", text);
}

/* ---- The functions ------------------------------------------------------------------------------------------------------
 */

/* A row of one: the batch says in a number why it cannot be judged, the explanation says it in words. */
static void report_row(sqlite3_context* context, const shared* state, const cchc_rule* rule, int64_t received,
                       int64_t limit) {
    cchc_error error = CCHC_ERROR_INIT;
    cchc_bytes* text = NULL;
    if (cchc_due_explain(state->calendar, rule, received, limit, CCHC_LANG_EN, &text, &error) != CCHC_OK) {
        fail(context, "cchc_due", &error);
    } else {
        refuse(context, "cchc_due", "this dossier cannot be judged", NULL);
    }
    cchc_bytes_free(text);
}

static void due_function(sqlite3_context* context, int count, sqlite3_value** value) {
    const shared* const state = sqlite3_user_data(context);
    cchc_error error = CCHC_ERROR_INIT;
    wall_time received;
    int64_t limit, due_at;
    int32_t due_day;
    size_t failed = 0;
    int unit = 0;
    char text[WALL_TIME_SIZE];

    if (any_null(value, count)) return; /* the result of a function that sets none is NULL */
    if (!take_time(context, "cchc_due", value[0], &received) || !take_limit(context, value[1], &limit) ||
        !take_unit(context, value[2], &unit)) {
        return;
    }
    if (!received.has_time && strstr(unit_name[unit], "hour") != NULL) {
        refuse(context, "cchc_due", "a limit in hours needs the time of receipt", NULL);
    } else if (cchc_due_compute(state->calendar, state->rule[unit], &received.seconds, &limit, 1, &due_at, &due_day, NULL,
                                &failed, &error) != CCHC_OK) {
        fail(context, "cchc_due", &error);
    } else if (failed != 0) {
        report_row(context, state, state->rule[unit], received.seconds, limit);
    } else {
        /* 24:00 is written as the day alone, which cchc_outcome() reads as "until the end of that day". */
        const int whole_day = due_at == ((int64_t)due_day + 1) * 86400;
        wall_time_write(whole_day ? (int64_t)due_day * 86400 : due_at, !whole_day, text);
        sqlite3_result_text(context, text, -1, SQLITE_TRANSIENT);
    }
}

/* CCHC_OUTCOME_... of two times that are not NULL, -1 where an error was reported. */
static int classify(sqlite3_context* context, const char* function, sqlite3_value** value) {
    const shared* const state = sqlite3_user_data(context);
    cchc_error error = CCHC_ERROR_INIT;
    wall_time due, completed;
    int64_t received;
    uint8_t outcome = CCHC_OUTCOME_EXCLUDED;
    size_t failed = 0;

    if (!take_time(context, function, value[0], &due) || !take_time(context, function, value[1], &completed)) return -1;
    /* The policy compares the two; that it was received before both is all that it asks of the third. */
    received = due.seconds < completed.seconds ? due.seconds : completed.seconds;
    if (cchc_policy_classify(state->policy, &received, &due.seconds, &completed.seconds, NULL, 1,
                             (int32_t)(completed.seconds / 86400) + 1, &outcome, NULL, &failed, &error) != CCHC_OK) {
        fail(context, function, &error);
        return -1;
    }
    if (failed != 0 || outcome > CCHC_OUTCOME_OVERDUE) {
        refuse(context, function, "these times cannot be judged", NULL);
        return -1;
    }
    return outcome;
}

static void outcome_function(sqlite3_context* context, int count, sqlite3_value** value) {
    static const char* const name[] = {"early", "on_time", "overdue"}; /* by CCHC_OUTCOME_... */
    int outcome;
    if (any_null(value, count)) return;
    outcome = classify(context, "cchc_outcome", value);
    if (outcome >= 0) sqlite3_result_text(context, name[outcome], -1, SQLITE_STATIC);
}

/* SQLite gives it zeroed for each group and frees it. */
typedef struct tally {
    int64_t in_time;
    int64_t all;
} tally;

static void rate_step(sqlite3_context* context, int count, sqlite3_value** value) {
    tally* sums;
    int outcome;
    if (any_null(value, count)) return;
    sums = sqlite3_aggregate_context(context, (int)sizeof *sums);
    if (sums == NULL) {
        sqlite3_result_error_nomem(context);
        return;
    }
    outcome = classify(context, "cchc_on_time_rate", value);
    if (outcome < 0) return;
    sums->all += 1;
    if (outcome != CCHC_OUTCOME_OVERDUE) sums->in_time += 1;
}

static void rate_final(sqlite3_context* context) {
    const tally* const sums = sqlite3_aggregate_context(context, 0); /* NULL: no row was counted */
    if (sums != NULL && sums->all > 0) sqlite3_result_double(context, 100.0 * (double)sums->in_time / (double)sums->all);
}

int cchc_sql_register(sqlite3* db, cchc_error* error) {
    const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    shared* const state = create(error);
    int result;
    if (state == NULL) return error->code == CCHC_E_NO_MEMORY ? SQLITE_NOMEM : SQLITE_ERROR;
    state->holders += 3;
    result = sqlite3_create_function_v2(db, "cchc_due", 3, flags, state, due_function, NULL, NULL, release);
    if (result == SQLITE_OK) {
        result = sqlite3_create_function_v2(db, "cchc_outcome", 2, flags, state, outcome_function, NULL, NULL, release);
    } else {
        release(state); /* for the one that was not tried */
    }
    if (result == SQLITE_OK) {
        result = sqlite3_create_function_v2(db, "cchc_on_time_rate", 2, flags, state, NULL, rate_step, rate_final, release);
    } else {
        release(state);
    }
    release(state);
    return result;
}
