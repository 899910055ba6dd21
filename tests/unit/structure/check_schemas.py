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


def absolute(part, base):
    """The schema with each "#/..." behind the name of its own: the resolver looks for them in the document that it began with."""
    if isinstance(part, list):
        return [absolute(item, base) for item in part]
    if not isinstance(part, dict):
        return part
    return {k: base + v if k == "$ref" and v.startswith("#") else absolute(v, base) for k, v in part.items()}


def schemas(root):
    found = {}
    for path in sorted((root / "src/data/schemas").glob("*.json")):
        schema = load(path)
        jsonschema.Draft202012Validator.check_schema(schema)
        found[schema["properties"]["format"]["const"]] = absolute(schema, schema["$id"])
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


def self_reports():
    """One self-report for each thing that its schema can refuse."""
    good = {"format": "cchc.self-report/1", "unit": "u", "period": {"from": "2020-01-01", "to": "2020-10-01"}, "figures": {}}
    figures = [3, {}, {"value": None}, {"value": ""}, {"value": 1, "total": 1}, {"part": 1}, {"part": -1, "whole": 2}, {"part": 1.5, "whole": 2},
               {"documents": [{}]}, {"documents": [{"signer": "x"}]}, {"kinds": {"a": "b"}}, {"received": 1, "on_time": 1, "overdue": 0},
               {"indices": []}, {"indices": [{"name": "PCI", "year": 2019}]}, {"value": 1, "evidence": "a"}]
    yield from ({**good, "figures": {"a": figure}} for figure in figures)
    yield from ({k: v for k, v in good.items() if k != key} for key in ("unit", "period", "figures"))
    yield {**good, "sent": "28/08/2020"}
    yield {**good, "reports_sent": {"q1": "quý I"}}
    yield {**good, "not_applicable": {"a": ""}}
    yield {**good, "colour": 1}


def consolidated_outlines():
    """One consolidated outline for each type of figure that says too little or too much."""
    base = {"format": "cchc.consolidated-outline/1", "outline": "x", "version": "1"}
    named = {"id": "a", "given": [], "missing": []}
    pair = {**named, "type": "pair", "sum": "1", "whole": "2", "rate": "50"}
    figures = [{**named, "type": t} for t in ("yes_no", "choice", "count", "money", "pair", "breakdown", "dossiers", "fraction")]
    figures += [{**pair, "rate": 50}, {**pair, "whole": 2}, {**pair, "mean": "50"}, {"id": "a", "type": "text"},
                {**named, "type": "text", "listed": [{"unit": "u"}]}, {**named, "type": "dossiers", "dossiers": {"received": 1}}]
    yield base
    yield from ({**base, "figures": [figure]} for figure in figures)


def outlines():
    """One outline for each thing that its schema can refuse."""
    figure = {"id": "f", "type": "count", "title": "x"}
    pair = {**figure, "type": "pair", "part": "x", "whole": "y"}
    kinds = [{"id": "a", "title": "x"}]
    figures = [
        {k: v for k, v in figure.items() if k != "title"},
        {**figure, "type": "number"},
        {**figure, "title": {}},
        {**figure, "unit": "x"},
        {**figure, "part": "x"},
        {**figure, "whole_fact": "x"},
        {**figure, "remedies_origins": ["audit"]},
        {**pair, "remedies_origins": ["audit"]},
        {**pair, "remedies_since": "2015-01-01", "remedies_origins": "audit"},
        {**figure, "kinds": kinds},
        {**figure, "early": "inside"},
        {**figure, "of": [""]},
        {**figure, "basis": [{}]},
        {k: v for k, v in pair.items() if k != "part"},
        {k: v for k, v in pair.items() if k != "whole"},
        {**figure, "type": "breakdown"},
        {**figure, "type": "breakdown", "kinds": []},
        {**figure, "type": "choice", "kinds": [{**kinds[0], "fact": "x"}]},
        {**figure, "type": "dossiers", "early": "outside"},
    ]
    good = {"format": "cchc.outline/1", "id": "x", "version": "1", "title": "x", "sections": []}
    yield from ({k: v for k, v in good.items() if k != key} for key in ("id", "version", "title", "sections"))
    # Inside a section of a section, so that the whole tree is seen to be checked.
    for broken in figures:
        inner = {"id": "I.1", "title": "x", "figures": [broken]}
        yield {**good, "sections": [{"id": "I", "title": "x", "sections": [inner]}]}
    yield {**good, "sections": [{"id": "I"}]}
    yield {**good, "figures": [figure]}
    yield {**good, "conflicts": [{"place": "I"}]}
    yield {**good, "additions": "x"}
    yield {**good, "additions": [{}]}


