#!/usr/bin/env python3
"""What class is this commune? Nghị định 307/2025/NĐ-CP from its facts: one commune with the trace of a criterion, three of them
ranked, and a thousand in one batch of columns. The communes are made up. Needs Python 3.8 and the package cchc, nothing else.

    pip install cchc-*.whl, then: python3 scores.py
    PYTHONPATH=../../capi/python CCHC_LIBRARY=/path/to/libcchc.so python3 scores.py
"""

from typing import Any, Dict, List, Tuple

import cchc

SET = "vn.nd-307-2025.xa"

# A commune with everything that the decree asks for. Numbers are exact: a decimal is given as text.
COMMUNE = {
    "population": 21500, "population.standard": 16000, "population.ethnic_minority_rate": "33.3",
    "area.natural": "42.37", "area.standard": 30,
    "unit.mountain": False, "unit.land_border": False, "unit.safe_zone": False,
    "budget.self_balanced": False, "budget.own_revenue_rate": "57.3",
    "economy.non_agricultural_rate": "58.41", "labour.non_agricultural_rate": "61.2",
    "poverty.rate": "3.85", "water.clean_rate": "77.7", "dossiers.full_online_rate": "63.15",
    "province.mean.full_online_rate": "61.9", "documents.signed_sent_rate": "82.6", "heritage.recognised": True,
    "role.strategic": False, "role.cluster_centre": False, "role.specialised_centre": False, "role.general_centre": False,
}

def facts(unit: str, changed: Dict[str, Any]) -> Any:
    """The facts of a commune like COMMUNE but for what is changed; None: not known."""
    known = {name: value for name, value in {**COMMUNE, **changed}.items() if value is not None}
    return {"format": "cchc.facts/1", "unit": unit, "kind": "xa", "facts": known}


def print_trace(leaf: Any) -> None:
    """How one leaf came about, from its trace."""
    trace = leaf["trace"]
    print(f"Tiêu chí {leaf['criterion']}: {leaf['points']} of {leaf['max']} points")
    for fact in trace["facts"]:
        print("  fact", fact["name"], "=", fact.get("value"))
    for row in trace.get("rows", []):
        print("  row ", row["row"], "matches:", row["matches"], row.get("article", ""))


def score_populations(criteria: cchc.Criteria, populations: List[int]) -> Tuple[Any, Any]:
    """Totals in hundredths of a point, and the index of the band, of communes that differ in their population alone."""
    others = {name: value for name, value in COMMUNE.items() if name != "population"}
    constants = {"format": "cchc.facts/1", "unit": "", "facts": others}
    scored = criteria.score_matrix({"population": populations}, constants=constants, places=2)
    return scored.total, scored.band


def main() -> None:
    criteria = cchc.Criteria.builtin(SET)

    card = criteria.score(facts("Tân Liên", {}), trace=True)
    print(f"{card['unit']}: {card['total']} points, class {card['band']}")
    print_trace(card["leaves"][0])

    incomplete = criteria.score(facts("Khe Sanh", {"population": None, "water.clean_rate": None}))
    for leaf in incomplete["leaves"]:
        if leaf["state"] == "missing_input":
            print(f"{incomplete['unit']}: criterion {leaf['criterion']} needs", ", ".join(leaf["missing"]))
    print()

    communes: Dict[str, Dict[str, Any]] = {
        "Tân Liên": {}, "Hướng Phùng": {"population": 9000}, "Lao Bảo": {"unit.land_border": True}, "Lìa": {}}
    scores = criteria.score_many([facts(unit, changed) for unit, changed in communes.items()])
    for row in scores["ranking"]["units"]:
        print(row["rank"], row["unit"], row["total"], "(tied)" if row["tied"] else "")
    print()

    totals, bands = score_populations(criteria, list(range(5000, 45000, 40)))
    print(len(totals), "communes in one call; from", totals[0] / 100, "to", totals[-1] / 100, "points;",
          sum(b == 0 for b in bands), "of class I,", sum(b == 1 for b in bands), "of class II,",
          sum(b == 2 for b in bands), "of class III")
    try:
        criteria.score('{"format": "cchc.facts/1", "unit": "A", "kind": "xa", "facts": {"population": []}}')
    except cchc.Error as refused:
        print("refused:", refused)


if __name__ == "__main__":
    main()
