#!/usr/bin/env python3
"""Writes the synthetic round of inspection in this folder, or says whether it is what this program writes.

    python3 generate.py [--out FOLDER]      default: the folder of this file
    python3 generate.py --check             exit 1 where a file differs, is missing or is one too many

Reads ../dossiers.csv (the dossier figures of the units, counted by ../recount.py), the calendar, the outline and the plan
that ship with the library. The same input gives the same bytes. Python 3.8 or later, nothing else.
"""
import argparse
import json
import sys
from datetime import datetime
from pathlib import Path
from random import Random

HERE = Path(__file__).resolve().parent
DATA = HERE.parents[2] / "src/data"
sys.path.insert(0, str(HERE.parent))  # recount.py
sys.dont_write_bytecode = True
import findings_table as past  # noqa: E402
import recount  # noqa: E402
import tables as t  # noqa: E402

CANONICAL = {"Mã hồ sơ": "id", "Tên đơn vị": "agency", "Lĩnh vực": "field", "Thủ tục": "procedure", "Kênh tiếp nhận": "channel",
             "Ngày tiếp nhận": "received", "Thời hạn": "limit", "Đơn vị thời hạn": "unit", "Ngày hẹn trả ban đầu": "original_due",
             "Ngày hẹn trả": "due", "Ngày hoàn tất": "completed", "Ngày trả kết quả": "returned", "Trạng thái": "status",
             "Ngày xin lỗi": "apology", "Nguyên nhân": "cause"}
OUTCOMES = {"col8": "early", "col9": "on_time", "col10": "overdue"}


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def short(unit):
    """The letters of a unit in the numbers of its documents."""
    return "".join(word[0] for word in unit.replace("UBND ", "").replace("- ", "").split()).upper()


def number_of(serial, kind, unit):
    """Committees of communes sign as UBND, divisions by their letters."""
    return f"{serial:02d}/{kind}-{'UBND' if unit.startswith('UBND') else short(unit)}"


# ---- The plan -----------------------------------------------------------------------------------------------------------

def plan(built_in):
    team = [{**member, "contents": t.CONTENTS[member["body"]]} if member["body"] in t.CONTENTS else member
            for member in built_in["team"]]
    tasks = []
    for task in built_in["tasks"]:
        due, done = t.TASK_DAYS.get(task["id"], (None, None))
        days = {key: day for key, day in (("due", due), ("done", done)) if day}
        tasks.append({**task, **days})
    subjects = [{"unit": unit, "kind": kind, "level": t.LEVELS[kind], "visited": True, "visit": day, "notice": t.NOTICE}
                for unit, (_, kind, day, _) in t.UNITS.items()]
    return {"format": "cchc.plan/1", "id": "huong-hoa-2020.sample", "version": "1", "extends": "huong-hoa-2020", "synthetic": True,
            "subjects": subjects, "team": team, "tasks": tasks, "reports": t.REPORTS, "self_report_due": t.SELF_REPORT_DUE,
            "period": t.PERIOD, "outline": "huong-hoa-2020", "criteria": "huong-hoa-2020.inspection", "dossiers": ["../dossiers.csv"],
            "policy": "outline-274", "calendar": "vn"}


# ---- Self-reports ---------------------------------------------------------------------------------------------------------

def answer(figure, unit, chance, false_figures):
    """What a unit says to a figure that depends on nothing else."""
    name, kind = figure["id"], figure["type"]
    if kind == "yes_no":
        if name in false_figures:
            return {"value": False}
        if name.endswith(("plan_issued", "regulation", "regulation_issued")):
            paper = "KH" if name.endswith("plan_issued") else "QĐ"
            return {"value": True, "document": {"number": number_of(chance.randint(1, 60), paper, unit),
                                                "date": f"2020-0{chance.randint(1, 3)}-{chance.randint(10, 28)}"}}
        return {"value": True}
    if name in t.PAIRS:
        least, most, share = t.PAIRS[name]
        whole = chance.randint(least, most)
        return {"part": chance.randint(int(share * whole + 0.5), whole), "whole": whole}
    if name in t.COUNTS:
        return {"value": chance.randint(*t.COUNTS[name])}
    if name in t.KINDS:
        kinds = {one: chance.randint(*bounds) for one, bounds in t.KINDS[name].items()}
        return {"kinds": kinds, "total": sum(kinds.values())}
    if name in t.CHOICES:
        return {"value": chance.choice(t.CHOICES[name])}
    if name in t.OF_THE_PROVINCE:
        return {"value": t.OF_THE_PROVINCE[name]}
    if name in t.TEXTS:
        return {"value": t.TEXTS[name]}
    return None


