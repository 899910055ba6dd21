"""Made-up units for nd307.py: around every bound of Nghị định 307/2025/NĐ-CP, one unit of measure below, at it, and above."""

import random
from fractions import Fraction

_COMMON = ["population", "population.standard", "area.natural"]
_SOCIAL = ["budget.self_balanced", "budget.own_revenue_rate", "economy.non_agricultural_rate", "labour.non_agricultural_rate",
           "poverty.rate", "water.clean_rate", "dossiers.full_online_rate", "province.mean.full_online_rate",
           "documents.signed_sent_rate"]
_WARD_SOCIAL = ["water.piped_rate" if name == "water.clean_rate" else name for name in _SOCIAL]
_ROLES = ["role.strategic", "role.cluster_centre", "role.specialised_centre", "role.general_centre"]
_ZONE = (_COMMON + ["population.permanent", "unit.mountain", "unit.in_central_city"] + _SOCIAL[:6] + ["water.piped_rate"] +
         _SOCIAL[6:] + _ROLES + ["unit.large"])

# Columns of facts by kind of unit.
FACTS = {
    "tinh": ["population", "population.standard", "population.ethnic_minority_rate", "area.natural", "area.standard",
             "unit.mountain", "budget.central_share_rate", "budget.own_revenue_rate", "economy.non_agricultural_rate",
             "economy.growth_rate", "labour.non_agricultural_rate", "labour.productivity_growth_rate", "labour.insured_rate",
             "income.per_head", "poverty.rate", "water.clean_rate", "satisfaction.place", "dossiers.full_online_rate",
             "communes.total", "communes.land_border", "heritage.recognised", "national.mean.income_per_head",
             "national.labour.insured_rate", "national.mean.poverty_rate", "national.mean.water_clean_rate",
             "national.mean.full_online_rate", "role.strategic"],
    "xa": _COMMON + ["area.standard", "unit.mountain"] + _SOCIAL +
          ["population.ethnic_minority_rate", "unit.land_border", "heritage.recognised", "unit.safe_zone"] + _ROLES,
    "phuong": _COMMON + ["unit.in_central_city"] + _WARD_SOCIAL +
              ["population.temporary_converted", "population.permanent", "unit.mountain", "heritage.recognised",
               "unit.safe_zone"] + _ROLES + ["unit.large"],
    "dac-khu": _ZONE,
    "dac-khu-do-thi": _ZONE,
}

_NO_ROLE = {name: "false" for name in _ROLES}
_COMMUNE = {"population": "18765", "population.standard": "16000", "area.natural": "42.37", "unit.mountain": "false",
            "budget.self_balanced": "false", "budget.own_revenue_rate": "57.3", "economy.non_agricultural_rate": "58.41",
            "labour.non_agricultural_rate": "61.2", "poverty.rate": "3.85", "water.clean_rate": "77.7",
            "dossiers.full_online_rate": "63.15", "province.mean.full_online_rate": "61.9",
            "documents.signed_sent_rate": "82.6", **_NO_ROLE}
_WARD = {"population": "26543", "population.standard": "21000", "area.natural": "9.81", "unit.in_central_city": "true",
         "budget.self_balanced": "false", "budget.own_revenue_rate": "68.4", "economy.non_agricultural_rate": "78.3",
         "labour.non_agricultural_rate": "71.9", "water.piped_rate": "79.35", "poverty.rate": "3.2",
         "dossiers.full_online_rate": "71.4", "province.mean.full_online_rate": "70.25",
         "documents.signed_sent_rate": "91.2", "unit.large": "false", **_NO_ROLE}
