#!/usr/bin/env python3
"""The consolidated outline of a round worked out again from its files, to check the library by another road.

    consolidate.py FOLDER OUTLINE.json      FOLDER has plan.json (subjects with kinds) and self-reports/*.json

Prints JSON: of every figure of the outline, in order, the units whose figure counts, those that are asked and gave none that
is right, and what adds up: sums, sums by kind, yes answers, and rates as ratios of sums (an exact fraction in lowest terms;
null over a whole of 0). Shares no code with the library and knows only capi/doc/inspection.md. What it holds for right:

- a count is whole and not negative, a part is not above its whole, a rate is 0 to 100, a choice is one of its kinds;
- a breakdown has no kind outside its list, and a total that is given is its sum;
- early dossiers that are shown inside those on time are no more than these; what is resolved was received.
"""
import json
import re
import sys
from fractions import Fraction
from pathlib import Path

DATE = re.compile(r"\d{4}-\d{2}-\d{2}$")


class Wrong(Exception):
    """An answer that does not count."""


def want(condition):
    if not condition:
        raise Wrong


def number(value):
    want(not isinstance(value, bool) and isinstance(value, (int, float, str)))
    try:
        return Fraction(str(value))
    except ValueError:
        raise Wrong from None


def whole_number(value):
    found = number(value)
    want(found.denominator == 1 and found >= 0)
    return int(found)


def sentence(value):
    want(isinstance(value, str) and value)
    return value


def pair(answer, _):
    part, whole = whole_number(answer.get("part")), whole_number(answer.get("whole"))
    want(part <= whole)
    return part, whole


def breakdown(answer, figure):
    kinds = {kind["id"]: 0 for kind in figure["kinds"]}
    for kind, count in answer["kinds"].items():
        want(kind in kinds)
        kinds[kind] = whole_number(count)
    want("total" not in answer or whole_number(answer["total"]) == sum(kinds.values()))
    return kinds


def dossiers(answer, figure):
    found = {name: whole_number(answer.get(name)) for name in ("received", "early", "on_time", "overdue")}
    if figure.get("early") == "inside":
        want(found["early"] <= found["on_time"])
        found["on_time"] -= found["early"]
    want(found["early"] + found["on_time"] + found["overdue"] <= found["received"])
    return found


def yes_no(answer, _):
    want(isinstance(answer.get("value"), bool))
    return answer["value"]


def choice(answer, figure):
    want(answer.get("value") in [kind["id"] for kind in figure["kinds"]])
    return answer["value"]


def rate(answer, _):
    want(0 <= number(answer.get("value")) <= 100)


def date(answer, _):
    want(DATE.match(sentence(answer.get("value"))))


def rows(key):
    def read(answer, _):
        want(isinstance(answer.get(key), list) and all(isinstance(row, dict) and row for row in answer[key]))
    return read


READERS = {
    "text": lambda answer, _: sentence(answer.get("value")), "yes_no": yes_no, "choice": choice, "pair": pair, "rate": rate, "date": date,
    "count": lambda answer, _: whole_number(answer.get("value")), "money": lambda answer, _: number(answer.get("value")),
    "breakdown": breakdown, "dossiers": dossiers, "documents": rows("documents"), "index": rows("indices"),
}


def add_up(figure, values):
    kind = figure["type"]
    if kind == "yes_no":
        return {"yes": sum(values)}
    if kind == "choice":
        return {"units": {one["id"]: values.count(one["id"]) for one in figure["kinds"]}}
    if not figure.get("adds_up", True):
        return {"adds_up": False}
    if kind in ("count", "money"):
        return {"sum": str(sum(values))}
    if kind == "pair":
        part, whole = sum(value[0] for value in values), sum(value[1] for value in values)
        return {"sum": str(part), "whole": str(whole), "rate": str(Fraction(100 * part, whole)) if whole else None}
    if kind == "breakdown":
        sums = {one["id"]: sum(value[one["id"]] for value in values) for one in figure["kinds"]}
        return {"sum": str(sum(sums.values())), "breakdown": sums}
    if kind == "dossiers":
        return {"dossiers": {name: sum(value[name] for value in values) for name in ("received", "early", "on_time", "overdue")}}
    return {}


def consolidated(figure, units, reports):
    row = {"id": figure["id"], "type": figure["type"], "given": [], "missing": [], "not_applicable": {}}
    values = []
    for unit, kind in units:
        report = reports.get(unit, {"figures": {}})
        answer, reason = report["figures"].get(figure["id"]), report.get("not_applicable", {}).get(figure["id"])
        try:
            want(isinstance(answer, dict) and reason is None)
            values.append(READERS[figure["type"]](answer, figure))
            row["given"].append(unit)
        except Wrong:
            if answer is None and reason:
                row["not_applicable"][unit] = reason
            elif kind in figure.get("of", [kind]):
                row["missing"].append(unit)
    return {**row, **add_up(figure, values)}


def figures_of(sections):
    for section in sections:
        yield from section.get("figures", [])
        yield from figures_of(section.get("sections", []))


def load(path):
    return json.loads(Path(path).read_text(encoding="utf-8"))


def main(folder, outline):
    units = [(subject["unit"], subject["kind"]) for subject in load(Path(folder) / "plan.json")["subjects"]]
    reports = {}
    for path in sorted(Path(folder).glob("self-reports/*.json")):
        report = load(path)
        reports.setdefault(report["unit"], report)
    figures = [consolidated(figure, units, reports) for figure in figures_of(load(outline)["sections"])]
    json.dump({"units": len(units), "reports": len(reports), "figures": figures}, sys.stdout, ensure_ascii=False, indent=1)
    print()


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    main(*sys.argv[1:])
