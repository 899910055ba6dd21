#!/usr/bin/env bash
# What cannot be judged is an SQL error with its reason: no crash, and no leak under the address sanitizer.
# Usage: sqlite_errors.sh PROGRAM
set -uo pipefail

program=$1
failures=0

# expect SQL ERROR: the query fails with this error.
expect() {
    local output status
    output=$("$program" "$1" 2>&1 >/dev/null)
    status=$?
    [ "$status" = 1 ] && [ "$output" = "SQL error: $2" ] && return
    printf '%s\n  expected exit 1: SQL error: %s\n  found    exit %s: %s\n' "$1" "$2" "$status" "$output" >&2
    failures=$((failures + 1))
}

range='cchc_due: expected a limit of 0 to 100000 with at most three decimals, not'
time="expected a time like '2020-01-16 09:00' or '2020-01-16', not"
expect "SELECT cchc_due('2020-01-16 09:00', -1, 'working_day')" "$range '-1'"
expect "SELECT cchc_due('2020-01-16 09:00', 9e999, 'working_day')" "$range 'Inf'"
expect "SELECT cchc_due('2020-01-16 09:00', 0.0005, 'working_day')" "$range '0.0005'"
expect "SELECT cchc_due('2020-01-16 09:00', '15', 'working_day')" "cchc_due: expected a number as limit, not '15'"
expect "SELECT cchc_due('2020-01-16 09:00', 1.5, 'month')" \
    "cchc_due: the limit 1.5 month is refused under the rule months: only whole calendar days, weeks, months and years exist"
expect "SELECT cchc_due('2020-01-16 09:00', 15, 'fortnight')" \
    "cchc_due: expected as unit working_day, calendar_day, working_hour, clock_hour, week, month or year, not 'fortnight'"
expect "SELECT cchc_due('2020-01-16', 4, 'working_hour')" "cchc_due: a limit in hours needs the time of receipt"
expect "SELECT cchc_due('2020-02-30', 15, 'working_day')" "cchc_due: $time '2020-02-30'"
expect "SELECT cchc_due(x'', 15, 'working_day')" "cchc_due: $time ''"
expect "SELECT cchc_outcome('2020-02-03 25:00', '2020-02-03')" "cchc_outcome: $time '2020-02-03 25:00'"
expect "SELECT cchc_on_time_rate(received, id) FROM dossier" "cchc_on_time_rate: $time 'H-1'"
expect "SELECT cchc_due('2030-01-03 09:00', 15, 'working_day')" \
    "cchc_due: 2030-01-03 lies outside the calendar vn 2026.1, which covers 2015-01-01 to 2027-01-01 (exclusive)"
expect "SELECT cchc_due('2020-01-16 09:00', 15)" "wrong number of arguments to function cchc_due()"
exit $((failures > 0))
