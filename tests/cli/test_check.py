"""cchc check: every mistake at once with its place, and what hostile input gets."""
import csv
import io
import json
import unittest

import sets
from harness import ROOT, ToolTest

GOLDEN = ROOT / "tests" / "golden" / "criteria"
BUILTIN = sorted(path.stem for path in (ROOT / "src" / "data" / "criteria").glob("*.json"))
DATA = ROOT / "src" / "data"


class Findings(ToolTest):
    def found(self, document, *options, code=1):
        """The findings on a set, as (severity, code, pointer, message)."""
        self.write("set.json", document if isinstance(document, (str, bytes)) else sets.text(document))
        report = self.expect(code, "check", "set.json", "--format", "json", *options).json()
        self.assertEqual(report["good"], code == 0)
        return [(f["severity"], f["code"], f["pointer"], f["message"]) for f in report["findings"]]


class Check(Findings):
    def test_twenty_mistakes_in_one_run(self):
        planted = [tuple(line.split("\t")) for line in (GOLDEN / "twenty_mistakes.expected.txt").read_text().splitlines() if line]
        self.assertEqual(len(planted), 20)
        result = self.expect(1, "check", GOLDEN / "twenty_mistakes.json", "--format", "json")
        wrong = [f for f in result.json()["findings"] if f["severity"] != "note"]
        self.assertEqual(sorted((f["pointer"], f["code"]) for f in wrong), sorted(planted))
        for f in wrong:
            self.assertGreater(len(f["message"]), 15, f)
        table = self.expect(1, "check", GOLDEN / "twenty_mistakes.json").out
        self.assertEqual(sum(line.startswith(("lỗi ", "cảnh báo ")) for line in table.splitlines()), 20)

    def test_built_in_sets_are_good_and_print_the_holes_of_the_text(self):
        for name in BUILTIN:
            self.expect(0, "check", name, "--format", "json")
        result = self.expect(0, "check", *BUILTIN, "--format", "csv")
        rows = list(csv.DictReader(io.StringIO(result.out)))
        articles = {(r["file"], r["article"]) for r in rows if r["severity"] != "error"}
        for article in ("13.7; 15.2.a", "13.9.b"):
            self.assertIn(("vn.tt-01-2018.dossier-handling", article), articles)
        self.assertIn(("vn.nd-307-2025.xa", "6.4.a"), articles)
        self.assertIn("0 errors", self.expect(0, "check", BUILTIN[0], "--lang", "en").out)

    def test_list(self):
        listed = self.expect(0, "check", "--list", "--format", "csv").csv()
        self.assertEqual([r["id"] for r in listed], BUILTIN)
        self.assertTrue(all(r["title"] for r in listed))
        self.assertIn("Phân loại đơn vị hành chính xã", self.expect(0, "check", "--list").out)
        self.assertEqual(json.loads(self.expect(0, "check", "--list", "--format", "json").out)[0]["id"], BUILTIN[0])

    def test_good_sets_and_standard_input(self):
        self.assertEqual(self.found(sets.criteria(), code=0), [])
        good = sets.text(sets.criteria()).encode()
        self.assertIn("stdin: 0 lỗi", self.expect(0, "check", "-", stdin=good).out)

    def test_facts_dictionary(self):
        document = sets.criteria(sets.leaf("1.1", "share / 100"), sets.leaf("1.2", "shares / 100"))
        del document["facts"]
        self.found(document, code=0)  # without a dictionary any name is good
        self.write("facts.json", sets.text(sets.facts({"share": 5})))
        self.write("other.json", sets.text(sets.criteria()))
        for dictionary in ("facts.json", "other.json"):
            self.assertEqual([(f[1], f[2]) for f in self.found(document, "--facts-dictionary", dictionary)],
                             [("unknown_fact", "/fields/0/criteria/1/rule/points")])
        self.write("none.json", sets.text(document))
        self.assertIn("declares no facts", self.expect(2, "check", "set.json", "--facts-dictionary", "none.json").err)
        self.expect(2, "check", "set.json", "--facts-dictionary", "no-such.json")

    def test_other_formats(self):
        for path in ("calendars/vn.json", "rules/working-days.json", "policies/td.json"):
            self.expect(0, "check", DATA / path)
        self.expect(0, "check", ROOT / "tests/golden/facts.json")
        for document, pointer in (({"format": "cchc.policy/1", "id": "x", "compare": "moon"}, "/compare"),
                                  (sets.facts({"a": []}), "/facts/a"),
                                  ({"format": "cchc.rule/1", "id": "x", "unit": "fortnight"}, "/unit")):
            self.assertEqual([f[2] for f in self.found(document)], [pointer])
        self.assertIn("cchc.criteria/1", self.found({**sets.criteria(), "format": "cchc.criteria/2"})[0][3])

    def test_a_frame_beside_the_set(self):
        (self.dir / "sub").mkdir()
        self.write("sub/test.set.json", sets.text(sets.criteria()))
        parts = [{**sets.leaf("1.1.1"), "max": "0.4"}, {**sets.leaf("1.1.2"), "max": "0.6"}]
        own = {"format": "cchc.criteria/1", "id": "test.own", "version": "1", "extends": "test.set", "add": [{"under": "1.1", "components": parts}]}
        self.write("sub/own.json", sets.text(own))
        self.expect(0, "check", "sub/own.json")
        facts = self.write("facts.json", sets.text(sets.facts({"share": 20, "done": True})))
        card = self.expect(0, "score", "--criteria", "sub/own.json", "--facts", facts, "--format", "json").json()
        self.assertEqual((card["set"], card["total"]), ("test.own", "1.4"))
        self.assertEqual([f[2] for f in self.found({**own, "extends": "no.such"})][:1], ["/extends"])
        for name in ("sub/test.set", "../test.set", str(self.dir / "sub" / "test.set")):
            self.assertIn("/extends", [f[2] for f in self.found({**own, "extends": name})], name)

    def test_several_files(self):
        self.write("good.json", sets.text(sets.criteria()))
        self.write("bad.json", sets.text({**sets.criteria(), "max": 3}))
        result = self.expect(1, "check", "good.json", "bad.json", "--lang", "en")
        self.assertIn("good.json: 0 errors", result.out)
        self.assertIn("bad.json: 1 errors", result.out)
        rows = self.expect(1, "check", "good.json", "bad.json", "--format", "csv").csv()
        self.assertEqual({r["file"] for r in rows if r["severity"] == "error"}, {"bad.json"})

    def test_wrong_calls(self):
        self.write("good.json", sets.text(sets.criteria()))
        for args in ((), ("no-such.json",), ("good.json", "no-such.json"), ("good.json", "good.json", "--format", "json"), ("-", "-"),
                     ("good.json", "--list"), (".",), ("good.json", "--format", "xml")):
            self.expect(2, "check", *args)
        self.assertIn("vn.nd-307-2025.xa", self.expect(2, "check", "vn.nd-307-2025").err)


