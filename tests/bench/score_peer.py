#!/usr/bin/env python3
"""Scores what cchc_score_bench left in a folder with other engines, checks that they agree, and prints ratios.

    score_peer.py FOLDER [NODE_FOLDER]     NODE_FOLDER: holds node_modules; default: the current folder
Peers: datalogic-py (JSON Logic in Rust, from Python), json-logic-engine (JSON Logic compiled to JavaScript), feelin (FEEL in
JavaScript), all with doubles; and the rules written by hand with Python's fractions, which are exact as cchc is. A peer that is
not installed is named as such; one that gives another answer fails the run.
"""
import csv
import json
import re
import shutil
import subprocess
import sys
import time
from fractions import Fraction
from pathlib import Path

EXACT_UNITS = 50
RATIO = re.compile(r"max \* (f\d+\.done) / (f\d+\.all)")
RATE = re.compile(r"100 \* (f\d+\.done) / (f\d+\.all)")
CAPPED = re.compile(r"min\(max, if (f\d+\.done) >= 40 then 0\.25 \+ \(\1 - 40\) \* 0\.01 else 0\.005 \* \1\)")
ROWS = [{"when": {"rate": ">= 95"}, "points": "max"}, {"when": {"rate": "[80..95)"}, "points": "max * 3 / 4"},
        {"when": {"rate": "[50..80)"}, "points": "max / 2"}, {"when": {"rate": "< 50"}, "points": "0"}]


def shape(leaf):
    """The kind of a leaf and the names of its facts; nothing but the three shapes that score_bench.cpp writes is known here."""
    rule = leaf["rule"]
    if leaf["max"] == 1 and rule.keys() == {"points"}:
        for kind, pattern in (("ratio", RATIO), ("capped", CAPPED)):
            if found := pattern.fullmatch(rule["points"]):
                return kind, *found.groups()
    if leaf["max"] == 1 and rule.get("rows") == ROWS and (found := RATE.fullmatch(rule["let"]["rate"])):
        return "table", *found.groups()
    sys.exit(f"score_peer.py does not know the rule of {leaf['id']}: {rule}")


def json_logic(kind, done, total=None):
    """JSON Logic has no names for values in between, and its `if` takes the first row where ours looks that only one fits."""
    done, total = {"var": done}, {"var": total}
    if kind == "ratio":
        return {"*": [1, {"/": [done, total]}]}
    if kind == "table":
        rate = {"/": [{"*": [100, done]}, total]}
        return {"if": [{">=": [rate, 95]}, 1, {">=": [rate, 80]}, 0.75, {">=": [rate, 50]}, 0.5, 0]}
    above = {"+": [0.25, {"*": [{"-": [done, 40]}, 0.01]}]}
    return {"min": [1, {"if": [{">=": [done, 40]}, above, {"*": [0.005, done]}]}]}


def feel(kind, leaf):
    if kind != "table":
        return leaf["rule"]["points"]
    rows = "if rate >= 95 then max else if rate >= 80 then max * 3 / 4 else if rate >= 50 then max / 2 else 0"
    return f"{{rate: {leaf['rule']['let']['rate']}, points: {rows}}}.points"


def exact_points(kind, row, done, total=None):
    done = row[done]
    if kind == "ratio":
        return Fraction(done, row[total])
    if kind == "table":
        rate = Fraction(100 * done, row[total])
        return Fraction(1) if rate >= 95 else Fraction(3, 4) if rate >= 80 else Fraction(1, 2) if rate >= 50 else Fraction(0)
    return min(Fraction(1), Fraction(1, 4) + (done - 40) * Fraction(1, 100) if done >= 40 else done * Fraction(1, 200))


def half_up(total):
    """To two places, as the set says; in units of 10^-6. For a double and for a fraction."""
    return (total * 100 + Fraction(1, 2)) // 1 * 10_000 if isinstance(total, Fraction) else int(total * 100 + 0.5) * 10_000


