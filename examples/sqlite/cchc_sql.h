#ifndef CCHC_SQL_H
#define CCHC_SQL_H

#include <sqlite3.h>

#include "cchc.h"

/** Gives a connection three SQL functions. Times are texts, "2020-01-16 09:00" or "2020-01-16" where the time of day is not
 *  known, wall time of Viet Nam, as SQLite's own functions write them. A NULL argument makes the result NULL; what cannot be
 *  judged is an SQL error with the reason.
 *
 *  cchc_due(received, limit, unit)
 *      When it is due: 15, 'working_day'; also 'calendar_day', 'working_hour', 'clock_hour', 'week', 'month', 'year'. A day
 *      alone as result: until the end of that day.
 *  cchc_outcome(due, completed)
 *      'early', 'on_time' or 'overdue', as form II.06a counts.
 *  cchc_on_time_rate(due, completed)
 *      Aggregate: percent of the rows that are early or on time. Rows with a NULL are left out; none left: NULL.
 *
 *  They read no clock and no settings, so they are deterministic: an index or a generated column may use them.
 *  @param error ready to use; says why where the library refused
 *  @return SQLITE_OK or a result code of SQLite. The connection frees what the functions hold when it is closed. */
int cchc_sql_register(sqlite3* db, cchc_error* error);

#endif /* CCHC_SQL_H */
