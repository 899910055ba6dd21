#!/usr/bin/env python3
"""When are these dossiers due? Receipts around the Lunar New Year of 2020 in one batch, one of them explained in Vietnamese,
and two errors as a program meets them. Needs Python 3.8 and the package cchc, nothing else.

    pip install cchc-*.whl, then: python3 due_dates.py
    PYTHONPATH=../../capi/python CCHC_LIBRARY=/path/to/libcchc.so python3 due_dates.py
"""

from datetime import datetime

import cchc

ROW_TEXT = {
    cchc.Row.MISSING: "no receipt",
    cchc.Row.OUTSIDE_COVERAGE: "outside the calendar's coverage",
    cchc.Row.LIMIT_REFUSED: "time limit refused",
    cchc.Row.ARGUMENT_RANGE: "out of range",
}


def main() -> None:
    received = [datetime(2020, 1, 16, 9, 0), datetime(2020, 1, 22, 16, 30), datetime(2020, 1, 30, 7, 45), None,
                datetime(2030, 1, 3, 9, 0)]
    days = [15, 3, 0.5, 5, 15]
    with cchc.Calendar.builtin("vn") as calendar, cchc.Rule.builtin("working-days") as rule:
        rows = calendar.due_dates(received, [cchc.limit_milli(amount) for amount in days], rule)
        for when, amount, due, status in zip(received, days, rows.due_at, rows.row_status):
            left = f"{when:%Y-%m-%d %H:%M}" if when else "not received    "
            print(left, f"+ {amount:>4} days ->", ROW_TEXT.get(status) or cchc.to_datetime(due))
        print()
        print(calendar.explain("2020-01-16T09:00", 15))

        try:
            calendar.explain("2030-01-03T09:00", 15)
        except cchc.Error as refused:
            print("refused:", refused)
    try:
        cchc.Calendar.builtin("la")
    except cchc.Error as refused:
        print("refused:", refused)


if __name__ == "__main__":
    main()