# A middling unit of each kind; every case changes a few facts of it.
BASE = {
    "tinh": {"population": "2345678", "population.standard": "1400000", "population.ethnic_minority_rate": "25",
             "area.natural": "9876.54", "area.standard": "8000", "unit.mountain": "false", "budget.central_share_rate": "0",
             "budget.own_revenue_rate": "62.5", "economy.non_agricultural_rate": "78.2", "economy.growth_rate": "8.13",
             "labour.non_agricultural_rate": "66.6", "labour.productivity_growth_rate": "6.1", "labour.insured_rate": "41.35",
             "income.per_head": "78512345", "poverty.rate": "2.15", "water.clean_rate": "59.27", "satisfaction.place": "12",
             "dossiers.full_online_rate": "55.5", "communes.total": "99", "communes.land_border": "23",
             "heritage.recognised": "true", "national.mean.income_per_head": "71123455",
             "national.labour.insured_rate": "39.8", "national.mean.poverty_rate": "3.2",
             "national.mean.water_clean_rate": "58.4", "national.mean.full_online_rate": "52.6", "role.strategic": "false"},
    "xa": {**_COMMUNE, "area.standard": "30", "population.ethnic_minority_rate": "33.3", "unit.land_border": "false",
           "heritage.recognised": "true", "unit.safe_zone": "false"},
    "phuong": {**_WARD, "population.temporary_converted": "4321", "population.permanent": "20123", "unit.mountain": "false",
               "heritage.recognised": "true", "unit.safe_zone": "false"},
    "dac-khu": {**_COMMUNE, "population.permanent": "12345", "unit.large": "false"},
    "dac-khu-do-thi": {**_WARD, "population.permanent": "20123"},
}

_COMMUNE_BOUNDS = [
    # fact, one unit of measure, values to go around, other facts
    ("population", 1, "16000 16010 16500 17000 46000 48000 128000", {}),
    ("population", 1, "12000 12008 12750 16000 34500 48000", {"unit.mountain": "true"}),
    ("area.natural", "0.01", "30 30.05 35 90 180", {}),
    ("budget.own_revenue_rate", "0.01", "0.01 40 45 90 100", {}),
    ("economy.non_agricultural_rate", "0.01", "0.01 50 55 70 99.99", {}),
    ("labour.non_agricultural_rate", "0.01", "0.01 50 55 70 99.99", {}),
    ("poverty.rate", "0.01", "0.01 2.5 3.5 4.5 99.99", {}),
    ("dossiers.full_online_rate", "0.01", "61.9 62.4 65.9 99.99", {}),
    ("province.mean.full_online_rate", "0.01", "63.15 59.15", {}),
    ("documents.signed_sent_rate", "0.01", "0.01 70 75 90 99.99", {}),
    ("water.clean_rate", "0.01", "0.01 70 75 90 99.99", {}),
]
_WARD_BOUNDS = [
    ("population", 1, "21000 21010 21500 51000 63000 168000", {}),
    ("population", 1, "14000 14010 14500 21000 44000", {"unit.in_central_city": "false"}),
    ("area.natural", "0.01", "5.5 5.51 6.5 35.5", {}),
    ("budget.own_revenue_rate", "0.01", "0.01 50 55 100 120", {}),
    ("economy.non_agricultural_rate", "0.01", "0.01 70 70.04 72 86 99.99", {}),
    ("labour.non_agricultural_rate", "0.01", "0.01 60 65 80 99.99", {}),
    ("water.piped_rate", "0.01", "0.01 70 75 90 99.99", {}),
    ("poverty.rate", "0.01", "0.01 2 3.5 4 99.99", {}),
    ("dossiers.full_online_rate", "0.01", "70.25 70.75 74.25 99.99", {}),
    ("province.mean.full_online_rate", "0.01", "71.4 67.4", {}),
    ("documents.signed_sent_rate", "0.01", "0.01 80 85 99.99", {}),
]
BOUNDS = {
    "tinh": [
        ("population", 1, "2000000 2000600 2030000 2060000 3800000 4200000 4207000 11200000", {}),
        ("population", 1, "1500000 1500450 1545000 2000000 2850000", {"unit.mountain": "true"}),
        ("area.natural", "0.01", "8000 8002 8200 14000 24000", {}),
        ("budget.central_share_rate", "0.01", "0.01 10 10.02 11 18 99.99", {}),
        ("budget.own_revenue_rate", "0.01", "0.01 50 50.05 55 100 120", {}),
        ("economy.non_agricultural_rate", "0.01", "0.01 70 75 90 99.99", {}),
        ("economy.growth_rate", "0.01", "-3 0 7 7.5 11", {}),
        ("labour.non_agricultural_rate", "0.01", "0.01 60 65 80 99.99", {}),
        ("labour.productivity_growth_rate", "0.01", "-3 0 5 5.5 7", {}),
        ("income.per_head", 1, "71123455 85348146", {}),
        ("income.per_head", 1000, "72545924.1 74679627.75", {}),
        ("labour.insured_rate", "0.01", "39.8 44.8 49.8", {}),
        ("national.labour.insured_rate", "0.01", "41.35 31.35", {}),
        ("poverty.rate", "0.01", "1.2 2.7 3.2", {}),
        ("national.mean.poverty_rate", "0.01", "2.15 4.15", {}),
        ("water.clean_rate", "0.01", "0.01 58.4 59.4 60.4 99.99", {}),
        ("national.mean.water_clean_rate", "0.01", "57.27 59.27", {}),
        ("satisfaction.place", 1, "2 10 20 33", {}),
        ("dossiers.full_online_rate", "0.01", "52.6 54.6 60.6 99.99", {}),
        ("national.mean.full_online_rate", "0.01", "55.5 47.5", {}),
        ("population.ethnic_minority_rate", "0.01", "0.01 20 30 35 50 99.99", {}),
        ("communes.land_border", 1, "1 10 20 30 40 99", {"communes.total": "100"}),
        ("communes.land_border", 1, "1 7 14", {"communes.total": "70"}),
        ("communes.total", 1, "80 85 100 140", {"communes.land_border": "0"}),
    ],
    "xa": _COMMUNE_BOUNDS + [
        ("population.ethnic_minority_rate", "0.01", "0.01 20 30 35 50 99.99", {}),
        ("area.natural", "0.01", "90", {"area.standard": "29.99"}),
    ],
    "phuong": _WARD_BOUNDS + [
        ("area.natural", "0.01", "42", {}),
        ("population.temporary_converted", 1, "1 2000 4000 5000 8000 20000 40000", {"population.permanent": "20000"}),
        ("population.permanent", 1, "43210 21605", {}),
    ],
    "dac-khu": _COMMUNE_BOUNDS + [("population.permanent", 1, "1000", {}), ("area.natural", "0.01", "90", {})],
    "dac-khu-do-thi": _WARD_BOUNDS + [("population.permanent", 1, "1000", {}), ("area.natural", "0.01", "42", {})],
}

