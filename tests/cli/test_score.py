"""cchc score: the scorecard as text and JSON, traces, exit codes, and what bad facts get."""
import itertools
import json
import unittest

import sets
from harness import ROOT, ToolTest

SCORING = ROOT / "examples" / "data" / "scoring"
TT01 = ("--criteria", "vn.tt-01-2018.dossier-handling")


class Scores(ToolTest):
    def score(self, criteria, *facts, code=0, options=()):
        """The scorecard of facts given as documents, or as the text of a file."""
        if not isinstance(criteria, str):
            criteria = self.write("set.json", sets.text(criteria))
        arguments = ["score", "--criteria", criteria]
        for i, document in enumerate(facts):
            self.write(f"facts-{i}.json", document if isinstance(document, (str, bytes)) else sets.text(document))
            arguments += ["--facts", f"facts-{i}.json"]
        return self.expect(code, *arguments, "--format", "json", *options)

    def leaves(self, result):
        return {leaf["criterion"]: leaf for leaf in result.json()["leaves"]}


class Score(Scores):
    def test_text_and_json_say_the_same(self):
        facts = sets.facts({"share": "94,50", "done": True})
        result = self.score(sets.criteria(), facts)
        card = result.json()
        self.assertEqual((card["format"], card["set"], card["unit"], card["total"], card["index"]),
                         ("cchc.scorecard/1", "test.set", "Xã A", "1.945", "97.25"))
        for lang, words in (("vi", ["Bộ thử", "Tổng điểm: 1.945", "97.25%"]), ("en", ["Test set", "Total: 1.945", "97.25%"])):
            out = self.expect(0, "score", "--criteria", "set.json", "--facts", "facts-0.json", "--lang", lang).out
            for word in words:
                self.assertIn(word, out)

    def test_standard_input_is_a_file_too(self):
        self.write("set.json", sets.text(sets.criteria()))
        facts = sets.text(sets.facts({"share": 50, "done": False}))
        self.write("facts.json", facts)
        from_file = self.expect(0, "score", "--criteria", "set.json", "--facts", "facts.json", "--format", "json").json()
        from_stdin = self.expect(0, "score", "--criteria", "set.json", "--facts", "-", "--format", "json", stdin=facts.encode()).json()
        self.assertEqual(from_file, from_stdin)
        from_stdin = self.expect(0, "score", "--criteria", "-", "--facts", "facts.json", "--format", "json",
                                 stdin=sets.text(sets.criteria()).encode()).json()
        self.assertEqual(from_file, from_stdin)

    def test_equal_spellings_and_any_split_give_the_same_bytes(self):
        results = set()
        for spelling in ('"0.50"', '"0,5"', "0.5", "5e-1", '"00.5"'):
            whole = '{"format":"cchc.facts/1","unit":"Xã A","facts":{"share":%s,"done":true}}' % spelling
            results.add(self.score(sets.criteria(), whole).bytes)
            parts = (sets.facts({"done": True}), '{"format":"cchc.facts/1","unit":"Xã A","facts":{"share":%s}}' % spelling)
            results.update(self.score(sets.criteria(), *order).bytes for order in itertools.permutations(parts))
        self.assertEqual(len(results), 1)

    def test_trace_names_facts_sources_rows_and_articles(self):
        result = self.expect(0, "score", *TT01, "--facts", SCORING / "tt-01-2018/exactly-15.json", "--trace", "--format", "json")
        trace = self.leaves(result)["9"]["trace"]
        self.assertIn({"name": "tt01.i9.dossiers", "value": 100, "source": "Dữ liệu mẫu, bịa"}, trace["facts"])
        self.assertEqual([r["article"] for r in trace["rows"] if r["matches"] == "yes"], ["13.9.b"])
        self.assertEqual(len(trace["rows"]), 5)
        again = self.expect(0, "score", *TT01, "--facts", SCORING / "tt-01-2018/exactly-15.json", "--trace", "--format", "json")
        self.assertEqual(result.bytes, again.bytes)
        out = self.expect(0, "score", *TT01, "--facts", SCORING / "tt-01-2018/exactly-15.json", "--trace").out
        for word in ("tt01.i9.dossiers = 100", "[Dữ liệu mẫu, bịa]", "13.9.b", "không khớp"):
            self.assertIn(word, out)

    def test_sources_that_differ(self):
        one = sets.facts({"share": 50, "done": True}, source="a")
        other = sets.facts({"share": "50.5"}, source="b")
        result = self.score(sets.criteria(), one, other, code=1)
        self.assertIn('the sources differ on "share": 50 in a; 50.5 in b', result.err)
        self.assertEqual(self.leaves(result)["1.1"]["state"], "missing_input")
        self.assertIsNone(result.json()["total"])
        # A conflict about what the set does not read is said, and harms nothing.
        result = self.score(sets.criteria(), {**one, "facts": {**one["facts"], "x": 1}}, sets.facts({"x": 2}, source="b"))
        self.assertIn('"x"', result.err)

    def test_files_that_do_not_fit_together(self):
        period = {"from": "2020-01-01", "to": "2021-01-01"}
        facts = sets.facts({"share": 50, "done": True}, period=period)
        result = self.score(sets.criteria(), facts, {**facts, "period": {**period, "to": "2020-07-01"}}, code=1)
        self.assertIn("facts-1.json", result.err)
        self.assertEqual(result.out, "")
        self.assertIn("rank", self.score(sets.criteria(), facts, sets.facts({}, unit="Xã B"), code=1).err)

    def test_what_is_missing_is_named(self):
        result = self.score(sets.criteria(), sets.facts({"share": 50}), code=1)
        self.assertIn("Xã A: 1.2: missing input: done", result.err)
        self.assertEqual((result.json()["complete"], result.json()["total"]), (False, None))

    def test_not_applicable_shrinks_the_maximum(self):
        note = {"criterion": "1.2", "reason": "không có", "authority": "Đoàn"}
        card = self.score(sets.criteria(), sets.facts({"share": 50}, not_applicable=[note])).json()
        self.assertEqual((card["applicable"], card["index"], card["complete"]), ("1", "50", True))

    def test_a_set_that_is_not_valid_in_the_period_is_said(self):
        for valid, said in (({"from": "2020-01-01", "to": None}, False), ({"from": "2020-01-01", "to": "2021-01-01"}, False),
                            ({"from": "2020-01-02", "to": None}, True), ({"from": "2019-01-01", "to": "2020-12-31"}, True)):
            facts = sets.facts({"share": 50, "done": True}, period={"from": "2020-01-01", "to": "2021-01-01"})
            result = self.score({**sets.criteria(), "valid": valid}, facts)
            self.assertEqual("is valid from" in result.err, said, valid)

    def test_kinds_of_unit(self):
        several = {**sets.criteria(), "units": ["xa", "phuong"]}
        self.score(several, sets.facts({"share": 50, "done": True}, kind="xa"))
        for kind in ("tinh", ""):
            result = self.score(several, sets.facts({"share": 50, "done": True}, kind=kind), code=1)
            self.assertIn("xa, phuong", result.err)

    def test_wrong_calls(self):
        self.write("set.json", sets.text(sets.criteria()))
        self.write("facts.json", sets.text(sets.facts({})))
        (self.dir / "empty").mkdir()
        for args in ((), ("--criteria", "set.json"), ("--facts", "facts.json"), ("--criteria", "no-such", "--facts", "facts.json"),
                     ("--criteria", "set.json", "--facts", "no-such.json"), ("--criteria", "set.json", "--facts", "empty"),
                     ("--criteria", "-", "--facts", "-"), ("--criteria", "set.json", "--facts", "facts.json", "--format", "csv")):
            self.expect(2, "score", *args)