def plans():
    """One plan for each thing that its schema can refuse."""
    period = {"from": "2020-01-01", "to": "2020-10-01"}
    good = {"format": "cchc.plan/1", "id": "x", "version": "1", "document": {"number": "1"}, "year": 2020, "period": period}
    yield from ({k: v for k, v in good.items() if k != key} for key in ("id", "version", "document", "year", "period"))
    report = {"id": "q1", "title": "x", "period": period, "due": "2020-10-20"}
    form = {"id": "direct", "title": "x"}
    parts = {
        "document": [{}, {"signer": "x"}],
        "year": ["2020", 0],
        "period": [{"from": "2020-01-01"}],
        "checklist": [[{"id": "a"}], [{"title": "x"}], [{"id": "a", "title": "x", "result": "met"}]],
        "subjects": [[{"unit": "x"}], [{"unit": "x", "kind": "xa", "visited": "yes"}], [{"unit": "x", "kind": "xa", "level": "xa"}]],
        "forms": [[{k: v for k, v in form.items() if k != key}] for key in form] + [[{**form, "of": ["xa"]}], form],
        "visits_planned": [period["from"], {"from": "2020-07-01"}, {"to": "2020-10-01"}, {**period, "text": ""}, {**period, "days": 1}],
        "additions": ["x", [""], [{"fr": "x"}]],
        "subjects_planned": [-1],
        "team": [[{"body": "x", "name": "y"}], [{"body": "x", "role": "chair"}]],
        "tasks": [[{"id": "a"}], [{"id": "a", "text": "x", "due": "15/07/2020"}]],
        "reports": [[{k: v for k, v in report.items() if k != key}] for key in report],
        "self_report_due": ["31/08/2020"],
        "letterhead": [{"signer": "x"}],
        "outline": [""],
        "dossiers": ["dossiers.csv"],
        "conflicts": [[{}]],
        "signer": ["x"],
    }
    yield from ({**good, key: value} for key, values in parts.items() for value in values)


def visits():
    """One visit for each thing that its schema can refuse."""
    good = {"format": "cchc.visit/1", "unit": "u", "date": "2020-09-15"}
    yield from ({k: v for k, v in good.items() if k != key} for key in ("unit", "date"))
    yield {**good, "date": "15/09/2020"}
    yield {**good, "from_time": "8h"}
    yield {**good, "present": [{"body": "b", "role": "chair"}]}
    yield {**good, "present": [{"role": "head"}]}
    yield {**good, "items": [{"item": "one-stop", "result": "good"}]}
    yield {**good, "items": [{"item": "one-stop"}]}
    yield {**good, "sampled": [{"id": "1", "received": "2020-01-02", "recorded": "fine"}]}
    yield {**good, "sampled": [{"id": "1", "received": "2020-01-02", "limit": 3}]}
    yield {**good, "sampled": [{"id": "1", "received": "2020-01-02", "colour": "red"}]}
    yield {**good, "opinions": "none"}


def findings():
    """One file of findings for each thing that its schema can refuse."""
    base = {"format": "cchc.findings/1"}
    finding = {"id": "1", "unit": "u", "kind": "shortcoming", "text": "t", "origin": "audit", "raised": "2019-09-20"}
    conclusion = {"unit": "u", "document": {"number": "1", "date": "2019-10-15"}}
    remedy = {"finding": "1", "measure": "m", "done": "2019-12-20"}
    yield from ({**base, "findings": [{k: v for k, v in finding.items() if k != key}]} for key in finding)
    yield {**base, "findings": [{**finding, "kind": "praise"}]}
    yield {**base, "findings": [{**finding, "signer": "x"}]}
    yield {**base, "conclusions": [{**conclusion, "document": {"number": "1"}}]}
    yield {**base, "conclusions": [{**conclusion, "fixes": [{"due": "2019-12-31"}]}]}
    yield {**base, "conclusions": [{**conclusion, "fixes": [{"finding": "1", "due": "2019-12-31", "working_days": 30}]}]}
    yield {**base, "conclusions": [{**conclusion, "fixes": [{"finding": "1", "working_days": 0}]}]}
    yield from ({**base, "remedies": [{k: v for k, v in remedy.items() if k != key}]} for key in remedy)
    yield {**base, "rest": []}


