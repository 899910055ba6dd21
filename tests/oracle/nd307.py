#!/usr/bin/env python3
"""Nghị định 307/2025/NĐ-CP worked out again from its text, to check the criteria sets by another road.

    python3 tests/oracle/nd307.py            writes tests/golden/nd-307/{tinh,xa,phuong,dac-khu}.csv
    python3 tests/oracle/nd307.py --check    compares them instead; exit status 1 where one differs

Reads no criteria set and shares no code with the library. A line is one made-up unit: its facts (empty = absent), then
the points of every criterion (empty = none: the criterion is not for this kind of unit, a fact is absent, or the decree has
no rule), the priority points, the total and the class. The units are in nd307_cases.py.

Where the decree leaves a choice, the one made here is that of the sets: points are rounded half up; steps count in
proportion (art. 4.3); mountain units take 75 % of the persons of point a; rates differ by percentage points, income by
percent; under the lowest bound of a special factor there are no points.
"""

import argparse
import csv
import io
import sys
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import nd307_cases

GOLDEN = Path(__file__).resolve().parent.parent / "golden" / "nd-307"
ROLES = ("strategic", "cluster_centre", "specialised_centre", "general_centre")


class Absent(Exception):
    """A fact that the unit did not give."""


class Unit:
    """A made-up unit; unit["name"] is an exact number or a truth value."""

    def __init__(self, name, kind, facts):
        self.name, self.kind, self.facts = name, kind, facts

    def __getitem__(self, fact):
        text = self.facts.get(fact, "")
        if text == "":
            raise Absent(fact)
        return text == "true" if text in ("true", "false") else Fraction(text)


def upward(value, level, base, step, added, most):
    """`base` up to the level; above it `added` for each `step`, in proportion (art. 4.3), `most` at the most."""
    if value <= level:
        return Fraction(base)
    return min(Fraction(most), base + (value - level) * Fraction(added) / Fraction(step))


def downward(value, level, base, step, added, most):
    """The same where less is better."""
    return upward(-value, -Fraction(level), base, step, added, most)


def factor(rate, first, last, base, step, added, most):
    """A special factor: from `first` to `last` percent `base`, then more; nothing below."""
    return Fraction(0) if rate < first else upward(rate, last, base, step, added, most)


def flag(unit, fact, points):
    return Fraction(points if unit[fact] else 0)


def balanced_or_part(unit, level):
    """Art. 6.3a and 7.3a: 10 if the budget balances by itself, else 3 to 8 by the share of own revenue."""
    if unit["budget.self_balanced"]:
        return Fraction(10)
    return upward(unit["budget.own_revenue_rate"], level, 3, 5, "0.5", 8)


def province_budget(unit):
    """Art. 5.3a: by the rate that goes to the central budget; where there is none, by the share of own revenue."""
    rate = unit["budget.central_share_rate"]
    if rate > 0:
        return upward(rate, 10, 8, 1, "0.25", 10)
    return upward(unit["budget.own_revenue_rate"], 50, 3, 5, "0.5", 8)


def province_water(unit):
    """Art. 5.3i: 2 from the national mean up, more above it; the text has nothing below."""
    over = unit["water.clean_rate"] - unit["national.mean.water_clean_rate"]
    return None if over < 0 else upward(over, 0, 2, 1, "0.5", 3)


def satisfaction(unit):
    """Art. 5.3k: the first ten, the next ten, the rest."""
    place = unit["satisfaction.place"]
    return Fraction(3 if place <= 10 else 2 if place <= 20 else 1)


def income(unit):
    """Art. 5.3e: percent of the national mean, because it is an amount of money."""
    mean = unit["national.mean.income_per_head"]
    return upward((unit["income.per_head"] / mean - 1) * 100, 0, 2, 5, "0.25", 3)


def province_population(unit):
    share = Fraction(3, 4) if unit["unit.mountain"] else 1
    return upward(unit["population"], 2000000 * share, 10, 60000 * share, "0.5", 25)


def commune_population(unit):
    share = Fraction(3, 4) if unit["unit.mountain"] else 1
    return upward(unit["population"], 16000 * share, 10, 1000 * share, "0.5", 25)


def ward_population(unit):
    level = 21000 if unit["unit.in_central_city"] else 14000
    return upward(unit["population"], level, 10, 1000, "0.5", 25)


def over_mean(unit, fact, mean, base, step, added, most):
    return upward(unit[fact] - unit[mean], 0, base, step, added, most)


ONLINE, PROVINCE_ONLINE = "dossiers.full_online_rate", "province.mean.full_online_rate"

