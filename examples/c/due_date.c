/* When are these dossiers due? Five receipts around the Lunar New Year of 2020, each with its limit in working days, in one
 * batch; then one of them explained in Vietnamese, and two errors as a program meets them. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "cchc.h"

enum { count = 5 };

/* Seconds of wall time since 1970-01-01T00:00 (days by the civil calendar, as in "chrono-compatible low-level dates"). */
static int64_t instant(int year, int month, int day, int hour, int minute) {
    const int y = month <= 2 ? year - 1 : year;
    const int shifted = month <= 2 ? month + 9 : month - 3;
    const int64_t days = 365 * (int64_t)y + y / 4 - y / 100 + y / 400 + (153 * shifted + 2) / 5 + day - 1 - 719468;
    return days * 86400 + hour * 3600 + minute * 60;
}

/* Wall time needs no zone, so the C library may take it for UTC. */
static void print_instant(int64_t seconds) {
    const time_t at = (time_t)seconds;
    char text[32] = "?";
    const struct tm* parts = gmtime(&at);
    if (parts != NULL) strftime(text, sizeof text, "%Y-%m-%d %H:%M", parts);
    printf("%s", text);
}

static void give_up(const cchc_error* error) {
    fprintf(stderr, "%s: %s\n", cchc_status_name(error->code), error->message);
    exit(1);
}

static void print_due_dates(const cchc_calendar* calendar, const cchc_rule* rule) {
    static const char* const id[count] = {"H-2020-01", "H-2020-02", "H-2020-03", "H-2020-04", "H-2030-01"};
    const int64_t received[count] = {instant(2020, 1, 16, 9, 0), instant(2020, 1, 22, 16, 30), instant(2020, 1, 30, 7, 45),
                                     CCHC_NO_INSTANT, instant(2030, 1, 3, 9, 0)};
    const int64_t limit[count] = {15000, 3000, 500, 5000, 15000}; /* thousandths: 15 days, 3 days, half a day ... */
    int64_t due_at[count];
    uint8_t row_status[count];
    size_t failed = 0;
    int i;
    cchc_error error = CCHC_ERROR_INIT;

    if (cchc_due_compute(calendar, rule, received, limit, count, due_at, NULL, row_status, &failed, &error) != CCHC_OK) {
        give_up(&error);
    }
    for (i = 0; i < count; ++i) {
        printf("%s  ", id[i]);
        if (row_status[i] == CCHC_ROW_OK) {
            print_instant(due_at[i]);
            printf("\n");
        } else {
            printf("%s\n", row_status[i] == CCHC_ROW_MISSING ? "no receipt" : "cannot be judged");
        }
    }
    printf("%u of %d rows cannot be judged\n\n", (unsigned)failed, (int)count);
}

static void print_explanation(const cchc_calendar* calendar, const cchc_rule* rule, int64_t received) {
    cchc_error error = CCHC_ERROR_INIT;
    cchc_bytes* text = NULL;
    const char* data = NULL;

    if (cchc_due_explain(calendar, rule, received, 15000, CCHC_LANG_VI, &text, &error) != CCHC_OK) {
        printf("refused (%s): %s\n", cchc_status_name(error.code), error.message);
        return;
    }
    if (cchc_bytes_view(text, &data, NULL, &error) == CCHC_OK) printf("%s\n", data);
    cchc_bytes_free(text);
}

int main(void) {
    cchc_error error = CCHC_ERROR_INIT;
    cchc_calendar* calendar = NULL;
    cchc_calendar* unknown = NULL;
    cchc_rule* rule = NULL;

    if (!CCHC_CHECK_VERSION()) {
        fprintf(stderr, "the library is older than this program\n");
        return 1;
    }
    if (cchc_calendar_builtin("vn", CCHC_NUL_TERMINATED, &calendar, &error) != CCHC_OK) give_up(&error);
    if (cchc_rule_builtin("working-days", CCHC_NUL_TERMINATED, &rule, &error) != CCHC_OK) give_up(&error);

    print_due_dates(calendar, rule);
    print_explanation(calendar, rule, instant(2020, 1, 16, 9, 0));

    print_explanation(calendar, rule, instant(2030, 1, 3, 9, 0)); /* outside the calendar's coverage */
    if (cchc_calendar_builtin("la", CCHC_NUL_TERMINATED, &unknown, &error) != CCHC_OK) {
        printf("refused (%s): %s\n", cchc_status_name(error.code), error.message);
    }

    cchc_rule_free(rule);
    cchc_calendar_free(calendar);
    return 0;
}
