"""cchc rank: places, ties and units outside, against a count of one's own; and the facts that cchc stats writes."""
import fractions
import json
import unittest

import sets
from harness import ROOT, SAMPLE, ToolTest

SCORING = ROOT / "examples" / "data" / "scoring"
HALF_YEAR = ("--from", "2020-01-01", "--to", "2020-07-01")
PROGRESS = ("rank", "--criteria", "vn.qd-766-2022.progress", "--facts", SCORING / "progress")


class Rank(ToolTest):
    def units(self, **shares):
        """A folder of facts, one file a unit."""
        (self.dir / "facts").mkdir(exist_ok=True)
        for unit, share in shares.items():
            self.write(f"facts/{unit}.json", sets.text(sets.facts({"share": share, "done": True}, unit=unit)))
        self.write("set.json", sets.text(sets.criteria()))
        return ("rank", "--criteria", "set.json", "--facts", "facts")

    def places(self, *args, code=0):
        rows = self.expect(code, *args, "--format", "csv").csv()
        return [(r["rank"], r["unit"], r["tied"]) for r in rows]

    def test_equal_units_share_a_place(self):
        call = self.units(a="10", b="30", c="30.0", d="20")
        self.assertEqual(self.places(*call), [("1", "b", "true"), ("1", "c", "true"), ("3", "d", "false"), ("4", "a", "false")])
        self.write("set.json", sets.text({**sets.criteria(), "ties": "dense"}))
        self.assertEqual([p for p, _, _ in self.places(*call)], ["1", "1", "2", "3"])

    def test_places_are_taken_before_rounding(self):
        call = self.units(a="33.333", b="33.334")
        self.write("set.json", sets.text({**sets.criteria(), "rounding": {"places": 0, "mode": "half_up"}}))
        rows = self.expect(0, *call, "--format", "csv").csv()
        self.assertEqual([(r["unit"], r["rank"], r["total"]) for r in rows], [("b", "1", "1"), ("a", "2", "1")])

    def test_units_outside(self):
        call = self.units(a="10", b="30", c="20")
        self.assertEqual(self.places(*call, "--outside", "b"), [("1", "c", "false"), ("2", "a", "false"), ("", "b", "false")])
        self.assertIn("không xếp hạng chung", self.expect(0, *call, "--outside", "b").out)
        self.assertIn("not ranked with the others", self.expect(0, *call, "--outside", "b", "--outside", "c", "--lang", "en").out)
        self.assertIn('"x"', self.expect(2, *call, "--outside", "x").err)

    def test_a_unit_without_all_facts_is_outside_and_said(self):
        call = self.units(a="10", b="30")
        self.write("facts/c.json", sets.text(sets.facts({"share": 99}, unit="c")))
        result = self.expect(1, *call, "--format", "json")
        self.assertIn("c: 1.2: missing input: done", result.err)
        self.assertEqual([(u["unit"], u["rank"]) for u in result.json()["units"]], [("b", 1), ("a", 2), ("c", None)])

    def test_by_kind(self):
        self.units()
        self.write("set.json", sets.text({**sets.criteria(), "units": ["xa", "phuong"]}))
        for unit, kind, share in (("a", "xa", 1), ("b", "phuong", 2), ("c", "xa", 3)):
            self.write(f"facts/{unit}.json", sets.text(sets.facts({"share": share, "done": True}, unit=unit, kind=kind)))
        call = ("rank", "--criteria", "set.json", "--facts", "facts")
        self.assertEqual([(p, u) for p, u, _ in self.places(*call)], [("1", "c"), ("2", "b"), ("3", "a")])
        self.assertEqual([(p, u) for p, u, _ in self.places(*call, "--by-kind")], [("1", "b"), ("1", "c"), ("2", "a")])

    def test_files_of_one_unit_are_merged(self):
        self.units()
        for i, (unit, facts) in enumerate((("a", {"share": 1}), ("b", {"share": 2, "done": True}), ("a", {"done": True}))):
            self.write(f"{i}.json", sets.text(sets.facts(facts, unit=unit)))
        self.assertEqual([u for _, u, _ in self.places("rank", "--criteria", "set.json", "--facts", "0.json", "1.json", "2.json")], ["b", "a"])

    def test_any_order_of_the_files_gives_the_same_bytes(self):
        self.units(a="10", b="30", c="30", d="20")
        files = [f"facts/{u}.json" for u in "abcd"]
        results = {self.expect(0, "rank", "--criteria", "set.json", "--facts", *order, "--format", "json").bytes
                   for order in (files, files[::-1], files[2:] + files[:2])}
        self.assertEqual(len(results), 1)

    def test_functions_among_units_see_the_ranked_ones(self):
        self.units(a="10", b="40", c="30")
        self.write("set.json", sets.text(sets.criteria(sets.leaf("1.1", "min(max, share / best among units(share))", when_no_case="zero"))))
        rows = self.expect(0, "rank", "--criteria", "set.json", "--facts", "facts", "--outside", "b", "--format", "csv")
        self.assertEqual([(r["unit"], r["total"]) for r in rows.csv()][:1], [("c", "1")])

    def test_wrong_calls(self):
        call = self.units(a="10")
        (self.dir / "empty").mkdir()
        for args in (("rank",), call[:3], ("rank", "--facts", "facts"), (*call[:4], "no-such"), (*call[:4], "empty"),
                     ("rank", "--criteria", "no-such", "--facts", "facts"), (*call, "-", "-")):
            self.expect(2, *args)
        self.write("facts/b.json", b"")
        self.assertIn("b.json", self.expect(1, *call).err)