class Report:
    def __init__(self, ours, leaves, expected):
        self.ours, self.leaves, self.expected, self.failed = ours, leaves, expected, False

    def peer(self, name, seconds, totals, exact=False):
        ns = 1e9 * seconds / (len(totals) * self.leaves)
        off = [abs(half_up(t) - e) for t, e in zip(totals, self.expected)]
        wrong = sum(o > (0 if exact else 1e-6 * e) for o, e in zip(off, self.expected))
        if wrong:
            self.failed = True
            print(f"{name}: {wrong} of {len(totals)} TOTALS DIFFER")
            return
        ratio = ns / self.ours
        says = f"is {ratio:6.1f} times as fast" if ratio >= 1 else f"takes {1 / ratio:.1f} times as long"
        print(f"{name:44} {ns:9.1f} ns a leaf ({len(totals)} units), cchc {says}")


def best(run, repeats=5):
    """Least processor time of the runs, as score_bench.cpp takes it, and the last result."""
    samples = []
    for _ in range(repeats):
        start = time.process_time()
        result = run()
        samples.append(time.process_time() - start)
    return min(samples), result


def datalogic_peer(report, rules, units):
    try:
        import datalogic_py
    except ImportError:
        print("datalogic-py is not installed")
        return
    from importlib.metadata import version
    engine = datalogic_py.Engine()
    session = engine.session()
    # All leaves of a unit as one list: measured faster than a rule for each. Parsing of rules and facts is not timed.
    compiled = engine.compile(rules)
    handles = [datalogic_py.DataHandle(json.dumps(unit)) for unit in units]
    seconds, totals = best(lambda: [sum(session.evaluate_data(compiled, handle)) for handle in handles])
    report.peer(f"datalogic-py {version('datalogic-py')}, Rust from Python", seconds, totals)


def node_peers(report, folder, node_folder):
    if shutil.which("node") is None:
        print("node is not installed")
        return
    script = Path(__file__).with_suffix(".mjs")
    lines = subprocess.run(["node", str(script), str(folder), node_folder], check=True, stdout=subprocess.PIPE, text=True).stdout
    for line in lines.splitlines():
        found = json.loads(line)
        if "missing" in found:
            print(f"{found['missing']} is not installed")
        else:
            report.peer(found["name"], found["seconds"], found["totals"])


def main():
    folder = Path(sys.argv[1])
    printed = (folder / "score.txt").read_text()
    print(printed, end="")
    leaves = json.loads((folder / "bench_set.json").read_text())
    if leaves["rounding"] != {"places": 2, "mode": "half_up"}:
        sys.exit("score_peer.py rounds half up to two places, the set does not")
    leaves = [leaf for field in leaves["fields"] for leaf in field["criteria"]]
    shapes = [shape(leaf) for leaf in leaves]
    with open(folder / "bench_facts.csv", newline="") as text:
        rows = [{name: int(value) for name, value in row.items()} for row in csv.DictReader(text)]
    units = [{f"f{i}": {part: row[f"f{i}.{part}"] for part in ("done", "all")} for i in range(len(leaves))} for row in rows]
    rules = [json_logic(*s) for s in shapes]
    (folder / "peer.json").write_text(json.dumps(
        {"rules": rules, "feel": [feel(s[0], leaf) for s, leaf in zip(shapes, leaves)], "units": units}))

    report = Report(float(re.search(r"([\d.]+) ns a leaf", printed)[1]), len(leaves), [row["total_micro"] for row in rows])
    node_peers(report, folder, sys.argv[2] if len(sys.argv) > 2 else ".")
    datalogic_peer(report, rules, units[:2000])
    seconds, totals = best(lambda: [sum(exact_points(s[0], row, *s[1:]) for s in shapes) for row in rows[:EXACT_UNITS]], 3)
    report.peer("fractions of Python, by hand, exact", seconds, totals, exact=True)
    return 1 if report.failed else 0


if __name__ == "__main__":
    sys.exit(main())
