#!/usr/bin/env python3
"""Holds the figures of the tool against those of examples/data/recount.py, which counts by another road, cell by cell.

    python3 recount_test.py CCHC DOSSIERS.csv CALENDAR.json RECOUNT.py

For each period below: `cchc stats --by agency --format csv` and recount.py, every column that both have, every agency and the
total. Needs Python 3.8 or later and nothing else. Exit code 1 where there is a difference.
"""
import csv
import io
import subprocess
import sys

PERIODS = [
    ("2019-12-01", "2020-01-01"),  # the first month of the sample: nothing is carried over
    ("2020-01-01", "2020-07-01"),
    ("2020-07-01", "2020-10-01"),
    ("2020-01-01", "2020-10-01"),  # the period of the quick start
    ("2019-12-15", "2020-03-15"),  # first quarter by Decree 09/2019/ND-CP
    ("2020-01-20", "2020-02-03"),  # across Tet
    ("2020-04-29", "2020-05-05"),  # across 30/4 and 1/5
    ("2020-06-17", "2020-06-18"),  # one day
    ("2020-10-01", "2021-01-01"),  # after the last receipt: only what is carried over
    ("2019-06-01", "2019-07-01"),  # before the first receipt: nothing at all
]

SHOWN = 40  # differences that are printed; all are counted

# The columns of recount.py under the names of the tool.
COLUMNS = {
    "col3": "received.total", "col4": "received.online", "col5": "received.direct", "col6": "received.carried_over",
    "col7": "resolved.total", "col8": "resolved.early", "col9": "resolved.on_time", "col10": "resolved.overdue",
    "col11": "in_process.total", "col12": "in_process.within", "col13": "in_process.overdue",
    "withdrawn": "withdrawn", "returned": "returned", "refused": "refused", "stopped": "stopped", "waiting": "waiting",
    "apologies": "apologies",
}


def rows(command):
    """The lines of a CSV that a command writes, by agency, with the numbers that both sides know by recount.py's names."""
    process = subprocess.run(command, capture_output=True, timeout=300, check=False)
    if process.returncode != 0:
        sys.exit("%s\nexit code %d: %s" % (" ".join(command), process.returncode, process.stderr.decode("utf-8", "replace")))
    table = {}
    for line in csv.DictReader(io.StringIO(process.stdout.decode("utf-8"), newline="")):
        agency = line.pop("agency")
        if agency in table:
            sys.exit("%s\nwrites %r twice" % (" ".join(command), agency))
        table[agency] = {ours: int(line[ours] if ours in line else line[theirs]) for ours, theirs in COLUMNS.items()}
    return table


def total(table):
    return {column: sum(row[column] for row in table.values()) for column in COLUMNS}


def differences(expected, found):
    """Each cell that differs, as text. An agency without dossiers in the period has no line in recount.py: all are 0."""
    nothing = dict.fromkeys(COLUMNS, 0)
    for agency in sorted(set(expected) | set(found)):
        if agency in expected and agency not in found:
            yield "%s has no row" % agency
        for column in COLUMNS:
            wanted, got = expected.get(agency, nothing)[column], found.get(agency, nothing)[column]
            if wanted != got:
                yield "%s, %s (%s): recount.py %d, the tool %d" % (agency, column, COLUMNS[column], wanted, got)


def main():
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    tool, dossiers, calendar, recount = sys.argv[1:]
    failures, cells = [], 0
    for first, end in PERIODS:
        period = ["--from", first, "--to", end]
        expected = rows([sys.executable, recount, dossiers, calendar, *period])
        found = rows([tool, "stats", dossiers, *period, "--by", "agency", "--format", "csv", "--calendar", calendar])
        expected_total, found_total = expected.pop("TOTAL"), total(found)
        cells += (len(found) + 1) * len(COLUMNS)
        failures += ["%s to %s: %s" % (first, end, text) for text in
                     [*differences(expected, found), *differences({"TOTAL": expected_total}, {"TOTAL": found_total})]]
    print("%d periods, %d cells compared, %d differ" % (len(PERIODS), cells, len(failures)))
    for text in failures[:SHOWN]:
        print(text)
    if len(failures) > SHOWN:
        print("and %d more" % (len(failures) - SHOWN))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