class Sample(ToolTest):
    """The twelve units of the sample under the sets that ship with the library."""

    def test_places_of_the_progress_set_by_fractions(self):
        exact = {}
        for path in (SCORING / "progress").glob("*.json"):
            document = json.loads(path.read_text(encoding="utf-8"))
            f = {name.split(".", 1)[1]: value for name, value in document["facts"].items()}
            done = f["resolved.early"] + f["resolved.on_time"] + f["in_process.within"]
            exact[document["unit"]] = 20 * fractions.Fraction(done, f["resolved.total"] + f["in_process.total"])
        self.assertEqual(len(exact), 12)
        outside = "Phòng Văn hóa và Thông tin"
        ranked = {unit: points for unit, points in exact.items() if unit != outside}
        rows = self.expect(0, *PROGRESS, "--outside", outside, "--format", "csv").csv()
        self.assertEqual((rows[-1]["unit"], rows[-1]["rank"], rows[-1]["reason"]), (outside, "", "not ranked with the others"))
        for row in rows[:-1]:
            points = ranked[row["unit"]]
            self.assertEqual(int(row["rank"]), 1 + sum(other > points for other in ranked.values()))
            self.assertEqual(row["tied"] == "true", list(ranked.values()).count(points) > 1)
            self.assertEqual(fractions.Fraction(row["total"]), fractions.Fraction(int(points * 100 + fractions.Fraction(1, 2)), 100))
        self.assertEqual({r["unit"] for r in rows if r["tied"] == "true"}, {"Phòng Nội vụ", "UBND xã Thanh"})

    def test_the_table_shows_tie_and_unit_outside(self):
        out = self.expect(0, *PROGRESS, "--outside", "Phòng Văn hóa và Thông tin").out
        self.assertEqual(out.count("đồng hạng"), 2)
        self.assertIn("không xếp hạng chung", out.splitlines()[-1])

    def test_the_files_are_what_stats_writes(self):
        for policy, folder in (("qd-766", "progress"), ("outline-274", "inspection/dossiers")):
            self.expect(0, "stats", SAMPLE, *HALF_YEAR, "--policy", policy, "--facts-dir", policy)
            written = {p.name: p.read_bytes() for p in (self.dir / policy).iterdir()}
            self.assertEqual(written, {p.name: p.read_bytes() for p in (SCORING / folder).iterdir()})
            self.assertIn("ubnd-xa-huong-phung.json", written)

    def test_facts_are_never_overwritten_unless_forced(self):
        call = ("stats", SAMPLE, *HALF_YEAR, "--facts-dir", "facts")
        self.expect(0, *call)
        (self.dir / "facts" / "phong-noi-vu.json").write_bytes(b"mine")
        self.assertIn("--force", self.expect(2, *call).err)
        self.assertEqual(self.read("facts/phong-noi-vu.json"), b"mine")
        self.expect(0, *call, "--force")
        self.assertNotEqual(self.read("facts/phong-noi-vu.json"), b"mine")
        self.expect(2, "stats", SAMPLE, "--period", "2020-Q1..2020-Q2", "--facts-dir", "series")

    def test_names_of_files_stay_apart(self):
        rows = "".join(f"{i},{agency},2020-03-02,2020-03-09,2020-03-06,9\n"
                       for i, agency in enumerate(("Xã Đông", "Xa dong", "../Xã/Đông", "市", "X\u0061\u0303 Tây", "")))
        self.write("d.csv", "id,agency,received,due,completed,status\n" + rows)
        result = self.expect(0, "stats", "d.csv", *HALF_YEAR, "--facts-dir", "facts")
        self.assertIn("without an agency", result.err)
        names = {p.name: json.loads(p.read_bytes())["unit"] for p in (self.dir / "facts").iterdir()}
        self.assertEqual(set(names), {"xa-dong.json", "xa-dong-2.json", "xa-dong-3.json", "unit.json", "xa-tay.json"})
        self.assertEqual(len(set(names.values())), 5)
        self.assertEqual(sorted(p.name for p in self.dir.iterdir()), ["d.csv", "facts"])

    def test_inspection_says_what_people_have_to_score(self):
        result = self.expect(1, "rank", "--criteria", "huong-hoa-2020.inspection", "--facts", SCORING / "inspection/dossiers",
                             SCORING / "inspection/self-reports", "--format", "json")
        lines = result.err.splitlines()
        manual = {"I.2.a.2", "I.3.a", "I.4.2", "I.4.4", "I.5.a.1", "I.7.c", "II.2"}
        self.assertTrue(all("no score is given" in line for line in lines), lines[:3])
        self.assertEqual({line.split(": ")[1] for line in lines}, manual)
        self.assertEqual(len(result.json()["units"]), 12)

    def test_inspection_traces_both_sources(self):
        result = self.expect(1, "score", "--criteria", "huong-hoa-2020.inspection", "--facts", SCORING / "inspection/dossiers/ubnd-xa-thanh.json",
                             "--facts", SCORING / "inspection/self-reports/ubnd-xa-thanh.json", "--trace", "--format", "json")
        leaves = {leaf["criterion"]: leaf for leaf in result.json()["leaves"]}
        sources = {f["source"] for f in leaves["I.3.d.2"]["trace"]["facts"]}
        self.assertEqual(len(sources), 2)
        self.assertTrue(any(s.startswith("cchc stats, policy outline-274") for s in sources), sources)


if __name__ == "__main__":
    unittest.main()
