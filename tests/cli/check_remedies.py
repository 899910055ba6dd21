#!/usr/bin/env python3
"""Findings, remedies and lateness of `cchc inspect` beside what tests/oracle/remedies.py works out from the same files.

    check_remedies.py TOOL ROOT      the sample round on several as-of dates; then with changed days, which must be noticed
"""
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

# The end of the period, a day off, days on which findings fall due and are mended, the first half-year, and long after it.
DATES = ("2020-10-01", "2020-09-06", "2020-09-29", "2020-09-30", "2020-06-23", "2020-08-31", "2020-09-01", "2021-02-15")


def by_library(tool, folder, out, as_of):
    run = subprocess.run([tool, "inspect", folder, "-o", out, "--force", "--formats", "json", "--as-of", as_of],
                         stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert run.returncode < 2, f"exit {run.returncode}\n{run.stderr.decode()}"
    result = json.loads((Path(out) / "result.json").read_text(encoding="utf-8"))

    def late(entry):
        return [entry["state"], entry.get("working_days", 0)]

    return {
        "remedies": {row["finding"]: {k: row[k] for k in ("finding", "unit", "kind", "state", "due", "done", "working_days_late") if k in row}
                     for row in result["remedies"]},
        "counts": {(row.get("unit"), row.get("origin")): [row[k] for k in ("raised", "handled", "late", "open", "overdue")]
                   for row in result["remedy_counts"]},
        "of the unit": {unit["unit"]: [unit["remedies"][k] for k in ("raised", "handled", "late", "open", "overdue")] for unit in result["units"]},
        "self_report": {unit["unit"]: late(unit["self_report"]) for unit in result["units"]},
        "reports": {(unit["unit"], id_): late(entry) for unit in result["units"] for id_, entry in unit["reports"].items()},
        "tasks": {task["id"]: late(task["due"]) for task in result["tasks"]},
    }


def by_oracle(root, folder, as_of):
    said = json.loads(subprocess.check_output([sys.executable, "-B", root / "tests/oracle/remedies.py", folder,
                                               root / "src/data/plans/huong-hoa-2020.json", root / "src/data/calendars/vn.json", as_of]))
    counts = {(row["unit"], row["origin"]): [row[k] for k in ("raised", "handled", "late", "open", "overdue")] for row in said["remedy_counts"]}
    return {
        "remedies": said["remedies"],
        "counts": counts,
        "of the unit": {unit: counts.get((unit, None), [0] * 5) for unit in said["units"]},
        "self_report": {unit: entry["self_report"] for unit, entry in said["units"].items()},
        "reports": {(unit, id_): late for unit, entry in said["units"].items() for id_, late in entry["reports"].items()},
        "tasks": said["tasks"],
    }


def differences(mine, theirs):
    for part in mine:
        for key in sorted(set(mine[part]) | set(theirs[part]), key=str):
            x, y = mine[part].get(key), theirs[part].get(key)
            if x != y:
                yield f"{part} {key}: {x} by the script, {y} by the library"


def change(path, edit):
    document = json.loads(path.read_text(encoding="utf-8"))
    edit(document)
    path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")


def planted(copy):
    """Each changes a day by as little as makes a difference: what must differ, and the change."""
    def done(day):
        return lambda d: d["remedies"][1].update(done=day)
    yield "remedies 2020-03", copy / "findings/2020.json", done("2020-09-25")
    yield "remedies 2020-07", copy / "findings/2020.json", lambda d: d["conclusions"][4]["fixes"][1].update(working_days=6)
    yield "counts", copy / "findings/2019.json", lambda d: d["findings"][0].update(origin="audit-of-ours")
    yield "self_report", copy / "self-reports/phong-kinh-te-va-ha-tang.json", lambda d: d.update(sent="2020-09-08")


def main(tool, root):
    root = Path(root)
    sample = root / "examples/data/inspection-274"
    found, compared = [], 0
    with tempfile.TemporaryDirectory() as there:
        out = Path(there) / "out"
        for as_of in DATES:
            oracle = by_oracle(root, sample, as_of)
            found += [f"{as_of}: {line}" for line in differences(oracle, by_library(tool, sample, out, as_of))]
            compared += sum(map(len, oracle.values()))
        library = by_library(tool, sample, out, DATES[0])
        names = len(list(planted(Path())))
        for i in range(names):
            copy = Path(there) / f"copy{i}"
            shutil.copytree(sample, copy)
            what, path, edit = list(planted(copy))[i]
            change(path, edit)
            if not any(line.startswith(what) for line in differences(by_oracle(root, copy, DATES[0]), library)):
                found.append(f"a change of {what} is not noticed: this test cannot fail")
    for line in found:
        print(line)
    print(f"{compared} states and counts compared, {len(found)} differences")
    return 1 if found or compared < 100 else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
