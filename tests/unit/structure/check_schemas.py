#!/usr/bin/env python3
"""Every file that ships as data satisfies the schema of its format; so does a result of the tool, if one is given.

    check_schemas.py SOURCE_ROOT [RESULT.json ...]
Needs the Python package jsonschema (Debian: python3-jsonschema).
"""
import json
import sys
from pathlib import Path

import jsonschema


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def schemas(root):
    found = {}
    for path in sorted((root / "src/data/schemas").glob("*.json")):
        schema = load(path)
        jsonschema.Draft202012Validator.check_schema(schema)
        found[schema["properties"]["format"]["const"]] = schema
    return found


def validator(found, name):
    by_id = {schema["$id"]: schema for schema in found.values()}
    resolver = jsonschema.RefResolver(found[name]["$id"], found[name], store=by_id)
    return jsonschema.Draft202012Validator(found[name], resolver=resolver)


def problems_of(found, document, name):
    if document.get("format") not in found:
        return [f"{name}: no schema for the format {document.get('format')!r}"]
    errors = validator(found, document["format"]).iter_errors(document)
    return [f"{name}#/{'/'.join(map(str, e.absolute_path))}: {e.message[:200]}" for e in errors]


def criteria_sets():
    """One criteria set for each thing that its schema can refuse."""
    leaf = {"id": "1.1", "max": 1, "rule": {"points": "max"}}
    rows = [{"when": {"a": ">= 1"}, "points": "max"}]
    leaves = [
        {"id": "1.1", "max": 1},
        {**leaf, "max": "one"},
        {**leaf, "weight": 2},
        {**leaf, "evidence": "maybe"},
        {**leaf, "no_case": "a = 0"},
        {**leaf, "legal_basis": {}},
        {**leaf, "rounding": {"places": 2, "mode": "nearest"}},
        {**leaf, "rule": {}},
        {**leaf, "rule": {"points": "max", "rows": rows, "hit": "unique"}},
        {**leaf, "rule": {"rows": rows}},
        {**leaf, "rule": {"hit": "any", "rows": rows}},
        {**leaf, "rule": {"hit": "unique", "rows": []}},
        {**leaf, "rule": {"hit": "unique", "rows": [{"when": {"a": ">= 1"}}]}},
        {**leaf, "rule": {"manual": {"step": "a quarter"}}},
        {**leaf, "components": [{**leaf, "id": "1.1.1"}]},
    ]
    base = {"format": "cchc.criteria/1", "id": "x", "version": "1", "valid": {"from": "2020-01-01", "to": None}, "max": 1}
    good = {**base, "fields": [{"id": "1", "max": 1, "criteria": [leaf]}]}
    yield from ({**base, "fields": [{"id": "1", "max": 1, "criteria": [broken]}]} for broken in leaves)
    yield from ({k: v for k, v in good.items() if k != key} for key in ("id", "version", "valid", "max", "fields"))
    yield {**good, "valid": {"from": "01/01/2020"}}
    yield {**good, "bands": [{"when": ">= 1"}]}
    yield {**good, "accounts": [{"id": "b", "criteria": []}]}
    yield {**good, "facts": {"a": {"type": "date"}}}
    yield {**good, "extends": "y"}  # what completes a frame has no tree of its own
    yield {**good, "add": []}


def reports():
    """One document for each thing that the schema of reports can refuse."""
    head = {key: "" for key in ("parent", "issuer", "place", "national_name", "national_motto", "number_line", "place_and_date")}
    column = {"caption": "a", "numeric": True, "total": {"kind": "none"}}
    table = {"type": "table", "id": "t", "caption": "", "columns": [column], "rows": [], "has_total": False, "notes": []}
    chart = {"type": "chart", "id": "c", "kind": "line", "title": "", "alternative": "", "unit": "", "categories": [], "series": []}
    good = {"format": "cchc.report/1", "kind": "minutes", "name": "x", "lang": "vi", "synthetic": False, "synthetic_note": None,
            "head": {**head, "number": None, "date": None}, "title": "", "subject": "", "blocks": [table, chart], "addressees": [],
            "signatures": [], "layout_note": ""}
    cells = [{"kind": "number", "text": "1"}, {"kind": "number", "text": "1", "value": 1}, {"kind": "number", "text": "1", "value": "1,5"},
             {"kind": "text", "text": "1", "value": "1"}, {"kind": "date", "text": "", "date": "01/02/2020"}, {"kind": "colour", "text": ""}]
    blocks = [
        {"type": "heading", "level": 5, "id": "a", "text": ""},
        {"type": "paragraph", "style": "loud", "text": ""},
        {"type": "list", "items": []},
        {**chart, "kind": "pie"},
        {**chart, "series": [{"name": "a", "values": ["1"]}]},
        {**table, "columns": [{**column, "total": {"kind": "ratio"}}]},
        *({**table, "rows": [[cell]]} for cell in cells),
    ]
    yield from ({k: v for k, v in good.items() if k != key} for key in good if key != "format")
    yield from ({**good, "blocks": [block]} for block in blocks)
    yield {**good, "head": {**head, "number": None, "date": "5/10/2020"}}
    yield {**good, "lang": "fr"}
    yield {**good, "signatures": [{"authority": "", "post": "", "name": "x"}]}


