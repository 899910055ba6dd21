#!/usr/bin/env python3
"""A round of inspection of any size, for time and memory; synthetic, the same bytes each time.

    inspect_large.py ROOT OUT                  1000 units, 1000000 dossiers: of each unit a self-report, a visit with five of its
                                               dossiers, ten findings over two years with conclusions and remedies, a score sheet
    inspect_large.py ROOT OUT --units 100 --dossiers 20000
    inspect_large.py ROOT OUT --plain          without sampled dossiers, findings and score sheets
    /usr/bin/time -v cchc inspect OUT -o WHERE
"""
import argparse
import csv
import json
from pathlib import Path

ROUND = {"from": "2020-01-01", "to": "2020-10-01"}
SAMPLED = 5
RESULTS = ("met", "met", "met", "partly", "not_judged")
RECEIVED, DUE, COMPLETED, SUPPLEMENT = "Ngày tiếp nhận", "Ngày hẹn trả", "Ngày hoàn tất", "Ngày yêu cầu bổ sung"


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


def result(unit, item):
    return "not_met" if (unit + item) % 19 == 0 else RESULTS[(unit + item) % 5]


def write_report(out, asked, unit, name):
    write(out / "self-reports" / f"{unit:05}.json", {
        "format": "cchc.self-report/1", "unit": name, "period": ROUND, "sent": f"2020-08-{unit % 28 + 1:02}",
        "figures": {f["id"]: answer(f, unit) for f in asked}})


def write_visit(out, checklist, unit, name, sampled):
    write(out / "visits" / f"{unit:05}.json", {
        "format": "cchc.visit/1", "unit": name, "date": f"2020-09-{unit % 20 + 1:02}", "from_time": "08:00", "to_time": "11:00",
        "items": [{"item": item["id"], "result": result(unit, i), "note": f"Ghi nhận {unit}"} for i, item in enumerate(checklist)],
        "sampled": sampled, "opinions": ["Đơn vị nhất trí."]})


def iso(moment):
    """"02/12/2019 09:50" as sampled dossiers have it."""
    day, _, clock = moment.partition(" ")
    return "-".join(reversed(day.split("/"))) + (" " + clock if clock else "")


def sampled_dossier(row):
    received, due, completed = iso(row[RECEIVED]), iso(row[DUE]), iso(row[COMPLETED])
    recorded = "overdue" if completed[:10] > due[:10] else "on_time"
    return {"id": row["Mã hồ sơ"], "agency": row["Tên đơn vị"], "received": received, "due": due, "completed": completed,
            "recorded": recorded}


def finding(year, unit, name, number, kind="shortcoming", **more):
    return {"id": f"{year}-{unit:05}-{number}", "unit": name, "kind": kind, "text": f"Vấn đề {number} của đơn vị {unit}",
            "responsible": "Chủ tịch UBND xã", "origin": f"inspection-{year}", "raised": f"{year}-09-{unit % 20 + 5:02}", **more}


def conclusion(year, unit, name, findings, **due):
    return {"unit": name, "document": {"number": f"{unit + 1}/KL-ĐKT", "date": f"{year}-09-28"}, "summary": "Cơ bản thực hiện.",
            "fixes": [{"finding": f["id"], **due} for f in findings if f["kind"] != "good_model"], "praise": ["Hẹn giờ"]}


def write_findings(out, checklist, names):
    years = {year: {"format": "cchc.findings/1", "findings": [], "conclusions": [], "remedies": []} for year in (2019, 2020)}
    for unit, name in enumerate(names):
        before = [finding(2019, unit, name, i) for i in range(4)]
        not_met = [item["id"] for i, item in enumerate(checklist) if result(unit, i) == "not_met"]
        now = [finding(2020, unit, name, i, item=item) for i, item in enumerate(not_met)]
        now += [finding(2020, unit, name, i) for i in range(len(now), 5)] + [finding(2020, unit, name, 5, "good_model")]
        for year, raised, due in ((2019, before, {"due": "2019-12-31"}), (2020, now, {"working_days": 30})):
            years[year]["findings"] += raised
            years[year]["conclusions"].append(conclusion(year, unit, name, raised, **due))
        years[2020]["remedies"] += [{"finding": f["id"], "measure": "Đã sửa", "done": done}
                                    for f, done in zip(before, ("2019-12-16", "2019-12-30", "2020-03-16"))]
    for year, content in years.items():
        write(out / "findings" / f"{year}.json", content)


def write_scores(root, out, names):
    """The sheet of one unit of the sample for every unit."""
    sheet = json.loads((root / "examples/data/inspection-274/scores/ubnd-xa-thanh.json").read_text(encoding="utf-8"))
    for unit, name in enumerate(names):
        write(out / "scores" / f"{unit:05}.json", {**sheet, "unit": name})


def write_dossiers(root, out, names, count):
    """The dossiers, and the first ones of each unit that can be judged by their dates alone."""
    sampled = {name: [] for name in names}
    with open(root / "examples/data/dossiers.csv", encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file)
    with open(out / "dossiers.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        for i in range(count):
            row = rows[i % len(rows)]
            own = [f"{row[0]}-{i}", names[i * 7919 % len(names)], *row[2:]]
            writer.writerow(own)
            if len(sampled[own[1]]) < SAMPLED:
                named = dict(zip(header, own))
                if named[RECEIVED] and named[DUE] and named[COMPLETED] and not named[SUPPLEMENT]:
                    sampled[own[1]].append(sampled_dossier(named))
    return sampled


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("root", type=Path, metavar="ROOT", help="the sources of cchc")
    parser.add_argument("out", type=Path, metavar="OUT", help="the folder of the round")
    parser.add_argument("--units", type=int, default=1000)
    parser.add_argument("--dossiers", type=int, default=1000000)
    parser.add_argument("--plain", action="store_true")
    options = parser.parse_args()
    root, out = options.root, options.out
    outline = json.loads((root / "src/data/outlines/huong-hoa-2020.json").read_text(encoding="utf-8"))
    checklist = json.loads((root / "src/data/plans/huong-hoa-2020.json").read_text(encoding="utf-8"))["checklist"]
    names = [f"UBND xã {i:05}" for i in range(options.units)]
    write(out / "plan.json", {
        "format": "cchc.plan/1", "id": "large", "version": "1", "extends": "huong-hoa-2020", "synthetic": True, "period": ROUND,
        "subjects": [{"unit": name, "kind": "xa"} for name in names], "self_report_due": "2020-08-20",
        "dossiers": ["dossiers.csv"]})
    sampled = write_dossiers(root, out, names, options.dossiers)
    asked = list(figures(outline["sections"], "xa"))
    for unit, name in enumerate(names):
        write_report(out, asked, unit, name)
        write_visit(out, checklist, unit, name, [] if options.plain else sampled[name])
    if not options.plain:
        write_findings(out, checklist, names)
        write_scores(root, out, names)


if __name__ == "__main__":
    main()