# Facts at their worst and at their best in everything but population and area.
_LOW = {"budget.central_share_rate": "0", "budget.self_balanced": "false", "budget.own_revenue_rate": "12",
        "economy.non_agricultural_rate": "31", "labour.non_agricultural_rate": "29", "poverty.rate": "17.5",
        "water.clean_rate": "58.4", "water.piped_rate": "33", "dossiers.full_online_rate": "20", "documents.signed_sent_rate": "15",
        "economy.growth_rate": "1.5", "labour.productivity_growth_rate": "0.4", "labour.insured_rate": "11",
        "income.per_head": "30000000", "satisfaction.place": "34", "population.ethnic_minority_rate": "0",
        "communes.total": "40", "communes.land_border": "0", "heritage.recognised": "false", "unit.land_border": "false",
        "unit.safe_zone": "false", "population.temporary_converted": "0"}
_HIGH = {"budget.central_share_rate": "45", "budget.self_balanced": "true", "budget.own_revenue_rate": "130",
         "economy.non_agricultural_rate": "97", "labour.non_agricultural_rate": "95", "poverty.rate": "0",
         "water.clean_rate": "99", "water.piped_rate": "99", "dossiers.full_online_rate": "96", "documents.signed_sent_rate": "100",
         "economy.growth_rate": "12.7", "labour.productivity_growth_rate": "9", "labour.insured_rate": "71",
         "income.per_head": "150000000", "satisfaction.place": "1", "population.ethnic_minority_rate": "76",
         "communes.total": "168", "communes.land_border": "90", "heritage.recognised": "true", "unit.land_border": "true",
         "unit.safe_zone": "true", "population.temporary_converted": "15000", "population.permanent": "20123"}
