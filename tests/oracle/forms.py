#!/usr/bin/env python3
"""What each form of rule in tests/golden/criteria/forms.json is worth, worked with fractions and without reading the set.

    python3 tests/oracle/forms.py > tests/golden/criteria/forms_expected.json
    python3 tests/oracle/forms.py --check tests/golden/criteria/forms_expected.json
"""
import argparse
import json
import sys
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction as F

CASES = []


def text(points):
    """A decimal string where there is one, else a fraction."""
    if points is None:
        return None
    points = F(points)
    rest = points.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest != 1:
        return f"{points.numerator}/{points.denominator}"
    places = 0
    while (points * 10**places).denominator != 1:
        places += 1
    digits = str(abs(points.numerator * 10**places // points.denominator)).rjust(places + 1, "0")
    sign = "-" if points < 0 else ""
    return sign + (digits[:-places] + "." + digits[-places:] if places else digits)


def two_places(points):
    exact = Decimal(points.numerator) / Decimal(points.denominator)
    return F(exact.quantize(Decimal("0.01"), ROUND_HALF_UP))


def case(criterion, facts, points, state="scored", kind="xa", **more):
    CASES.append({"criterion": criterion, "kind": kind, "facts": facts, **more, "state": state, "points": text(points)})


def among(criterion, units, points, kind="xa"):
    CASES.append({"criterion": criterion, "kind": kind, "units": units, "state": "scored", "points": [text(p) for p in points]})


def whole(key, name, facts, points, maximum=None, kind="xa"):
    """A field or an account; the maximum is that of the applicable leaves."""
    found = {key: name, "kind": kind, "facts": facts, "points": text(points)}
    CASES.append(found if maximum is None else {**found, "max": text(maximum)})


def yes_and_no():
    case("yes_no_na", {"yes_no_na.issued": True}, F(1, 2))
    case("yes_no_na", {"yes_no_na.issued": False}, 0)
    case("yes_no_na", {}, None, "missing_input")
    case("yes_no_na", {}, None, "not_applicable", not_applicable=["yes_no_na"])
    case("yes_no_na", {"yes_no_na.issued": True}, None, "not_applicable", not_applicable=["yes_no_na"])
    case("complete", {"complete.report": True}, F(1, 2))
    case("complete", {"complete.report": False}, 0)
    for flags, points in (((True, True), 1), ((True, False), 1), ((False, True), 1), ((False, False), 0)):
        case("flag", {"heritage.national": flags[0], "heritage.unesco": flags[1]}, points)


def ratios():
    for part, all_ in ((37, 40), (0, 7), (7, 7), (1, 3)):
        case("ratio_computers", {"computers.officials_with": part, "computers.officials": all_}, F(20 * part, all_))
        case("ratio_antivirus", {"antivirus.licensed": part, "antivirus.computers": all_}, F(20 * part, all_))
    case("ratio_computers", {"computers.officials_with": 0, "computers.officials": 0}, None, "no_case")
    case("ratio_antivirus", {"antivirus.licensed": 0, "antivirus.computers": 0}, 0, "no_case")
    case("ratio_computers", {"computers.officials_with": 8, "computers.officials": 7}, None, "fault")
    for answers in ((200, 10, 6), (3, 1, 0), (10, 0, 0)):
        all_, bad, late = answers
        facts = {"feedback.all": all_, "feedback.not_satisfied": bad, "feedback.overdue": late}
        case("deduction_in_ratio", facts, F(6 * (all_ - bad - late), all_))
    case("deduction_in_ratio", {"feedback.all": 5, "feedback.not_satisfied": 4, "feedback.overdue": 3}, 0)  # the cap at zero
    case("deduction_in_ratio", {"feedback.all": 0, "feedback.not_satisfied": 0, "feedback.overdue": 0}, 6, "no_case")
    for linked, bodies, applications in ((18, 20, 3), (20, 20, 5), (20, 20, 9), (1, 3, 0)):
        facts = {"wan.linked": linked, "wan.bodies": bodies, "wan.applications": applications}
        case("sum_of_parts", facts, F(45 * linked, bodies) + min(5, applications))


def floors_and_steps():
    for done, all_ in ((95, 100), (949, 1000), (9499, 10000), (100, 100), (19, 20), (94, 99)):
        rate = F(done, all_)
        case("floor_95", {"in_time.done": done, "in_time.all": all_}, 2 * rate if rate >= F(95, 100) else 0)
        facts = {"land.cleared": done, "land.due": all_}
        case("full_from_95", facts, F(5, 2) if rate >= F(95, 100) else 0)
    case("floor_95", {"in_time.done": 0, "in_time.all": 0}, 2, "no_case")
    for done, all_ in ((4, 5), (79, 100), (7999, 10000), (30, 37), (5, 5)):
        rate = F(done, all_)
        case("plan_80", {"plan.done": done, "plan.tasks": all_}, 3 * rate if rate >= F(4, 5) else 0)
    for seen, all_, points in ((3, 10, 1), (299, 1000, F(1, 2)), (2, 10, F(1, 2)), (199, 1000, 0), (0, 4, 0), (1, 3, 1)):
        case("steps", {"inspected.units": seen, "inspected.all": all_}, points)
    for own, goal, points in (("90", "90", 6), ("89.99", "90", 0), ("95.5", "90", 6)):
        case("target_met", {"target.satisfaction": own, "target.goal": goal}, points)
    for own, mean, points in (("88.37", "88.37", 2), ("88.36", "88.37", 0), ("96.17", "88.37", 2)):
        case("at_mean", {"index.own": own, "index.mean": mean}, points)
    for place, points in ((1, 3), (10, 3), (11, 2), (20, 2), (21, 1), (34, 1)):
        case("published_place", {"place.published": place}, points)
    for share, points, state in ((30, 2, "scored"), (15, None, "no_rule"), ("29.99", None, "no_rule"), ("14.99", 0, "scored")):
        case("hole", {"hole.share": share}, points, state)
    for in_time, late in ((4, 0), (3, 1), (2, 1), (0, 4), (0, 0)):
        case("timeliness", {"reports.in_time": in_time, "reports.late": late}, F(in_time, 2) + F(late, 4))


def items():
    for count in (0, 1, 3, 4, 5):
        case("item_trainings", {"items.trainings": count}, min(20, 5 * count))
    for count in (0, 9, 10, 11):
        case("item_people", {"items.people": count}, min(F(5), F(count, 2)))
    for count in (0, 1, 2, 3):
        case("item_awards", {"items.awards": count}, min(F(5), F(5, 2) * count))
    for own, shared, hosted, points in ((True, True, True, 20), (False, True, True, 15), (False, False, True, 10), (False, False, False, 0)):
        case("best_case", {"data_centre.own": own, "data_centre.shared": shared, "data_centre.hosted": hosted}, points)


def people_in_steps(people, mountain):
    """15 points up to 20,000; each further whole 1,000 adds a half; at most 25."""
    base, step = (15000, 750) if mountain else (20000, 1000)
    points = F(15)
    left = people - base
    while left >= step:
        left -= step
        points += F(1, 2)
    return min(points, F(25))


def people_in_proportion(people, mountain):
    base, step = (12000, 750) if mountain else (16000, 1000)
    over = max(0, people - base)
    return two_places(min(F(25), 10 + F(over, step) / 2))


def increments():
    for people in (0, 20000, 20999, 21000, 21999, 39000, 40000, 40999, 90000):
        case("base_increments", {"size.people": people, "size.mountain": False}, people_in_steps(people, False))
    for people in (15000, 15749, 15750, 30000, 29999):
        case("base_increments", {"size.people": people, "size.mountain": True}, people_in_steps(people, True))
    for people in (15999, 16000, 16001, 16009, 16010, 17000, 45999, 46000, 60000):
        case("proportional", {"population.people": people, "population.mountain": False}, people_in_proportion(people, False))
    for people in (12000, 12007, 12008, 12750, 34500):
        case("proportional", {"population.people": people, "population.mountain": True}, people_in_proportion(people, True))
    for rate, points in (("4.5", 2), ("4.01", 2), ("4", F(5, 2)), ("3.99", F(5, 2)), ("1.5", 5), ("0", 5), ("9", 2)):
        case("base_decreasing", {"poor.rate": rate}, points)
    for rate in ("4.5", "4.49", "4.495", "3.2", "2.5", "2.49", "0", "12"):
        under = max(F(0), F("4.5") - F(rate))
        case("decreasing_proportional", {"poverty.rate": rate}, two_places(min(F(5), 3 + under)))
        points = min(F(5), 3 + max(F(0), 4 - F(rate)))
        case("kind_only", {"poverty.rate": rate}, points, kind="phuong")
    for own, mean in ((100, 100), (99, 100), (105, 100), (110, 101), (120, 100), (121, 100)):
        over = max(F(0), F(100 * (own - mean), mean))
        case("to_published_mean", {"income.own": own, "income.mean": mean}, two_places(min(F(3), 2 + over / 5 / 4)))
    for balanced, share in ((True, 0), (False, 40), (False, "40.01"), (False, 45), (False, 90), (False, 95), (False, 10)):
        points = F(10) if balanced else min(F(8), 3 + max(F(0), F(share) - 40) / 10)
        case("either_or", {"budget.balanced": balanced, "budget.share": share}, points)


def rounding_and_kinds():
    for part, all_ in ((1, 3), (2, 3), (1, 600), (1, 601), (5, 8), (1, 200)):
        facts = {"rounded.part": part, "rounded.whole": all_}
        case("not_rounded", facts, F(3 * part, all_))
        case("rounded", facts, two_places(F(3 * part, all_)))
    for rate in (0, "33.3", 100):
        case("kind_max", {"kind.rate": rate}, 3 * F(rate) / 100, kind="xa")
        case("kind_max", {"kind.rate": rate}, 5 * F(rate) / 100, kind="phuong")
    for answers in ((10, 0, 0, 0), (5, 3, 1, 1), (1, 1, 1, 0), (0, 0, 0, 9)):
        a, b, c, d = answers
        facts = dict(zip(("survey.a", "survey.b", "survey.c", "survey.d"), answers))
        case("survey_map", facts, 10 * (F(a) + F(3, 5) * b + F(1, 5) * c) / (a + b + c + d))
    case("survey_map", {"survey.a": 0, "survey.b": 0, "survey.c": 0, "survey.d": 0}, None, "no_case")  # E alone is no answer


def among_units():
    speeds = [(100, 4), (50, 4), (30, 1), (1, 7)]
    best = max(F(m, o) for m, o in speeds)
    among("best_peer", [{"bandwidth.mbps": m, "bandwidth.officials": o} for m, o in speeds], [40 * F(m, o) / best for m, o in speeds])
    runs = [(80, 100), (100, 100), (120, 100), (150, 100), (7, 6)]
    lead = max(F(a, t) for a, t in runs)

    def led(done):
        return 5 * done if done <= 1 else 5 + 5 * (done - 1) / (lead - 1)

    among("target_and_leader", [{"leader.actual": a, "leader.target": t} for a, t in runs], [led(F(a, t)) for a, t in runs])
    among("target_and_leader", [{"leader.actual": 9, "leader.target": 9}, {"leader.actual": 1, "leader.target": 3}], [5, F(5, 3)])
    shares = ["40", "41", "45.5", "60"]
    mean = sum(map(F, shares)) / len(shares)
    points = [two_places(min(F(5), 3 + max(F(0), F(s) - mean) / 2)) for s in shares]
    among("to_mean_among", [{"online.share": s} for s in shares], points)
    among("to_mean_among", [{"online.share": s} for s in ("50", "51", "49")], [3, F(7, 2), 3])
    among("place_among", [{"place.score": s} for s in (7, 9, 9, 8, 1)], [1, 3, 3, 1, 1])
    among("place_among", [{"place.score": s} for s in ("8.5", "8.50", "9")], [2, 2, 3])


def groups_and_accounts():
    given = {"{0}.a.assigned": True, "{0}.a.met": True, "{0}.b.done": 3, "{0}.b.assigned": 4, "{0}.c.cases": 1}
    idle = {"{0}.a.assigned": False, "{0}.b.done": 3, "{0}.b.assigned": 4, "{0}.c.cases": 0}
    none = {"{0}.a.assigned": False, "{0}.b.done": 0, "{0}.b.assigned": 0, "{0}.c.cases": 0}
    third = {"{0}.a.assigned": True, "{0}.a.met": False, "{0}.b.done": 0, "{0}.b.assigned": 0, "{0}.c.cases": 0}
    for facts, points, maximum in ((given, 4 + 3 + 0, 10), (idle, 3 + 2, 6), (none, 2, 2), (third, 0 + 2, 6)):
        for group in ("rescaled", "shrunk"):
            named = {name.format(group): value for name, value in facts.items()}
            kept = F(points * 10, maximum) if group == "rescaled" else F(points)
            whole("field", group, named, kept, 10 if group == "rescaled" else maximum)
    for plus, minus in ((0, 0), (2, 1), (3, 0), (9, 1), (0, 6), (0, 7), (1, 5)):
        points = max(F(-3), min(F(3), plus - F(minus, 2)))
        case("clamp.items", {"clamp.bonuses": plus, "clamp.penalties": minus}, points)
        whole("account", "clamp", {"clamp.bonuses": plus, "clamp.penalties": minus}, points)
    for plus, minus in ((4, 1), (12, 0), (0, 12), (10, 10), ("2.5", "0.75")):
        points = min(F(10), F(plus)) + max(F(-10), -F(minus))
        whole("account", "beside", {"beside.bonus_points": plus, "beside.deduction_points": minus}, points)
    for area, centre, points in ((300, True, 10), (299, True, 3), (299, False, 0), (300, False, 10)):
        whole("account", "priority", {"priority_area.percent": area, "priority_centre.cluster": centre}, points)


def by_people():
    for given, state in (("0", "scored"), ("0.75", "scored"), ("1.25", "scored"), ("0.80", "refused"), ("1.5", "refused"), ("-0.25", "refused")):
        case("manual", {}, F(given) if state == "scored" else None, state, given=given)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", metavar="FILE", help="compare with FILE instead of printing")
    arguments = parser.parse_args()
    for group in (yes_and_no, ratios, floors_and_steps, items, increments, rounding_and_kinds, by_people, among_units, groups_and_accounts):
        group()
    lines = ",\n".join("  " + json.dumps(c, ensure_ascii=False) for c in CASES)
    found = '{"set": "test.forms", "cases": [\n' + lines + "\n]}\n"
    if arguments.check:
        with open(arguments.check, encoding="utf-8") as file:
            if file.read() != found:
                sys.exit(f"{arguments.check} is not what tests/oracle/forms.py works out")
        return
    sys.stdout.write(found)


if __name__ == "__main__":
    main()