class Circular01(Scores):
    """Thông tư 01/2018: exactly 15 points is xuất sắc (15.3.b), and the holes of the text answer no rule."""

    def test_exactly_15_points(self):
        text = (SCORING / "tt-01-2018/exactly-15.json").read_text(encoding="utf-8")
        # Indicator 2 is (120 + 40 - longer) / 100, rounded to one decimal (15.2.a): 1.5, 1.4, 1.6; the others make 13.5.
        for longer, total, band in ((10, "15", "xuat_sac"), (16, "14.9", "tot"), (0, "15.1", "xuat_sac")):
            document = json.loads(text)
            document["facts"].update({"tt01.i2.longer": longer, "tt01.i2.equal": 40 - longer})
            with self.subTest(longer=longer):
                card = self.score(TT01[1], document).json()
                self.assertEqual((card["exact_total"], card["band"]), (total, band))

    def test_holes_answer_no_rule(self):
        for name, criterion in (("hole-of-7", "7"), ("hole-of-9", "9")):
            with self.subTest(name):
                result = self.expect(1, "score", *TT01, "--facts", SCORING / f"tt-01-2018/{name}.json", "--format", "json")
                leaf = self.leaves(result)[criterion]
                self.assertEqual((leaf["state"], leaf["points"]), ("no_rule", None))
                self.assertIsNone(result.json()["total"])
                self.assertIn(f": {criterion}: no rule", result.err)


