/* What the system of a province would do: its dossiers lie in SQLite, and due dates, outcomes and rates are computed where
 * they lie, by SQL. The dossiers are made up.
 *
 *     cc dossiers.c cchc_sql.c wall_time.c $(pkg-config --cflags --libs cchc sqlite3) -o dossiers
 *     ./dossiers                                          three questions
 *     ./dossiers "SELECT cchc_due('2020-01-16 09:00', 15, 'working_day')"       yours, of the table dossier
 */
#include <sqlite3.h>
#include <stdio.h>

#include "cchc_sql.h"

static const char schema[] =
    "CREATE TABLE dossier (id TEXT PRIMARY KEY, agency TEXT NOT NULL, received TEXT NOT NULL,"
    " time_limit NUMERIC, unit TEXT, completed TEXT);"
    "INSERT INTO dossier VALUES"
    " ('H-1', 'UBND xã Tân Liên',  '2020-01-16 09:00', 15,  'working_day',  '2020-02-12 16:30'),"
    " ('H-2', 'UBND xã Tân Liên',  '2020-01-22 16:30', 3,   'working_day',  '2020-02-03 15:10'),"
    " ('H-3', 'UBND xã Tân Liên',  '2020-01-30 07:45', 0.5, 'working_day',  '2020-02-03 08:00'),"
    " ('H-4', 'Phòng Tư pháp',     '2020-01-20 10:00', 10,  'calendar_day', '2020-01-30 16:00'),"
    " ('H-5', 'Phòng Tư pháp',     '2020-02-10 09:00', 4,   'working_hour', '2020-02-10 11:20'),"
    " ('H-6', 'Phòng Tư pháp',     '2020-02-10 14:00', 5,   'working_day',  NULL),"
    " ('H-7', 'Phòng Nội vụ',      '2020-02-11 08:00', NULL, NULL,          NULL);";

static const char* const questions[] = {
    "SELECT id, received, time_limit, unit, cchc_due(received, time_limit, unit) AS due FROM dossier ORDER BY id",
    "SELECT id, due, completed, cchc_outcome(due, completed) AS outcome"
    " FROM (SELECT id, completed, cchc_due(received, time_limit, unit) AS due FROM dossier) ORDER BY id",
    "SELECT agency, count(*) AS dossiers, round(cchc_on_time_rate(cchc_due(received, time_limit, unit), completed), 2)"
    " AS on_time_percent FROM dossier GROUP BY agency ORDER BY agency",
};

static void print_row(sqlite3_stmt* statement) {
    int i;
    for (i = 0; i < sqlite3_column_count(statement); ++i) {
        const unsigned char* const text = sqlite3_column_text(statement, i);
        printf("%s%s", i == 0 ? "" : " | ", text == NULL ? "NULL" : (const char*)text);
    }
    printf("\n");
}

/* Prints the captions and rows of a query. What it could not judge is an error of SQLite, like any other. */
static int print_query(sqlite3* db, const char* sql) {
    sqlite3_stmt* statement = NULL;
    int i, result = sqlite3_prepare_v2(db, sql, -1, &statement, NULL);
    if (result == SQLITE_OK) {
        for (i = 0; i < sqlite3_column_count(statement); ++i) {
            printf("%s%s", i == 0 ? "" : " | ", sqlite3_column_name(statement, i));
        }
        printf("\n");
        while ((result = sqlite3_step(statement)) == SQLITE_ROW) print_row(statement);
    }
    if (result != SQLITE_DONE && result != SQLITE_OK) fprintf(stderr, "SQL error: %s\n", sqlite3_errmsg(db));
    sqlite3_finalize(statement);
    return result == SQLITE_DONE || result == SQLITE_OK;
}

int main(int argc, char** argv) {
    const size_t count = sizeof questions / sizeof questions[0];
    cchc_error error = CCHC_ERROR_INIT;
    sqlite3* db = NULL;
    size_t i;
    int good;

    if (!CCHC_CHECK_VERSION()) {
        fprintf(stderr, "the library is older than this program\n");
        return 1;
    }
    good = sqlite3_open(":memory:", &db) == SQLITE_OK && cchc_sql_register(db, &error) == SQLITE_OK &&
           sqlite3_exec(db, schema, NULL, NULL, NULL) == SQLITE_OK;
    if (!good) fprintf(stderr, "cannot set up: %s\n", error.code != CCHC_OK ? error.message : sqlite3_errmsg(db));

    if (argc > 1) {
        good = good && print_query(db, argv[1]);
    } else {
        for (i = 0; good && i < count; ++i) {
            if (i > 0) printf("\n");
            good = print_query(db, questions[i]);
        }
    }
    sqlite3_close(db); /* frees what the functions hold */
    return good ? 0 : 1;
}
