#!/usr/bin/env python3
"""The built-in outline and plan of plan 274/KH-UBND hold every line of its text, and give every fact of the criteria set.

    check_inspection_data.py SOURCE_ROOT

tests/golden/plan-274/lines.tsv has the lines of parts II to IV and the outline word for word, in order, and the ids that
hold each ("team/0" is a member of the team, "visits_planned" and "subjects_planned" are the plan's). Fails where a line has no
id, an id is not in the data, a quote is in no line that names its id, a body or a number of part III is not in its line, a
document number of a line is in no basis, a fact of the set is given by no figure or by two, or a choice of ours is not named
among the additions. Broken copies must fail, too.
"""
import copy
import json
import re
import sys
from collections import Counter
from pathlib import Path

# Facts of the criteria set that no line of the outline asks for: the round knows them, not the unit.
NOT_ASKED = {
    "outline.i1h.report_days_late",  # from the day on which the self-report came
    "outline.i1e.papers_withheld",  # seen at the visit
    "outline.i1d.models_spread",  # good models are findings
}
FIGURE_TYPES = {"text", "yes_no", "choice", "count", "pair", "rate", "money", "date", "documents", "breakdown", "dossiers", "index"}
UNIT_KINDS = {"phong", "xa", "thi-tran"}
TEAM_LINES = [1, 1, 2, 2, 3, 4, 5, 6]  # of III.3, by member
FIGURE = re.compile(r"\bi+\d?[a-h]?\.[a-z_0-9]+")
NUMBER = re.compile(r"\d+/ ?(?:\d{4}/)?[A-ZĐ][A-Za-zĐ]+(?:-[A-ZĐa-z]+)?")


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def read_lines(path):
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    assert rows[0] == ["place", "quote", "ids"], rows[0]
    return [{"place": place, "quote": quote, "ids": ids.split(";") if ids else []} for place, quote, ids in rows[1:]]


def sections_of(tree):
    for section in tree:
        yield section
        yield from sections_of(section.get("sections", []))


def criteria_ids(node):
    found = {node["id"]} if "id" in node else set()
    for key in ("fields", "criteria", "components", "accounts"):
        for child in node.get(key, []):
            found |= criteria_ids(child)
    return found


def facts_of(figure):
    own = [figure.get("fact"), figure.get("whole_fact"), *(kind.get("fact") for kind in figure.get("kinds", []))]
    return [fact for fact in own if fact]


def texts_of(entry):
    """Every text that people read, which must exist in both languages."""
    for key in ("title", "text", "part", "whole", "evidence", "note"):
        if key in entry:
            yield key, entry[key]
    for kind in entry.get("kinds", []):
        yield "kinds", kind["title"]


def twice(names, what):
    return [f"{what} {name} is there {count} times" for name, count in Counter(names).items() if count > 1]


def entry_problems(entries):
    for name, entry in entries:
        for key, text in texts_of(entry):
            if not isinstance(text, dict) or not text.get("vi") or not text.get("en"):
                yield f"{name}: {key} is not in both languages"
        for key in ("place", "quote"):
            if not entry.get(key):
                yield f"{name}: no {key}"
        for kind in set(entry.get("of", [])) - UNIT_KINDS:
            yield f"{name}: {kind} is no kind of unit"


def figure_problems(figures, criteria):
    for figure in figures:
        kind = figure["type"]
        if kind not in FIGURE_TYPES:
            yield f"{figure['id']}: {kind} is no type"
        if (kind == "pair") != ("part" in figure and "whole" in figure):
            yield f"{figure['id']}: part and whole belong to a pair"
        if (kind in ("breakdown", "choice")) != ("kinds" in figure):
            yield f"{figure['id']}: kinds belong to a breakdown or a choice"
    given = [fact for figure in figures for fact in facts_of(figure)]
    asked = {name for name in criteria["facts"] if name.startswith("outline.")}
    yield from twice(given, "the fact")
    yield from (f"no figure gives {fact}" for fact in sorted(asked - set(given) - NOT_ASKED))
    yield from (f"the criteria set has no fact {fact}" for fact in sorted(set(given) - asked))
    yield from (f"{fact} is asked after all" for fact in sorted(NOT_ASKED & set(given) | NOT_ASKED - asked))
    for figure in figures:
        values = criteria["facts"].get(figure.get("fact"), {}).get("values")
        if figure["type"] == "choice" and values != [kind["id"] for kind in figure["kinds"]]:
            yield f"{figure['id']}: its choices are not those of {figure.get('fact')}"