PROVINCE = {
    "5.1": province_population,
    "5.2": lambda u: upward(u["area.natural"], 8000, 10, 200, "0.5", 25),
    "5.3.a": province_budget,
    "5.3.b": lambda u: upward(u["economy.non_agricultural_rate"], 70, 1, 5, "0.5", 3),
    "5.3.c": lambda u: upward(u["economy.growth_rate"], 7, 1, "0.5", "0.25", 3),
    "5.3.d": lambda u: upward(u["labour.non_agricultural_rate"], 60, 1, 5, "0.5", 3),
    "5.3.đ": lambda u: upward(u["labour.productivity_growth_rate"], 5, 1, "0.5", "0.5", 3),
    "5.3.e": income,
    "5.3.g": lambda u: over_mean(u, "labour.insured_rate", "national.labour.insured_rate", 2, 5, "0.5", 3),
    "5.3.h": lambda u: downward(u["poverty.rate"], u["national.mean.poverty_rate"], 2, "0.5", "0.25", 3),
    "5.3.i": province_water,
    "5.3.k": satisfaction,
    "5.3.l": lambda u: over_mean(u, ONLINE, "national.mean.full_online_rate", 2, 2, "0.25", 3),
    "5.4.a": lambda u: factor(u["population.ethnic_minority_rate"], 20, 30, 1, 5, "0.25", 2),
    "5.4.b": lambda u: factor(u["communes.land_border"] / u["communes.total"] * 100, 10, 20, 1, 10, "0.5", 2),
    "5.4.c": lambda u: flag(u, "heritage.recognised", 1),
    "5.4.d": lambda u: upward(u["communes.total"], 80, 2, 5, "0.25", 5),
}
COMMUNE = {
    "6.1": commune_population,
    "6.2": lambda u: upward(u["area.natural"], 30, 10, 5, "0.5", 25),
    "6.3.a": lambda u: balanced_or_part(u, 40),
    "6.3.b": lambda u: upward(u["economy.non_agricultural_rate"], 50, 3, 5, "0.5", 5),
    "6.3.c": lambda u: upward(u["labour.non_agricultural_rate"], 50, 3, 5, "0.5", 5),
    "6.3.d": lambda u: downward(u["poverty.rate"], "4.5", 3, 1, 1, 5),
    "6.3.đ": lambda u: upward(u["water.clean_rate"], 70, 3, 5, "0.5", 5),
    "6.3.e": lambda u: over_mean(u, ONLINE, PROVINCE_ONLINE, 3, "0.5", "0.25", 5),
    "6.3.g": lambda u: upward(u["documents.signed_sent_rate"], 70, 3, 5, "0.5", 5),
}
COMMUNE_FACTORS = {
    "6.4.a": lambda u: factor(u["population.ethnic_minority_rate"], 20, 30, 2, 5, "0.25", 3),
    "6.4.b": lambda u: flag(u, "unit.land_border", 3),
    "6.4.c": lambda u: flag(u, "heritage.recognised", 2),
    "6.4.d": lambda u: flag(u, "unit.safe_zone", 2),
}
WARD = {
    "7.1": ward_population,
    "7.2": lambda u: upward(u["area.natural"], Fraction("5.5"), 10, 1, "0.5", 25),
    "7.3.a": lambda u: balanced_or_part(u, 50),
    "7.3.b": lambda u: upward(u["economy.non_agricultural_rate"], 70, 3, 2, "0.25", 5),
    "7.3.c": lambda u: upward(u["labour.non_agricultural_rate"], 60, 3, 5, "0.5", 5),
    "7.3.d": lambda u: upward(u["water.piped_rate"], 70, 3, 5, "0.5", 5),
    "7.3.đ": lambda u: downward(u["poverty.rate"], 4, 3, "0.5", "0.5", 5),
    "7.3.e": lambda u: over_mean(u, ONLINE, PROVINCE_ONLINE, 3, "0.5", "0.25", 5),
    "7.3.g": lambda u: upward(u["documents.signed_sent_rate"], 80, 3, 5, "0.5", 5),
}
WARD_FACTORS = {
    "7.4.a": lambda u: factor(u["population.temporary_converted"] / u["population.permanent"] * 100, 10, 20, 2, 5, "0.25", 3),
    "7.4.b": lambda u: flag(u, "unit.mountain", 3),
    "7.4.c": lambda u: flag(u, "heritage.recognised", 2),
    "7.4.d": lambda u: flag(u, "unit.safe_zone", 2),
}
ZONE_FACTORS = {"8.2": lambda u: Fraction(10)}