def must_refuse(found):
    """The schemas must be able to refuse: one broken document for each format."""
    broken = [
        {"format": "cchc.calendar/1", "id": "x", "version": "1", "coverage": {"from": "2020-01-01"}, "week": {}},
        {"format": "cchc.calendar/1", "id": "x", "version": "1", "extends": "vn", "projection": {"from": "2027-01-01"}},
        {"format": "cchc.projection/1", "year": 2027, "days": []},
        {"format": "cchc.rule/1", "id": "x", "unit": "fortnight"},
        {"format": "cchc.policy/1", "id": "x", "compare": "moon"},
        {"format": "cchc.mapping/1", "id": "x", "columns": {"colour": []}},
        {"format": "cchc.query/1", "from": "2020-01-01", "to": "2020-02-01", "by": [["week"]]},
        {"format": "cchc.facts/1", "unit": "x", "period": {"from": "2020-01-01", "to": "2020-02-01"}, "facts": {"a": []}},
        {"format": "cchc.facts/1", "unit": "x", "facts": {}, "no_case": [{"criterion": "1.1"}]},
        {"format": "cchc.statistics/1"},
        {"format": "cchc.reconcile/1"},
        {"format": "cchc.series/1", "periods": []},
        {"format": "cchc.hierarchy/1", "id": "x", "title": "x", "levels": [], "units": [{"id": "a"}]},
        {"format": "cchc.consolidated/1"},
        {"format": "cchc.chain/1", "holds": True, "rows": []},
        {"format": "cchc.form-check/1"},
        {"format": "cchc.form-variant/1", "id": "x", "title": "x", "source": "x", "columns": [{"id": "a", "names": ["b"]}]},
        {"format": "cchc.form-words/1", "id": "x"},
        {"format": "cchc.reconcile_query/1", "from": "2020-01-01", "to": "2020-02-01", "policies": ["td"]},
        {"format": "cchc.quality/1"},
        {"format": "cchc.explanation/1", "policies": []},
        {"format": "cchc.criteria-description/1", "id": "x"},
        {"format": "cchc.scores_options/1", "sorted": True},
        {"format": "cchc.scores/1", "scorecards": [{"format": "cchc.facts/1"}], "ranking": {"format": "cchc.ranking/1"}},
        {"format": "cchc.evaluation/1", "value": None, "type": "number", "missing": [], "reason": ""},
        {"format": "cchc.scorecard/1", "set": "x", "leaves": []},
        {"format": "cchc.ranking/1", "set": "x", "version": "1", "units": [{"unit": "a", "rank": None, "total": None, "index": None}]},
        {"format": "cchc.check/1", "good": True, "findings": [{"severity": "error", "code": "sum", "pointer": "", "message": "x"}]},
        {"format": "cchc.check/1", "good": False, "findings": []},
        *criteria_sets(),
        *reports(),
        {"format": "cchc.whatif/1"},
        {"format": "cchc.whatif_options/1", "reach": "far"},
        {"format": "cchc.whatif_options/1", "costs": {"1.1": "much"}},
        {"format": "cchc.sensitivity_options/1", "draws": -1},
        {"format": "cchc.sensitivity_options/1", "points": "1/3"},
        {"format": "cchc.appraisal/1", "unit": "u", "set": "s", "version": "1"},
        {"format": "cchc.appraisal/1", "unit": "u", "set": "s", "version": "1", "entries": [{"criterion": "a", "round": "first"}]},
        {"format": "cchc.appraisal/1", "unit": "u", "set": "s", "version": "1", "entries": [],
         "rounds": {"self": {"due": "2026-01-02", "working_days": 1}}},
        {"format": "cchc.sensitivity/1"},
    ]
    return [f"{b['format']}: a broken document passes" for b in broken if not problems_of(found, b, "planted")]


def main():
    root = Path(sys.argv[1])
    found = schemas(root)
    files = [p for p in sorted((root / "src/data").rglob("*.json")) if p.parent.name != "schemas"]
    files += [Path(p) for p in sys.argv[2:]]
    problems = must_refuse(found)
    for path in files:
        problems += problems_of(found, load(path), path.name)
    for problem in problems:
        print(problem)
    print(f"{len(files)} files checked against {len(found)} schemas, {len(problems)} problems")
    return 1 if problems or not files else 0


if __name__ == "__main__":
    sys.exit(main())