def part_three(plan):
    """What has no id of its own: the window, the number of subjects, the members of the team."""
    yield "visits_planned", {"title": plan["visits_planned"]["text"], **plan["visits_planned"]}
    yield "subjects_planned", {"place": "III.2, gạch 1", "quote": f"tại {plan['subjects_planned']} cơ quan, đơn vị"}
    for i, member in enumerate(plan["team"]):
        yield f"team/{i}", {"title": member["post"], "place": f"III.3, gạch {TEAM_LINES[i]}", "quote": member["body"].replace(" huyện", "")}


def ours(figure):
    """Does the data say of a figure what the outline does not, so that the additions have to name it?"""
    chosen = ("of", "better", "adds_up", "remedies_since", "remedies_origins")
    return figure["type"] == "choice" or figure.get("required") is False or any(key in figure for key in chosen)


def addition_problems(outline, plan, figures):
    for what, document in (("outline", outline), ("plan", plan)):
        for i, text in enumerate(document.get("additions", [])):
            if set(text) != {"vi", "en"} or not all(text.values()):
                yield f"{what}: addition {i} is not in both languages"
    known = {figure["id"] for figure in figures}
    for lang in ("vi", "en"):
        said = set(FIGURE.findall(" ".join(text.get(lang, "") for text in outline.get("additions", []))))
        yield from (f"additions ({lang}) do not name {figure['id']}" for figure in figures if ours(figure) and figure["id"] not in said)
        yield from (f"additions ({lang}) name {name}, which is no figure" for name in sorted(said - known))
        said = " ".join(text.get(lang, "") for text in plan.get("additions", []))
        wanted = ("period", "visits_planned", "letterhead", "policy", "calendar", plan["criteria"])
        yield from (f"additions of the plan ({lang}) do not name {word}" for word in wanted if word not in said)


def line_problems(lines, entries, whole):
    by_name = dict(entries)
    for line in lines:
        if not line["ids"]:
            yield f"no id holds the line {line['place']}"
        for name in line["ids"]:
            if name not in by_name and name not in whole:
                yield f"{line['place']}: {name} is not in the data"
        held = [document.get("number") for name in line["ids"] for document in by_name.get(name, whole.get(name, {})).get("basis", [])]
        for number in NUMBER.findall(line["quote"]):
            if number.replace(" ", "") not in held:
                yield f"{line['place']}: {number} is in no basis of {', '.join(line['ids'])}"
    for name, entry in entries:
        own = [line for line in lines if name in line["ids"] and line["place"] == entry.get("place")]
        if not any(entry.get("quote", "") in line["quote"] for line in own):
            yield f"{name}: its quote is not in the line {entry.get('place')}"


def problems(data):
    outline, plan, criteria, lines = (data[key] for key in ("outline", "plan", "criteria", "lines"))
    sections = list(sections_of(outline["sections"]))
    figures = [figure for section in sections for figure in section.get("figures", [])]
    entries = [(entry["id"], entry) for entry in [*sections, *figures, *plan["checklist"], *plan["forms"], *plan["tasks"]]]
    entries += part_three(plan)
    # The plan stands for its own headings, the outline for its title.
    whole = {plan["id"]: {"basis": [plan["document"], *plan["basis"], *outline["basis"]]}}
    yield from twice([name for name, _ in entries], "the id")
    yield from entry_problems(entries)
    yield from figure_problems(figures, criteria)
    yield from addition_problems(outline, plan, figures)
    yield from line_problems(lines, entries, whole)
    known, leaves = {figure["id"] for figure in figures}, criteria_ids(criteria)
    for item in plan["checklist"]:
        yield from (f"{item['id']}: no figure {name}" for name in item.get("figures", []) if name not in known)
        if "criterion" in item and item["criterion"] not in leaves:
            yield f"{item['id']}: no criterion {item['criterion']}"
    for conflict in [*outline["conflicts"], *plan["conflicts"]]:
        if not conflict["place"] or not conflict["found"] or set(conflict["note"]) != {"vi", "en"}:
            yield f"conflict at {conflict['place']}: a place, what was found, and a note in both languages"


