#!/usr/bin/env python3
"""Times the peers on the files that cchc_bench left in a folder, checks that they agree, and prints ratios.

    peers.py FOLDER CALENDAR.json
A peer that is not installed is named as such; one that gives another answer fails the run.
"""
import json
import statistics
import sys
import time
from datetime import date, timedelta
from pathlib import Path

EPOCH = date(1970, 1, 1)


def timed(rows, run, repeats=5):
    """Median of the processor time a row, in nanoseconds, after one warm-up, and the last result."""
    result = run()
    samples = []
    for _ in range(repeats):
        start = time.process_time()
        result = run()
        samples.append(1e9 * (time.process_time() - start) / rows)
    return statistics.median(samples), result


def calendar(path):
    data = json.loads(Path(path).read_text(encoding="utf-8"))
    off = {date.fromisoformat(d["date"]) for d in data["days_off"]}
    worked = {date.fromisoformat(d["date"]) for d in data["days_worked"]}
    first, end = (date.fromisoformat(data["coverage"][k]) for k in ("from", "to"))
    days = [first + timedelta(i) for i in range((end - first).days)]
    return days, [(d.weekday() < 5 and d not in off) or d in worked for d in days]


class Report:
    def __init__(self, folder):
        self.ours, self.checks, self.failed = {}, {}, False
        for line in (folder / "cchc.txt").read_text().splitlines():
            if not line.startswith("#"):
                name, ns, check = line.split()
                self.ours[name], self.checks[name] = float(ns), int(check)
                print(f"{name:22} cchc {float(ns):9.2f} ns a row")

    def peer(self, name, peer, ns, check=None):
        if check is not None and check != self.checks[name]:
            self.failed = True
            print(f"{name:22} {peer}: ANOTHER ANSWER: {check}, not {self.checks[name]}")
            return
        print(f"{name:22} {peer:34} {ns:9.2f} ns a row, cchc is {ns / self.ours[name]:8.1f} times as fast")


def numpy_peers(report, folder, days, working):
    try:
        import numpy as np
    except ImportError:
        print("numpy is not installed")
        return
    received, limit, due = (np.fromfile(folder / f"{n}.i32", dtype=np.int32) for n in ("received", "limit", "due"))
    holidays = np.array([str(d) for d, w in zip(days, working) if not w], dtype="datetime64[D]")
    exact = np.busdaycalendar(weekmask="1111111", holidays=holidays)
    part = min(len(received), 1_000_000)  # busday is slow; its time a row does not depend on the number
    start = received[:part].astype("datetime64[D]")
    # n working days after a day off are counted from the working day before it.
    ns, out = timed(part, lambda: np.busday_offset(start, limit[:part], roll="backward", busdaycal=exact), 3)
    whole = int(np.busday_offset(received.astype("datetime64[D]"), limit, roll="backward", busdaycal=exact).astype(np.int64).sum())
    report.peer("add", "numpy busday_offset, exact", ns, whole)
    end = due[:part].astype("datetime64[D]")
    ns, _ = timed(part, lambda: np.busday_count(start, end, busdaycal=exact), 3)
    counted = int(np.busday_count(received.astype("datetime64[D]"), due.astype("datetime64[D]"), busdaycal=exact).sum())
    report.peer("count", "numpy busday_count, exact", ns, counted)
    # What a careful user writes: the prefix table by hand.
    first = (days[0] - EPOCH).days
    before = np.concatenate([[0], np.cumsum(working)]).astype(np.int32)
    inverse = np.array([(d - EPOCH).days for d, w in zip(days, working) if w], dtype=np.int32)
    ns, out = timed(len(received), lambda: inverse[before[received - (first - 1)] + limit - 1])
    report.peer("add", "numpy, prefix table by hand", ns, int(out.astype(np.int64).sum()))
    ns, out = timed(len(received), lambda: before[due - first] - before[received - first])
    report.peer("count", "numpy, prefix table by hand", ns, int(out.astype(np.int64).sum()))


def quantlib_peer(report, folder, days, working):
    try:
        import QuantLib as ql
    except ImportError:
        print("QuantLib is not installed")
        return
    from array import array
    cal = ql.BespokeCalendar("vn")
    for weekday in (ql.Saturday, ql.Sunday):
        cal.addWeekend(weekday)
    for d, w in zip(days, working):
        when = ql.Date(d.day, d.month, d.year)
        if w and d.weekday() >= 5:
            cal.removeHoliday(when)
        if not w and d.weekday() < 5:
            cal.addHoliday(when)
    received, limit = array("i"), array("i")
    received.frombytes((folder / "received.i32").read_bytes())
    limit.frombytes((folder / "limit.i32").read_bytes())
    step = max(1, len(received) // 20000)
    serial = ql.Date(1, 1, 1970).serialNumber()
    dates = [ql.Date(serial + r) for r in received[::step]]
    limits = list(limit[::step])
    ns, _ = timed(len(dates), lambda: [cal.advance(d, n, ql.Days) for d, n in zip(dates, limits)], 3)
    report.peer("add", "QuantLib advance (from Python)", ns)


DUCK_CLASS = """CASE WHEN completed IS NULL THEN CASE WHEN due::DATE < DATE '2024-12-31' THEN 4 ELSE 3 END
                     WHEN completed::DATE < due::DATE THEN 0 WHEN completed::DATE = due::DATE THEN 1 ELSE 2 END"""
DUCK_GROUPS = """SELECT agency, field, procedure, m, class, count(*) FROM
  (SELECT agency, field, procedure, date_trunc('month', received) AS m, {} AS class FROM {})
  GROUP BY GROUPING SETS ((agency, class), (field, class), (procedure, class), (m, class))"""


def duckdb_peers(report, folder):
    try:
        import duckdb
    except ImportError:
        print("duckdb is not installed")
        return
    con = duckdb.connect(config={"threads": 1})
    con.execute("SET preserve_insertion_order = false")
    csv = f"read_csv('{folder / 'dossiers.csv'}')"
    rows = con.execute(f"SELECT count(*) FROM {csv}").fetchone()[0]
    ns, _ = timed(rows, lambda: con.execute(DUCK_GROUPS.format(DUCK_CLASS, csv)).fetchall(), 3)
    report.peer("csv_4_groupings", f"DuckDB {duckdb.__version__}", ns)
    enums = ", ".join(f"{c}::e_{c} AS {c}" for c in ("agency", "field", "procedure"))
    con.execute(f"CREATE TABLE raw AS SELECT * FROM {csv}")
    for column in ("agency", "field", "procedure"):
        con.execute(f"CREATE TYPE e_{column} AS ENUM (SELECT DISTINCT {column} FROM raw)")
    con.execute(f"CREATE TABLE t AS SELECT {enums}, received, due, completed FROM raw")
    ns, _ = timed(rows, lambda: con.execute(DUCK_GROUPS.format(DUCK_CLASS, "t")).fetchall(), 3)
    report.peer("classify_4_groupings", f"DuckDB {duckdb.__version__}, enums", ns)


def main():
    folder = Path(sys.argv[1])
    days, working = calendar(sys.argv[2])
    report = Report(folder)
    numpy_peers(report, folder, days, working)
    quantlib_peer(report, folder, days, working)
    duckdb_peers(report, folder)
    return 1 if report.failed else 0


if __name__ == "__main__":
    sys.exit(main())