# Level and step of area and of population: what 10 points end at and half a point takes.
_SIZE = {"tinh": (8000, 200, 2000000, 60000), "xa": (30, 5, 16000, 1000), "phuong": (Fraction("5.5"), 1, 21000, 1000)}
_SIZE["dac-khu"], _SIZE["dac-khu-do-thi"] = _SIZE["xa"], _SIZE["phuong"]


def decimal(value):
    """A fraction as an exact decimal."""
    value, places = Fraction(value), 0
    while (value * 10 ** places).denominator != 1:
        places += 1
        if places > 12:
            raise ValueError("%s has no short decimal" % value)
    digits = str(abs(int(value * 10 ** places))).rjust(places + 1, "0")
    sign = "-" if value < 0 else ""
    return sign + (digits if places == 0 else digits[:-places] + "." + digits[-places:])


def known(kind, facts):
    """Those of the facts that this kind of unit has."""
    return {name: value for name, value in facts.items() if name in BASE[kind]}


def around_bounds(kind):
    for fact, measure, values, others in BOUNDS[kind]:
        for value in values.split():
            for offset in (-1, 0, 1):
                text = decimal(Fraction(value) + offset * Fraction(measure))
                name = "".join("%s=%s " % pair for pair in others.items()) + "%s=%s" % (fact, text)
                yield name, {**BASE[kind], **others, fact: text}


def tuned(kind, facts, target, score):
    """The facts with an area, and if need be a population, that make the total exactly the target."""
    level, step, people, more = _SIZE[kind]
    flat = {**facts, "area.natural": decimal(level), "population": decimal(people), "population.standard": decimal(people)}
    needed = Fraction(target) - score(flat).total
    if not 0 <= needed <= 30:
        raise ValueError("%s: the total %s is out of reach by %s" % (kind, target, needed))
    area = min(needed, Fraction(15))
    made = {**flat, "area.natural": decimal(level + area * 2 * step), "population": decimal(people + (needed - area) * 2 * more)}
    if score(made).total != Fraction(target):
        raise ValueError("%s: the total is %s and not %s" % (kind, score(made).total, target))
    return made


def at_totals(kind, score):
    """The bounds of the classes, with and without priority points."""
    low, middle, high = ({**BASE[kind], **known(kind, some)} for some in (_LOW, {}, _HIGH))
    # An area standard out of the way, so that tuning the area gives no priority points of its own.
    wide = known(kind, {"area.standard": "1000000"})
    for label, facts, totals in (("low", low, "59.99 60 60.01"), ("middle", middle, "60 74.99 75 75.01"),
                                 ("high", high, "75 89.99 90 90.01")):
        for total in totals.split():
            yield "%s total=%s" % (label, total), tuned(kind, {**facts, **wide}, total, score)
    strategic = {"role.strategic": "true"}
    for total in "69.99 70 84.99 85".split():
        facts = tuned(kind, {**middle, **wide, **strategic}, total, score) if total < "75" else \
            tuned(kind, {**high, **wide, **strategic}, total, score)
        yield "strategic total=%s" % total, facts
    yield "lowest", {**low, "population": "1", "area.natural": "0.01"}
    yield "highest of all", {**high, **strategic, "population": "99999999", "area.natural": "99999"}


def special_class(kind, score):
    """Art. 4.4: 90 without priority points, large, and 9.3a or 9.3d."""
    if "unit.large" not in BASE[kind]:
        return
    high = {**BASE[kind], **known(kind, _HIGH)}
    for bare in ("89.99", "90", "90.01"):
        plain = tuned(kind, high, bare, score)
        for large in ("true", "false"):
            for role in _ROLES:
                yield "without priority %s large=%s %s" % (bare, large, role), {**plain, "unit.large": large, role: "true"}
            yield "without priority %s large=%s 9.1 only" % (bare, large), {**plain, "unit.large": large, "population.standard": "1000"}
    if kind.startswith("dac-khu"):
        for permanent in ("999", "1000", "1001"):
            yield "special class permanent=%s" % permanent, {
                **tuned(kind, high, "95", score), "unit.large": "true", "role.strategic": "true", "population.permanent": permanent}