def priority_population(unit):
    """Art. 9.1: 5 from 300 % of the standard, more above; nothing below."""
    percent = unit["population"] / unit["population.standard"] * 100
    return Fraction(0) if percent < 300 else upward(percent, 300, 5, 50, "0.5", 10)


def priority_area(unit):
    return Fraction(10 if unit["area.natural"] / unit["area.standard"] >= 3 else 0)


def priority_of(kind):
    """Art. 9, what of it is for this kind of unit: 9.2 names provinces, communes and wards only."""
    found = {"9.1": priority_population}
    if kind in ("tinh", "xa"):
        found["9.2.a"] = priority_area
    if kind == "phuong":
        found["9.2.b"] = lambda u: Fraction(10 if u["area.natural"] >= 42 else 0)
    for letter, role, points in zip("abcd", ROLES, (10, 3, 5, 10)):
        if letter == "a" or kind != "tinh":
            found["9.3." + letter] = lambda u, role=role, points=points: flag(u, "role." + role, points)
    return found


# Kind of unit: the criteria that make up the 100 points.
CRITERIA = {
    "tinh": PROVINCE,
    "xa": {**COMMUNE, **COMMUNE_FACTORS},
    "phuong": {**WARD, **WARD_FACTORS},
    "dac-khu": {**COMMUNE, **ZONE_FACTORS},
    "dac-khu-do-thi": {**WARD, **ZONE_FACTORS},
}


def rounded(points):
    """Art. 4.1: two decimals, half up; points are never negative."""
    return Fraction(int(points * 100 + Fraction(1, 2)), 100)


def points_of(unit, rules):
    found = {}
    for name, rule in rules.items():
        try:
            points = rule(unit)
        except Absent:
            points = None
        found[name] = None if points is None else rounded(points)
    return found


def class_of(unit, total, without_priority):
    """Art. 4.4 to 4.7, and 8.3 for special zones."""
    if unit.kind.startswith("dac-khu") and unit["population.permanent"] < 1000:
        return "III"
    if unit.kind in ("phuong", "dac-khu", "dac-khu-do-thi") and without_priority >= 90:
        if unit["unit.large"] and (unit["role.strategic"] or unit["role.general_centre"]):
            return "dac-biet"
    return "I" if total >= 75 else "II" if total >= 60 else "III"


class Result:
    """Points, priority points, total and class of a unit; None where they cannot be told."""

    def __init__(self, unit):
        self.points = points_of(unit, CRITERIA[unit.kind])
        extra = points_of(unit, priority_of(unit.kind))
        self.priority = self.total = self.band = None
        if None not in extra.values():
            self.priority = min(Fraction(10), max(extra.values()))
        if self.priority is not None and None not in self.points.values():
            without_priority = sum(self.points.values())
            self.total = without_priority + self.priority
            self.band = class_of(unit, self.total, without_priority)
        self.points.update(extra)


def text_of(points):
    return "" if points is None else "%.2f" % (Decimal(points.numerator) / points.denominator)


def table(kinds, units):
    """The CSV text of the units of one file."""
    facts = nd307_cases.FACTS[kinds[0]]
    columns = list(dict.fromkeys(name for kind in kinds for name in (*CRITERIA[kind], *priority_of(kind))))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["unit", "kind", *facts, *columns, "priority", "total", "band"])
    for unit in units:
        unknown = set(unit.facts) - set(facts)
        if unknown:
            raise ValueError("%s: unknown facts %s" % (unit.name, sorted(unknown)))
        result = Result(unit)
        writer.writerow([unit.name, unit.kind, *(unit.facts.get(name, "") for name in facts),
                         *(text_of(result.points.get(name)) for name in columns),
                         text_of(result.priority), text_of(result.total), result.band or ""])
    return out.getvalue()


def units_of(kind):
    made = nd307_cases.cases(kind, lambda facts: Result(Unit("", kind, facts)))
    return [Unit(name, kind, facts) for name, facts in made]


def files():
    """Name of each file → its text."""
    kinds = {"tinh": ["tinh"], "xa": ["xa"], "phuong": ["phuong"], "dac-khu": ["dac-khu", "dac-khu-do-thi"]}
    return {name + ".csv": table(of, [unit for kind in of for unit in units_of(kind)]) for name, of in kinds.items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare with the files instead of writing them")
    check = parser.parse_args().check
    differ = 0
    for name, text in files().items():
        path = GOLDEN / name
        if not check:
            GOLDEN.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode("utf-8"))
        elif not path.exists() or path.read_bytes() != text.encode("utf-8"):
            print("%s differs" % path.name, file=sys.stderr)
            differ = 1
    return differ


if __name__ == "__main__":
    sys.exit(main())