def documents(titles, count, kind, unit, chance):
    return {"documents": [{"number": number_of(chance.randint(1, 90), kind, unit), "date": f"2020-0{1 + i}-{chance.randint(10, 28)}",
                           "title": titles[i % len(titles)]} for i in range(count)]}


def handled_of_raised(unit, figure):
    """What the records of findings say of a unit: raised since the figure's day by its origins, and handled of it. Good models
    need no remedy."""
    since, origins = figure["remedies_since"], figure.get("remedies_origins")
    rows = [row for year in past.PAST.values() for row in year["findings"]] + rows_2020()
    remedied = {name for year in past.PAST.values() for name, _, _ in year["remedies"]} | {name for name, _, _ in past.REMEDIES_2020}
    raised = [row[0] for row in rows if row[1] == unit and row[2] != "good_model" and row[8] >= since
              and (not origins or row[7] in origins)]
    return {"part": sum(name in remedied for name in raised), "whole": len(raised)}


def special(unit, kind, records, dossiers, par_index, chance):
    """Answers that follow from something else: dossiers, reports, past conclusions, other answers."""
    late = dossiers["col10"] + dossiers["col13"]
    owed = sum(report["due"] < t.PERIOD["to"] for report in t.REPORTS)
    found = {
        **records,
        "i1b.guidance": documents(t.GUIDANCE, chance.randint(2, 5), "CV", unit, chance),
        "i1d.initiatives": documents(t.INITIATIVES, chance.randint(0, 2), "SK", unit, chance),
        "i3b.reports": {"part": owed - t.REPORTS_LATE.get(unit, 0), "whole": owed},
        "i3d.dossiers": {"received": dossiers["col3"], "on_time": dossiers["col8"] + dossiers["col9"], "early": dossiers["col8"],
                         "overdue": dossiers["col10"]},
        "i3d.overdue_explained": {"part": chance.randint(late // 2, late), "whole": late},
        "i3d.causes": {"value": t.CAUSES[late > 0]},
        "i3d.apologies": {"part": dossiers["apologies"], "whole": late},
        "i6.income_rise": {"value": 10000 * chance.randint(5, 90)},
        "i9.par_index": {"indices": [par_index]},
    }
    answers = chance.randint(40, 120)
    found["i8.survey"] = {"part": chance.randint(0, answers // 8), "whole": answers}
    if kind != "phong":
        officials = chance.randint(16, 24)
        civil_servants, below = officials // 2, (officials - chance.randint(officials - 4, officials)) // 2
        found["i5c.standard"] = {"part": civil_servants - below, "whole": civil_servants}
        found["i5c.trained"] = {"part": chance.randint(4, 16), "whole": officials}
        found["i5c.standard_target"] = {"value": chance.choice([85, 90, 95])}
        found["i8.dossiers"] = {"received": dossiers["col3"], "early": dossiers["col8"], "on_time": dossiers["col9"],
                                "overdue": dossiers["col10"]}
    return found


def plant(unit, figures):
    """The mistakes that README.md lists."""
    if unit == "UBND thị trấn Lao Bảo":
        figures["i2b.findings"] = {"part": 5, "whole": 3}
    elif unit == "Phòng Văn hóa và Thông tin":
        figures["i1c.meetings"] = {"value": "bốn"}
    elif unit == "UBND xã Tân Liên":
        figures["i3b.proposed_to_amend"] = {"value": -1}
        figures["i1h.conclusions"]["part"] = figures["i1h.conclusions"]["whole"]
    elif unit == "Phòng Tài chính - Kế hoạch":
        del figures["i4.fitness"]
    elif unit == "Phòng Nội vụ":
        figures["i7a.wifi"] = {"value": True}
    elif unit == "Phòng Tư pháp":
        figures["i7c.headquarters"] = {"value": "Trụ sở chung của UBND huyện."}
    elif unit == "UBND xã Thanh":
        figures["i1f.items"]["total"] += 1
    elif unit == "UBND xã Hướng Phùng":
        for name in ("i3d.dossiers", "i8.dossiers"):
            figures[name]["overdue"] -= 6
            figures[name]["on_time"] += 6


def self_report(unit, outline, dossiers, par_index):
    _, kind, _, sent = t.UNITS[unit]
    chance = Random(f"cchc inspection sample: {unit}")
    false_figures = {figure for _, _, figure in t.NOT_MET.get(unit, [])}
    records = {figure["id"]: handled_of_raised(unit, figure) for figure in outline if "remedies_since" in figure}
    fixed = special(unit, kind, records, dossiers, par_index, chance)
    figures, not_applicable = {}, {}
    for figure in outline:
        if kind not in figure.get("of", [kind]):
            continue
        given = fixed.get(figure["id"]) or answer(figure, unit, chance, false_figures)
        if figure["id"] == "i4.cut" and given["whole"] == 0:
            not_applicable["i4.cut"] = t.NO_CUT
        elif given:
            figures[figure["id"]] = given
    figures["i1h.self_inspection"]["evidence"] = [f"ho-so-tu-kiem-tra/{t.UNITS[unit][0]}.pdf"]
    plant(unit, figures)
    sent_reports = {**t.REPORTS_SENT, **t.REPORTS_OTHERWISE.get(unit, {})}
    report = {"format": "cchc.self-report/1", "unit": unit, "period": t.PERIOD, "sent": sent,
              "author": "Chuyên viên phụ trách" if kind == "phong" else "Công chức Văn phòng - Thống kê", "figures": figures}
    if not_applicable:
        report["not_applicable"] = not_applicable
    report["reports_sent"] = {name: day for name, day in sent_reports.items() if day}
    report["proposals"] = [t.PROPOSALS[chance.randint(0, len(t.PROPOSALS) - 1)]]
    return report


def par_indices():
    """The index of 2019 of every unit and its place among them."""
    values = {unit: f"{Random(f'cchc PAR INDEX: {unit}').randint(6500, 9200) / 100:.2f}" for unit in t.UNITS}
    places = sorted(values, key=lambda unit: -float(values[unit]))
    return {unit: {"name": "PAR INDEX", "year": 2019, "value": values[unit], "rank": 1 + places.index(unit)} for unit in t.UNITS}


# ---- Visits -------------------------------------------------------------------------------------------------------------

def iso(value):
    if not isinstance(value, datetime):
        return value
    return value.strftime("%Y-%m-%d %H:%M" if value.time() != datetime.min.time() else "%Y-%m-%d")


def samples(unit, day, dossiers, calendar):
    """One dossier that ended early, one on time, one overdue: all known whole on the day of the visit, if there are such."""
    visit, found = datetime.fromisoformat(day), {}
    for dossier in dossiers:
        moments = [value for value in dossier.values() if isinstance(value, datetime)]
        if dossier["Tên đơn vị"] != unit or dossier["Trạng thái"] != "Đã trả kết quả" or max(moments) >= visit:
            continue
        if dossier["Ngày yêu cầu bổ sung"] or dossier["Ngày tiếp nhận"] < datetime(2020, 1, 1):
            continue
        ended = min(end for end in (dossier["Ngày hoàn tất"], dossier["Ngày trả kết quả"]) if end)
        found.setdefault(OUTCOMES[recount.outcome(calendar, dossier, ended, visit)], dossier)
    out = []
    for outcome in ("early", "on_time", "overdue"):
        if outcome in found:
            row = {name: iso(found[outcome][caption]) for caption, name in CANONICAL.items() if found[outcome][caption]}
            hidden = outcome == "overdue" and unit in t.RECORDED_ON_TIME
            out.append({**row, "recorded": "on_time" if hidden else outcome})
    return out


def judged(unit, kind, checklist):
    not_met = {item: note for item, note, _ in t.NOT_MET.get(unit, [])}
    partly = dict(t.PARTLY.get(unit, []))
    for item in checklist:
        name = item["id"]
        if kind not in item.get("of", [kind]):
            yield {"item": name, "result": "not_applicable"}
        elif name in not_met:
            yield {"item": name, "result": "not_met", "note": not_met[name]}
        elif name in partly:
            yield {"item": name, "result": "partly", "note": partly[name]}
        else:
            yield {"item": name, "result": "not_judged" if name in t.NOT_JUDGED.get(unit, []) else "met"}


def visit(unit, built_in, dossiers, calendar):
    _, kind, day, _ = t.UNITS[unit]
    present = [{"body": member["body"], "role": member["role"], "post": member["post"]} for member in built_in["team"]
               if member["body"] != unit]
    if unit == "Phòng Nội vụ":  # its own people do not judge it
        present[0]["role"], present[1]["role"] = "deputy", "secretary"
    heads = ["Trưởng phòng", "Chuyên viên phụ trách cải cách hành chính"] if kind == "phong" else [
        "Chủ tịch UBND", "Công chức Văn phòng - Thống kê", "Công chức Tư pháp - Hộ tịch"]
    return {"format": "cchc.visit/1", "unit": unit, "date": day, "from_time": "08:00", "to_time": "11:00", "place": f"Trụ sở {unit}",
            "present": present, "representatives": heads, "items": list(judged(unit, kind, built_in["checklist"])),
            "sampled": samples(unit, day, dossiers, calendar),
            "opinions": t.OPINIONS.get(unit, ["Đơn vị nhất trí với nội dung kiểm tra."])}


# ---- Findings and facts ---------------------------------------------------------------------------------------------------

def finding(id, unit, kind, item, criterion, text, responsible, origin, raised):
    row = {"id": id, "unit": unit, "kind": kind, "item": item, "criterion": criterion, "text": text, "responsible": responsible,
           "origin": origin, "raised": raised}
    return {key: value for key, value in row.items() if value}


def findings_file(rows, conclusions, remedies):
    out = {"format": "cchc.findings/1", "findings": [finding(*row) for row in rows], "conclusions": [], "remedies": []}
    for unit, number, day, summary, fixes, praise in conclusions:
        wanted = [{"finding": name, "working_days" if isinstance(due, int) else "due": due} for name, due in fixes]
        row = {"unit": unit, "document": {"number": number, "date": day}, "summary": summary, "fixes": wanted, "praise": praise}
        out["conclusions"].append({key: value for key, value in row.items() if value})
    out["remedies"] = [{"finding": name, "measure": measure, "done": day} for name, measure, day in remedies]
    return out


def rows_2020():
    rows = []
    for unit, items in t.NOT_MET.items():
        for item, text, _ in items:
            if (unit, item) != t.NO_FINDING:
                name, criterion, responsible = past.OF_NOT_MET[unit, item]
                rows.append((name, unit, "shortcoming", item, criterion, text, responsible, "inspection-2020", t.UNITS[unit][2]))
    return sorted(rows) + past.BESIDE


NOT_FOR_DIVISIONS = ["I.2.b.2", "I.2.c", "I.5.a.3", "I.5.c", "I.7.c", "I.8.1"]


def facts(unit, report):
    """What neither the outline nor the dossiers give, and what the team holds not applicable."""
    models = sum(row[2] == "good_model" and row[1] == unit for row in past.BESIDE)
    found = {"outline.i1d.models_spread": models, "outline.i1e.papers_withheld": unit == "UBND xã Tân Hợp"}
    _, kind, _, sent = t.UNITS[unit]
    if sent:
        found["outline.i1h.report_days_late"] = t.DAYS_LATE.get(unit, 0)
    out = {"format": "cchc.facts/1", "unit": unit, "kind": kind, "period": t.PERIOD, "source": "Đoàn kiểm tra (dữ liệu mẫu, bịa)", "facts": found}
    reasons = {criterion: "Nội dung của UBND các xã, thị trấn" for criterion in NOT_FOR_DIVISIONS if kind == "phong"}
    if "i4.cut" in report.get("not_applicable", {}):
        reasons["I.4.3"] = t.NO_CUT
    if reasons:
        out["not_applicable"] = [{"criterion": criterion, "reason": reason, "authority": "Đoàn kiểm tra (mẫu)"}
                                 for criterion, reason in reasons.items()]
    return out


# ---- Files --------------------------------------------------------------------------------------------------------------

def score_sheet(unit, kind):
    """What the team gives where no figure decides: whole steps between half the maximum and all of it."""
    chance = Random(f"scores {unit}")
    entries = [{"criterion": criterion, "round": "appraisal", "points": f"{step * chance.randint(round(most / step / 2), round(most / step)):g}",
                "author": "Đoàn kiểm tra (mẫu)", "reason": "Chấm theo biên bản kiểm tra (mẫu)", "at": "2020-09-28"}
               for criterion, most, step, kinds in t.SCORED_BY_TEAM if kind in kinds]
    return {"format": "cchc.appraisal/1", "unit": unit, "set": "huong-hoa-2020.inspection", "version": "1", "entries": entries}


def figures_of(sections):
    for section in sections:
        yield from section.get("figures", [])
        yield from figures_of(section.get("sections", []))


def round_of_inspection():
    outline = list(figures_of(load(DATA / "outlines/huong-hoa-2020.json")["sections"]))
    built_in = load(DATA / "plans/huong-hoa-2020.json")
    calendar = recount.Calendar(DATA / "calendars/vn.json")
    first, last = (datetime.fromisoformat(t.PERIOD[end]) for end in ("from", "to"))
    counts, _ = recount.recount(HERE.parent / "dossiers.csv", calendar, first, last)
    dossiers = [dossier for _, dossier in recount.dossiers(HERE.parent / "dossiers.csv")]
    indices = par_indices()
    files = {"plan.json": plan(built_in), "findings/2020.json": findings_file(rows_2020(), past.CONCLUSIONS_2020, past.REMEDIES_2020)}
    for year, rows in past.PAST.items():
        files[f"findings/{year}.json"] = findings_file(rows["findings"], rows["conclusions"], rows["remedies"])
    for unit, (name, kind, _, sent) in t.UNITS.items():
        if sent:
            files[f"self-reports/{name}.json"] = self_report(unit, outline, counts[unit], indices[unit])
        if unit != t.NOT_VISITED:
            files[f"visits/{name}.json"] = visit(unit, built_in, dossiers, calendar)
        files[f"facts/{name}.json"] = facts(unit, files.get(f"self-reports/{name}.json", {}))
        files[f"scores/{name}.json"] = score_sheet(unit, kind)
    return {name: text(content) + "\n" for name, content in files.items()}


def text(value, indent=0, lead=0):
    """JSON in which whatever fits on a line of 140 characters stands on one."""
    flat = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, (dict, list)) or not value or lead + len(flat) <= 139:
        return flat
    pad, opening, closing = " " * (indent + 2), "{" if isinstance(value, dict) else "[", "}" if isinstance(value, dict) else "]"
    keys = [json.dumps(key, ensure_ascii=False) + ": " for key in value] if isinstance(value, dict) else [""] * len(value)
    rows = value.values() if isinstance(value, dict) else value
    parts = [pad + key + text(row, indent + 2, indent + 2 + len(key)) for key, row in zip(keys, rows)]
    return opening + "\n" + ",\n".join(parts) + "\n" + " " * indent + closing


def main():
    parser = argparse.ArgumentParser(description="Writes the synthetic round of inspection.")
    parser.add_argument("--out", type=Path, default=HERE)
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    options = parser.parse_args()
    files = round_of_inspection()
    if options.check:
        there = {str(path.relative_to(options.out)) for path in options.out.rglob("*.json")}
        wrong = sorted(there ^ set(files)) + [name for name in sorted(there & set(files))
                                              if (options.out / name).read_bytes() != files[name].encode("utf-8")]
        for name in wrong:
            print(f"{name} is not what generate.py writes", file=sys.stderr)
        return 1 if wrong else 0
    for name, content in files.items():
        (options.out / name).parent.mkdir(parents=True, exist_ok=True)
        (options.out / name).write_bytes(content.encode("utf-8"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