def broken_copies(data):
    """One copy for each thing that must be noticed."""
    def changed(what, change):
        broken = copy.deepcopy(data)
        change(broken)
        return what, broken

    first = data["outline"]["sections"][0]["sections"][0]["sections"][0]["id"]
    assert first == "I.1.a", first

    def leaf(d):
        return d["outline"]["sections"][0]["sections"][0]["sections"][0]["figures"]

    yield changed("a line without an id", lambda d: d["lines"][5].update(ids=[]))
    yield changed("a line with an unknown id", lambda d: d["lines"][5]["ids"].append("nothing"))
    yield changed("a line that is gone", lambda d: d["lines"].remove(next(r for r in d["lines"] if r["place"] == "IV.1.b")))
    yield changed("a line of part III that is gone", lambda d: d["lines"].remove(next(r for r in d["lines"] if r["place"] == "III.3, gạch 6")))
    yield changed("a quote repaired", lambda d: d["plan"]["checklist"][0].update(quote="Kiểm tra công tác CCHC."))
    yield changed("a figure that is gone", lambda d: leaf(d).pop(0))
    yield changed("a fact given twice", lambda d: leaf(d)[1].update(whole_fact="outline.i1a.plan_issued"))
    yield changed("an id given twice", lambda d: leaf(d)[1].update(id=leaf(d)[0]["id"]))
    yield changed("a title in one language", lambda d: leaf(d)[0].update(title={"vi": "x"}))
    yield changed("an unknown criterion", lambda d: d["plan"]["checklist"][0].update(criterion="I.99"))
    yield changed("an unknown figure", lambda d: d["plan"]["checklist"][0]["figures"].append("i1a.nothing"))
    yield changed("a document left out", lambda d: d["plan"]["checklist"][6]["basis"].pop())
    yield changed("a form that is gone", lambda d: d["plan"]["forms"].pop())
    yield changed("a form's words changed", lambda d: d["plan"]["forms"][0].update(quote="Kiểm tra đột xuất"))
    yield changed("another window", lambda d: d["plan"]["visits_planned"].update(quote="Dự kiến quý IV năm 2020"))
    yield changed("another number of subjects", lambda d: d["plan"].update(subjects_planned=13))
    yield changed("a member of the team that is gone", lambda d: d["plan"]["team"].pop())
    yield changed("another body in the team", lambda d: d["plan"]["team"][4].update(body="Phòng Nông nghiệp"))
    yield changed("a choice of ours that is not said", lambda d: leaf(d)[0].update(required=False))
    yield changed("an addition about nothing", lambda d: d["outline"]["additions"].append({"vi": "i1a.nothing", "en": "i1a.nothing"}))
    yield changed("an addition in one language", lambda d: d["plan"]["additions"].append({"vi": "x"}))
    yield changed("an unknown kind of unit", lambda d: leaf(d)[0].update(of=["tinh"]))


def main(root):
    data = {
        "outline": load(root / "src/data/outlines/huong-hoa-2020.json"),
        "plan": load(root / "src/data/plans/huong-hoa-2020.json"),
        "criteria": load(root / "src/data/criteria/huong-hoa-2020.inspection.json"),
        "lines": read_lines(root / "tests/golden/plan-274/lines.tsv"),
    }
    found = list(problems(data))
    found += [f"not noticed: {what}" for what, broken in broken_copies(data) if not list(problems(broken))]
    for problem in found:
        print(problem, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
