#!/usr/bin/env python3
"""A round of inspection, read from its folder and written as a document: who reported and who is late, what differs from the
dossiers, what became of earlier findings, the ranking. The round that comes with it is synthetic. Needs Python 3.8 and the
package cchc, nothing else.

    python3 inspection.py                          the notice of late units of examples/data/inspection-274, as Markdown
    python3 inspection.py FOLDER summary --en      a document of another round, in English
    python3 inspection.py FOLDER --list            which documents there are
    PYTHONPATH=../../capi/python CCHC_LIBRARY=/path/to/libcchc.so python3 inspection.py
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

import cchc

SAMPLE = Path(__file__).resolve().parents[1] / "data" / "inspection-274"
FOLDERS = {
    cchc.Part.SELF_REPORT: "self-reports", cchc.Part.VISIT: "visits", cchc.Part.FINDINGS: "findings",
    cchc.Part.FACTS: "facts", cchc.Part.SCORES: "scores",
}


def whole_plan(own: Any) -> Any:
    """What the plan says, and what the built-in one that it extends says where it is silent."""
    return {**cchc.builtin_plan(own["extends"]), **own} if "extends" in own else own


def create(folder: Path, plan: Any, plan_json: bytes) -> cchc.Inspection:
    """An empty round. An outline or a criteria set is built in, or a file beside the plan; here only the outline may be one."""
    outline = folder / plan.get("outline", "")
    own = outline.read_bytes() if outline.is_file() else None
    if "criteria" not in plan:
        return cchc.Inspection(plan_json, own)
    with cchc.Criteria.builtin(plan["criteria"]) as criteria:
        return cchc.Inspection(plan_json, own, criteria)


def add_files(inspection: cchc.Inspection, folder: Path) -> None:
    """Every file of the round. One that cannot be used does not stop the others: it is among the problems of the result."""
    for part, name in FOLDERS.items():
        for path in sorted((folder / name).glob("*.json")):
            inspection.add(part, path.read_bytes(), f"{name}/{path.name}")


def add_dossiers(inspection: cchc.Inspection, folder: Path, plan: Any) -> None:
    """Counts the files of dossiers that the plan names, by unit and month."""
    if not plan.get("dossiers"):
        return
    period, units = plan["period"], [subject["unit"] for subject in plan["subjects"]]
    query = cchc.query(period["from"], period["to"], by=["agency", "month"], policy=plan["policy"], agencies=units)
    with cchc.Statistics(query) as statistics:
        for name in plan["dossiers"]:
            statistics.read(folder / name)
        inspection.set_statistics(statistics)


def compute(folder: Path) -> cchc.Round:
    """The result of the round, computed once. It keeps what it needs, so the files that were read may go."""
    plan_json = (folder / "plan.json").read_bytes()
    plan = whole_plan(json.loads(plan_json))
    with create(folder, plan, plan_json) as inspection:
        add_files(inspection, folder)
        add_dossiers(inspection, folder, plan)
        return inspection.round()


def print_figures(result: Any) -> None:
    """A few lines out of everything that the result holds; as notes, so that a document can be taken from the output."""
    states = [unit["self_report"]["state"] for unit in result["units"]]
    print(f"{len(states)} units, self-reports:", ", ".join(f"{states.count(s)} {s}" for s in sorted(set(states))), file=sys.stderr)
    errors = sum(problem["severity"] == "error" for problem in result["problems"])
    print(f"{errors} errors, {len(result['problems']) - errors} warnings in what was handed in", file=sys.stderr)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=SAMPLE)
    parser.add_argument("document", nargs="?", default="late-notice", help="name or kind of a document")
    parser.add_argument("--en", action="store_true", help="in English")
    parser.add_argument("--list", action="store_true", help="name the documents instead")
    options = parser.parse_args()
    lang = "en" if options.en else "vi"
    with compute(options.folder) as found:
        print_figures(found.result())
        documents = found.documents(lang)
        if options.list:
            for document in documents:
                print(f"{document['name']:<40} {document['kind']:<12} {document['title']}")
            return
        names = [d["name"] for d in documents if options.document in (d["name"], d["kind"])]
        if not names:
            sys.exit(f"inspection.py: no document {options.document} in this round; --list names them")
        print(found.document(names[0], lang, cchc.DocumentFormat.MARKDOWN), end="")


if __name__ == "__main__":
    try:
        main()
    except (cchc.Error, OSError) as failure:
        sys.exit(f"inspection.py: {failure}")
