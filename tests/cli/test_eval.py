"""cchc eval: expressions over facts, unary tests of a value, and what is said where there is no value."""
import json
import unittest

from harness import ToolTest

FACTS = {"format": "cchc.facts/1", "unit": "u", "facts": {"early": 30, "total": "80", "level": "xã", "plan.issued": True}}


class Eval(ToolTest):
    def setUp(self):
        super().setUp()
        self.write("facts.json", json.dumps(FACTS))

    def value(self, *arguments):
        return self.expect(0, "eval", *arguments).out

    def test_expressions(self):
        for text, value in (
            ("100 * 3 / 4", "75"),
            ("1 / 3", "0." + "3" * 34),
            ("if 2 > 1 then \"có\" else \"không\"", '"có"'),
            ("null", "null"),
            ("5 in [1..5)", "false"),
            ("(-2) ** 2", "4"),
        ):
            self.assertEqual(self.value(text), value + "\n", text)
        self.assertEqual(self.value("--", "-2 ** 2"), "4\n")

    def test_facts(self):
        self.assertEqual(self.value("100 * early / total", "--facts", "facts.json"), "37.5\n")
        self.assertEqual(self.value("plan.issued and level = \"xã\"", "--facts", "facts.json"), "true\n")
        result = self.expect(0, "eval", "early + 1", "--facts", "-", stdin=json.dumps(FACTS).encode())
        self.assertEqual(result.out, "31\n")

    def test_unary_tests(self):
        self.assertEqual(self.value("--test", "[80..94)", "--value", "94.99"), "false\n")
        self.assertEqual(self.value("--test", "[80..95)", "--value", "94.99"), "true\n")
        self.assertEqual(self.value("--test", "< 0", "--value", "-5"), "true\n")
        self.assertEqual(self.value("--test", "-", "--value", "1"), "true\n")
        self.assertEqual(self.value("--test", '"tỉnh", "xã"', "--value", "level", "--facts", "facts.json"), "true\n")
        self.assertEqual(self.value("--test", "not(> early)", "--value", "total", "--facts", "facts.json"), "false\n")

    def test_json(self):
        result = self.expect(0, "eval", "early / 9", "--facts", "facts.json", "--format", "json").json()
        self.assertEqual((result["format"], result["type"], result["exact"]), ("cchc.evaluation/1", "number", "10/3"))
        result = self.expect(1, "eval", "a + b.c", "--format", "json")
        self.assertEqual(result.json()["missing"], ["a", "b.c"])
        self.assertIn("no fact is given for a, b.c", result.err)

    def test_no_value(self):
        for arguments, reason in (
            (("1 / 0",), "division by zero (line 1, column 3)"),
            (("1 +\n 2 / 0",), "division by zero (line 2, column 4)"),
            (("early < level", "--facts", "facts.json"), "values of two kinds cannot be compared (line 1, column 7)"),
            (("early",), "no fact is given for early"),
            (("--test", "> 5", "--value", '"a"'), "values of two kinds cannot be compared (line 1, column 1)"),
            (("--test", "-", "--value", "x"), "no fact is given for x"),
        ):
            result = self.expect(1, "eval", *arguments)
            self.assertEqual((result.out, result.err), ("null\n", f"cchc: {reason}\n"))

    def test_bad_facts(self):
        self.write("bad.json", '{"format": "cchc.facts/1", "unit": "u", "facts": {"a": []}}')
        result = self.expect(1, "eval", "a", "--facts", "bad.json")
        self.assertIn("bad.json#/facts/a", result.err)
        self.assertEqual(result.out, "")

    def test_wrong_calls(self):
        for arguments, message in (
            ((), "give an expression"),
            (("",), "give an expression"),
            (("1", "--test", "1", "--value", "1"), "give an expression"),
            (("--test", "1"), "--test and --value go together"),
            (("--value", "1"), "--test and --value go together"),
            (("1 + ",), "expression:1:5: expected a number"),
            (("a\n b",), "expression:2:2: expected an operator or the end"),
            (("round(1.5)",), "round half up"),
            (("--test", "[1..", "--value", "1"), "tests:1:5: expected"),
            (("--test", "1", "--value", "a b"), "value:1:3: expected"),
            (("1", "--format", "csv"), "table or json"),
            (("1", "--facts", "none.json"), "none.json"),
        ):
            self.assertIn(message, self.expect(2, "eval", *arguments).err, arguments)

    def test_a_file_is_not_overwritten(self):
        self.expect(0, "eval", "1 + 1", "--out", "value.txt")
        self.expect(2, "eval", "1 + 2", "--out", "value.txt")
        self.assertEqual(self.read("value.txt"), b"2\n")
        self.expect(0, "eval", "1 + 2", "--out", "value.txt", "--force")
        self.assertEqual(self.read("value.txt"), b"3\n")


if __name__ == "__main__":
    unittest.main()
