"""Small criteria sets and facts for the tests of check, score and rank."""
import json


def leaf(id_, points="share / 100", **more):
    rule = more.pop("rule", {"points": points})
    return {"id": id_, "title": {"vi": f"Tiêu chí {id_}"}, "max": 1, "rule": rule, **more}


def criteria(*leaves, **more):
    """A set of one field with these leaves, of one point each."""
    leaves = leaves or (leaf("1.1"), leaf("1.2", "if done then max else 0"))
    return {"format": "cchc.criteria/1", "id": "test.set", "version": "1", "title": {"vi": "Bộ thử", "en": "Test set"},
            "valid": {"from": "2020-01-01", "to": None}, "max": len(leaves),
            "facts": {"share": {"type": "number", "min": 0, "max": 100}, "part": {"type": "number"}, "whole": {"type": "number"},
                      "done": {"type": "boolean"}},
            "fields": [{"id": "1", "title": {"vi": "Lĩnh vực"}, "max": len(leaves), "criteria": list(leaves)}], **more}


def facts(values, unit="Xã A", **more):
    return {"format": "cchc.facts/1", "unit": unit, "facts": values, **more}


def text(document):
    return json.dumps(document, ensure_ascii=False)
