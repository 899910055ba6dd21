#!/usr/bin/env python3
"""A round of inspection of any size, for time and memory: UNITS units, each with a self-report and a visit, and DOSSIERS dossiers.

    inspect_large.py ROOT OUT [UNITS] [DOSSIERS]      default 1000 units, 1000000 dossiers; synthetic, the same bytes each time
    /usr/bin/time -v cchc inspect OUT -o WHERE
"""
import csv
import json
import sys
from pathlib import Path

ROUND = {"from": "2020-01-01", "to": "2020-10-01"}


def figures(sections, kind):
    for section in sections:
        for figure in section.get("figures", []):
            if kind in figure.get("of", [kind]) and figure["type"] != "dossiers":
                yield figure
        yield from figures(section.get("sections", []), kind)


def answer(figure, unit):
    document = {"number": f"{unit % 90 + 1}/KH-UBND", "date": "2020-02-03"}
    values = {
        "text": {"value": f"Nội dung {unit}"},
        "yes_no": {"value": unit % 7 != 0},
        "count": {"value": unit % 13},
        "pair": {"part": unit % 20, "whole": 20},
        "rate": {"value": f"{unit % 100}.5"},
        "money": {"value": 1000 * (unit % 500)},
        "date": {"value": "2020-03-04"},
        "documents": {"documents": [document]},
        "index": {"indices": [{"name": "PAR INDEX", "year": 2019, "value": f"{60 + unit % 40}.25"}]},
    }
    if figure["type"] in ("breakdown", "choice"):
        ids = [kind["id"] for kind in figure["kinds"]]
        return {"kinds": {ids[0]: unit % 9}} if figure["type"] == "breakdown" else {"value": ids[unit % len(ids)]}
    return values[figure["type"]]


def write(path, document):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")


def write_unit(out, asked, checklist, unit, name):
    write(out / "self-reports" / f"{unit:05}.json", {
        "format": "cchc.self-report/1", "unit": name, "period": ROUND, "sent": f"2020-08-{unit % 28 + 1:02}",
        "figures": {f["id"]: answer(f, unit) for f in asked}})
    results = ("met", "met", "met", "partly", "not_judged")
    write(out / "visits" / f"{unit:05}.json", {
        "format": "cchc.visit/1", "unit": name, "date": f"2020-09-{unit % 20 + 1:02}",
        "items": [{"item": item["id"], "result": results[(unit + i) % 5]} for i, item in enumerate(checklist)]})


def write_dossiers(root, out, names, count):
    with open(root / "examples/data/dossiers.csv", encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file)
    with open(out / "dossiers.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        for i in range(count):
            row = rows[i % len(rows)]
            writer.writerow([f"{row[0]}-{i}", names[i * 7919 % len(names)], *row[2:]])


def main(root, out, units=1000, dossiers=1000000):
    root, out = Path(root), Path(out)
    outline = json.loads((root / "src/data/outlines/huong-hoa-2020.json").read_text(encoding="utf-8"))
    checklist = json.loads((root / "src/data/plans/huong-hoa-2020.json").read_text(encoding="utf-8"))["checklist"]
    names = [f"UBND xã {i:05}" for i in range(int(units))]
    write(out / "plan.json", {
        "format": "cchc.plan/1", "id": "large", "version": "1", "extends": "huong-hoa-2020", "synthetic": True, "period": ROUND,
        "subjects": [{"unit": name, "kind": "xa"} for name in names], "self_report_due": "2020-08-20",
        "dossiers": ["dossiers.csv"]})
    asked = list(figures(outline["sections"], "xa"))
    for unit, name in enumerate(names):
        write_unit(out, asked, checklist, unit, name)
    write_dossiers(root, out, names, int(dossiers))


if __name__ == "__main__":
    main(*sys.argv[1:])