class Hostile(Findings):
    """What bad input gets: a finding with its place, never half a result."""

    def test_cycle_of_let(self):
        rule = {"let": {"a": "b + 1", "b": "a + 1"}, "points": "a"}
        self.assertIn(("error", "let_cycle", "/fields/0/criteria/0/rule/let/a"), [f[:3] for f in self.found(sets.criteria(sets.leaf("1.1", rule=rule)))])

    def test_points_above_the_maximum(self):
        rule = {"hit": "unique", "rows": [{"when": {"share": ">= 50"}, "points": "2"}, {"when": {"share": "< 50"}, "points": "0"}]}
        self.assertIn(("error", "points_range", "/fields/0/criteria/0/rule/rows/0/points"),
                      [f[:3] for f in self.found(sets.criteria(sets.leaf("1.1", rule=rule)))])

    def test_nested_parentheses(self):
        found = self.found(sets.criteria(sets.leaf("1.1", "(" * 10_000 + "1" + ")" * 10_000)))
        self.assertEqual([f[:3] for f in found], [("error", "expression", "/fields/0/criteria/0/rule/points")])
        self.assertLess(len(found[0][3]), 1000)

    def test_nested_json(self):
        self.assertEqual(self.found('{"format":"cchc.criteria/1","fields":' + "[" * 10_000 + "]" * 10_000 + "}")[0][1], "syntax")

    def test_a_set_of_100_mb(self):
        document = sets.text(sets.criteria())
        found = self.found(document[:-1] + " " * 100_000_000 + "}")
        self.assertEqual([f[:3] for f in found], [("error", "syntax", "")])
        self.assertIn("at most", found[0][3])

    def test_invalid_utf8(self):
        found = self.found(sets.text(sets.criteria()).encode().replace("Bộ thử".encode(), b"B\xff"))
        self.assertEqual([f[:2] for f in found], [("error", "syntax")])
        self.assertRegex(found[0][3], "line 1, column [0-9]+: ")

    def test_a_set_that_extends_itself(self):
        document = {"format": "cchc.criteria/1", "id": "test.self", "version": "1", "extends": "test.self"}
        self.assertIn(("error", "extends", "/extends"), [f[:3] for f in self.found(document)])

    def test_no_json_at_all(self):
        for content in (b"", b"   ", b"{", b"[]", b"null", b"\x00\x01", b"format"):
            self.assertEqual(self.found(content)[0][0], "error", content)
        self.assertIn("line 1", self.found('{"format": "cchc.facts/1", "unit": }')[0][3])

    def test_control_characters_stay_out_of_tables(self):
        self.write("set.json", sets.text({**sets.criteria(), "id\u001b[31m": 1}))
        result = self.expect(1, "check", "set.json")
        self.assertNotIn("\x1b", result.out + result.err)


if __name__ == "__main__":
    unittest.main()