def inspection_problems():
    """One list of problems for each thing that its schema can refuse."""
    problem = {"code": "unreadable", "severity": "error", "message": {"vi": "x", "en": "x"}}
    yield {"format": "cchc.inspection-problems/1"}
    broken = [{k: v for k, v in problem.items() if k != key} for key in problem]
    broken += [{**problem, **more} for more in (
        {"severity": "fatal"}, {"message": "x"}, {"message": {"vi": "x"}}, {"pointer": "figures"}, {"line": 3}, {"unit": ""})]
    yield from ({"format": "cchc.inspection-problems/1", "problems": [b]} for b in broken)


def inspection_results(root):
    """A good result with one thing broken, for each thing that its schema can refuse; also inside what it quotes."""
    good = load(root / "tests/golden/inspection/result.json")
    yield from ({k: v for k, v in good.items() if k != key} for key in good if key not in ("format", "ranking"))
    unit = good["units"][0]
    units = [{k: v for k, v in unit.items() if k != key}
             for key in ("unit", "self_report", "reports", "errors", "remedies", "visit", "checks", "sampled")]
    units += [{**unit, **more} for more in (
        {"self_report": {"state": "on_time"}}, {"self_report": {"state": "in_time", "working_days": 1}},
        {"reports": {"q1": {"working_days": 1}}}, {"errors": -1}, {"place": 1}, {"dossiers": {**unit["dossiers"], "total": 2}},
        {"score": {**unit["score"], "points": 8.5}}, {"remedies": {**unit["remedies"], "fixed": 1}})]
    yield from ({**good, "units": [u]} for u in units)
    figure = good["outline"]["figures"][0]
    visit = good["visits"][0]
    outcome = visit["outcomes"][0]
    outcomes = [{k: v for k, v in outcome.items() if k != key} for key in outcome] + [{**outcome, "why": {"vi": "x"}}]
    parts = {
        "as_of": ["01/10/2020"],
        "tasks": [[{"id": "t"}], [{"id": "t", "due": {"state": "done"}}]],
        "remedies": [[{**good["remedies"][0], "state": "closed"}],
                     [{k: v for k, v in good["remedies"][0].items() if k != "done"}]],
        "outline": [{**good["outline"], "figures": [{**figure, "type": "number"}]}, {**good["outline"], "figures": [{**figure, "yes": -1}]}],
        "self_reports": [[{**good["self_reports"][0], "colour": 1}]],
        "visits": [[{"visit": visit["visit"]}], [{**visit, "visit": {"format": "cchc.visit/1"}}],
                   *([{**visit, "outcomes": [o]}] for o in outcomes)],
        "findings": [{**good["findings"], "findings": [{"id": "1"}]}, {**good["findings"], "conclusions": {}}],
        "ranking": [{**good["ranking"], "units": [{"unit": "x"}]}],
        "facts": [[{**good["facts"][0], "facts": {"a": []}}]],
        "problems": [[{**good["problems"][0], "severity": "fatal"}]],
    }
    yield from ({**good, key: value} for key, values in parts.items() for value in values)


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


def must_refuse(found, root):
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
        {"format": "cchc.comparison/1", "before": {"unit": "a"}, "after": {"unit": "a"}, "criteria": []},
        {"format": "cchc.evaluation/1", "value": None, "type": "number", "missing": [], "reason": ""},
        {"format": "cchc.scorecard/1", "set": "x", "leaves": []},
        {"format": "cchc.ranking/1", "set": "x", "version": "1", "units": [{"unit": "a", "rank": None, "total": None, "index": None}]},
        {"format": "cchc.check/1", "good": True, "findings": [{"severity": "error", "code": "sum", "pointer": "", "message": "x"}]},
        {"format": "cchc.check/1", "good": False, "findings": []},
        *criteria_sets(),
        *outlines(),
        *plans(),
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
        *visits(),
        *findings(),
        *self_reports(),
        *consolidated_outlines(),
        *inspection_problems(),
        *inspection_results(root),
    ]
    return [f"{b['format']}: a broken document passes" for b in broken if not problems_of(found, b, "planted")]


def main():
    root = Path(sys.argv[1])
    found = schemas(root)
    files = [p for p in sorted((root / "src/data").rglob("*.json")) if p.parent.name != "schemas"]
    files += [Path(p) for p in sys.argv[2:]]
    problems = must_refuse(found, root)
    for path in files:
        problems += problems_of(found, load(path), path.name)
    for problem in problems:
        print(problem)
    print(f"{len(files)} files checked against {len(found)} schemas, {len(problems)} problems")
    return 1 if problems or not files else 0


if __name__ == "__main__":
    sys.exit(main())
