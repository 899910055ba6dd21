#!/usr/bin/env python3
"""The consolidated outline of `cchc inspect` beside the one that tests/oracle/consolidate.py works out from the same files.

    check_consolidation.py TOOL ROOT      the sample round; then with a changed answer, which must be noticed by both
"""
import json
import shutil
import subprocess
import sys
import tempfile
from fractions import Fraction
from pathlib import Path

NUMBERS = ("sum", "whole", "rate")


def by_library(tool, folder, out):
    run = subprocess.run([tool, "inspect", folder, "-o", out, "--formats", "json"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    assert run.returncode == 1, f"exit {run.returncode}, expected 1: the sample has mistakes on purpose"
    figures = json.loads((Path(out) / "result.json").read_text(encoding="utf-8"))["outline"]["figures"]
    for figure in figures:
        figure.pop("listed", None)
        figure["not_applicable"] = {n["unit"]: n["reason"] for n in figure.get("not_applicable", [])}
        if "rate_exact" in figure:
            figure["rate"] = figure.pop("rate_exact")
    return figures


def by_oracle(root, folder):
    return json.loads(subprocess.check_output([sys.executable, "-B", root / "tests/oracle/consolidate.py", folder,
                                               root / "src/data/outlines/huong-hoa-2020.json"]))["figures"]


def differences(mine, theirs):
    yield from (f"{a['id']}: not in both" for a, b in zip(mine, theirs) if a["id"] != b["id"])
    if len(mine) != len(theirs):
        yield f"{len(mine)} figures, {len(theirs)} figures"
    for a, b in zip(mine, theirs):
        for key in sorted(set(a) | set(b)):
            x, y = a.get(key), b.get(key)
            if key in NUMBERS and x is not None and y is not None:
                x, y = Fraction(str(x)), Fraction(str(y))
            if x != y:
                yield f"{a['id']}/{key}: {x} by the script, {y} by the library"


def main(tool, root):
    root = Path(root)
    sample = root / "examples/data/inspection-274"
    with tempfile.TemporaryDirectory() as there:
        library = by_library(tool, sample, Path(there) / "out")
        oracle = by_oracle(root, sample)
        found = list(differences(oracle, library))
        changed = Path(there) / "changed"
        shutil.copytree(sample, changed)
        report = changed / "self-reports/phong-noi-vu.json"
        text = json.loads(report.read_text(encoding="utf-8"))
        text["figures"]["i1a.tasks"]["part"] -= 1
        report.write_text(json.dumps(text, ensure_ascii=False), encoding="utf-8")
        if not list(differences(by_oracle(root, changed), library)):
            found.append("a changed answer is not noticed: this test cannot fail")
    for line in found:
        print(line)
    print(f"{len(oracle)} figures compared, {len(found)} differences")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