class Decree307(Scores):
    def test_the_commune_of_the_sample(self):
        card = self.expect(0, "score", "--criteria", "vn.nd-307-2025.xa", "--facts", SCORING / "nd-307-2025.xa.json",
                           "--format", "json").json()
        # 12.5 + 11.5 + (5 + 5 + 4 + 4.5 + 5 + 4 + 4.5) + (2 + 0 + 2 + 0), by hand from articles 6 and 9
        self.assertEqual((card["total"], card["band"]), ("60", "II"))


class Hostile(Scores):
    def one(self, values, code=1, criteria=None):
        result = self.score(criteria or sets.criteria(), sets.facts(values), code=code)
        return result, self.leaves(result)

    def test_a_fault_stays_in_its_leaf(self):
        criteria = sets.criteria(sets.leaf("1.1", "part / whole", when_no_case="zero"), sets.leaf("1.2", "sqrt(share - 60)"), sets.leaf("1.3"))
        result, leaves = self.one({"part": 2, "whole": 0, "share": 50}, criteria=criteria)
        self.assertEqual((leaves["1.1"]["state"], leaves["1.1"]["points"]), ("no_case", "0"))
        self.assertEqual((leaves["1.2"]["state"], leaves["1.2"]["points"]), ("no_rule", None))
        self.assertIn("square root", leaves["1.2"]["reason"])
        self.assertIn("Xã A: 1.2: no rule", result.err)
        self.assertEqual(leaves["1.3"]["points"], "0.5")

    def test_text_where_a_number_is_due(self):
        result, leaves = self.one({"share": "half", "done": True})
        self.assertIn('fact "share": expected a number', result.err)
        self.assertEqual((leaves["1.1"]["state"], leaves["1.2"]["points"]), ("missing_input", "1"))

    def test_fact_out_of_range(self):
        for value, words in ((101, "100 or less; found 101"), ("-0.01", "0 or more; found -0.01")):
            self.assertIn(words, self.one({"share": value, "done": True})[0].err)

    def test_unknown_criterion_in_notes(self):
        note = {"criterion": "9.9", "reason": "x", "authority": "y"}
        for key in ("not_applicable", "no_case"):
            result = self.score(sets.criteria(), sets.facts({"share": 5, "done": True}, **{key: [note]}), code=1)
            self.assertIn(f'{key}: the set has no criterion "9.9"', result.err)
            self.assertEqual(result.json()["problems"], [f'{key}: the set has no criterion "9.9"'])

    def test_points_above_the_maximum(self):
        _, leaves = self.one({"share": 50, "part": 3}, criteria=sets.criteria(sets.leaf("1.1", "part"), sets.leaf("1.2")))
        self.assertEqual((leaves["1.1"]["state"], leaves["1.1"]["points"]), ("no_rule", None))
        self.assertIn("the rule gives 3, outside 0 to 1", leaves["1.1"]["reason"])
        self.assertEqual(leaves["1.2"]["points"], "0.5")

    def test_a_set_with_mistakes_scores_nothing(self):
        broken = {**sets.criteria(), "max": 3}
        itself = {"format": "cchc.criteria/1", "id": "test.self", "version": "1", "extends": "test.self"}
        deep = sets.criteria(sets.leaf("1.1", "(" * 10_000 + "1" + ")" * 10_000))
        cycle = sets.criteria(sets.leaf("1.1", rule={"let": {"a": "a"}, "points": "a"}))
        for criteria, place in ((broken, "set.json#"), (itself, "set.json#/extends"), (deep, "set.json#/fields/0/criteria/0/rule/points"),
                                (cycle, "set.json#/fields/0/criteria/0/rule/let/a")):
            result = self.score(criteria, sets.facts({"share": 5}), code=1)
            self.assertIn(place, result.err)
            self.assertEqual(result.out, "")

    def test_facts_that_cannot_be_read(self):
        good = sets.text(sets.facts({"share": 5, "done": True}))
        for content in (b"", b"{", good[:-2].encode(), good.encode().replace("Xã".encode(), b"X\xe3"), good.replace("share", "done").encode(),
                        good.replace("5", "1e400").encode(), b"[" * 100_000):
            result = self.score(sets.criteria(), content, code=1)
            self.assertIn("facts-0.json", result.err)
            self.assertEqual(result.out, "")

    def test_large_files(self):
        self.write("set.json", sets.text(sets.criteria())[:-1] + " " * 100_000_000 + "}")
        self.write("facts.json", sets.text(sets.facts({"share": 5, "done": True})))
        result = self.expect(1, "score", "--criteria", "set.json", "--facts", "facts.json")
        self.assertIn("at most", result.err)


if __name__ == "__main__":
    unittest.main()