def priority(kind):
    """Art. 9: each criterion alone, several at once (only the highest counts), and the bounds of 300 % and 800 %."""
    base = BASE[kind]
    people = Fraction(base["population"])
    standards = ["%s" % decimal(people / ratio) for ratio in (2, 4, 8)]
    for standard in standards:
        yield "population.standard=%s" % standard, {**base, "population.standard": standard}
    roles = [name for name in _ROLES if name in base]
    for first in range(len(roles)):
        for second in range(first, len(roles)):
            pair = {roles[first], roles[second]}
            yield " ".join(sorted(pair)), {**base, **{name: "true" for name in pair}}
    for role in roles:
        yield "9.1 and %s" % role, {**base, "population.standard": decimal(people / 4), role: "true"}
    for standard in ("5000", "6255", "7000"):
        for offset in (-1, 0, 1):
            for percent in (300, 301, 350, 500, 800):
                count = int(standard) * percent // 100 + offset
                yield "%s%% of %s %+d" % (percent, standard, offset), {
                    **base, "population": str(count), "population.standard": standard}


def flags_and_either_or(kind):
    base = BASE[kind]
    for name in ("unit.mountain", "heritage.recognised", "unit.safe_zone", "unit.land_border", "unit.in_central_city"):
        if name in base:
            for value in ("true", "false"):
                yield "%s=%s" % (name, value), {**base, name: value}
    if "budget.self_balanced" in base:
        for own in ("", "0", "57.3", "140"):
            yield "self-balanced own=%s" % own, {**base, "budget.self_balanced": "true", "budget.own_revenue_rate": own}
        yield "not balanced and own revenue unknown", {**base, "budget.own_revenue_rate": ""}
    else:
        yield "central share and own revenue unknown", {**base, "budget.central_share_rate": "12", "budget.own_revenue_rate": ""}
        yield "no central share and own revenue unknown", {**base, "budget.own_revenue_rate": ""}
    yield "poverty rate unknown", {**base, "poverty.rate": ""}
    if "unit.large" in base:
        yield "large not said", {**base, "unit.large": ""}


def anywhere(name, value, draw):
    """A value for a fact, from a number in [0, 1)."""
    share = Fraction(int(draw * 10000), 10000)
    if value in ("true", "false"):
        return "true" if draw < 0.3 else "false"
    if name == "communes.land_border":
        return str(int(share * 41))
    if name in _LOW and name in _HIGH:
        ends = sorted((Fraction(_LOW[name]), Fraction(_HIGH[name])))
        exact = ends[0] + (ends[1] - ends[0]) * share
    elif name.startswith(("national.", "province.")):
        exact = Fraction(value) * (Fraction(7, 10) + share * Fraction(6, 10))
    else:
        exact = Fraction(value) * (Fraction(4, 10) + share * 4)
    counted = name.startswith(("population", "communes", "satisfaction", "income", "national.mean.income"))
    if counted and not name.endswith("_rate"):
        return str(int(exact))
    return decimal(Fraction(int(exact * 100), 100))


def scattered(kind, count=60):
    """Units with every fact anywhere; the same ones each time."""
    source = random.Random("nd-307 " + kind)
    for number in range(1, count + 1):
        yield "scattered %d" % number, {name: anywhere(name, value, source.random()) for name, value in BASE[kind].items()}


def cases(kind, score):
    """Name and facts of each unit of a kind; no two names are the same. `score` works out facts (for totals that must be exact)."""
    found = {}
    for source in (around_bounds(kind), flags_and_either_or(kind), priority(kind), at_totals(kind, score),
                   special_class(kind, score), scattered(kind)):
        for name, facts in source:
            found.setdefault("%s %s" % (kind, name), facts)
    return list(found.items())
