"""cchc check-form: published figures, what they break, and what is refused."""
import json
import unittest

from harness import PERIOD, SAMPLE, ToolTest

HEADER = (
    ",,Số lượng hồ sơ tiếp nhận,,,,Số lượng hồ sơ đã giải quyết,,,,Số lượng hồ sơ đang giải quyết,,\n"
    'STT,Lĩnh vực,Tổng số,Trực tuyến,"Trực tiếp, BCCI",Từ kỳ trước,Tổng số,Trước hạn,Đúng hạn,Quá hạn,Tổng số,Trong hạn,Quá hạn\n'
    "(1),(2),(3),(4),(5),(6),(7),(8),(9),(10),(11),(12),(13)\n"
)
GOOD = HEADER + "1,Hộ tịch,1.010,1.005,3,2,1.007,1.004,2,1,3,2,1\n2,Đất đai,20,8,8,4,15,5,5,5,5,3,2\n,Tổng cộng,1.030,1.013,11,6,1.022,1.009,7,6,8,5,3\n"
NEXT = HEADER + "1,Hộ tịch,5,2,0,3,5,5,0,0,0,0,0\n2,Đất đai,6,0,1,5,6,6,0,0,0,0,0\n,Tổng cộng,11,2,1,8,11,11,0,0,0,0,0\n"


class CheckForm(ToolTest):
    def check(self, code, *arguments):
        result = self.expect(code, "check-form", *arguments, "--format", "json")
        return result.json()

    def test_a_form_that_holds(self):
        self.write("q1.csv", GOOD)
        self.write("q2.csv", NEXT)
        result = self.check(0, "q1.csv", "q2.csv")
        self.assertTrue(result["holds"])
        self.assertEqual(result["variant"]["id"], "ii06a")
        self.assertEqual([i["id"] for i in result["identities"]], ["A", "B", "C", "D", "F", "G", "E"])
        self.assertTrue(all(i["broken"] == 0 and i["checked"] > 0 and "unchecked" not in i for i in result["identities"]))
        self.assertTrue(any("1.234" in n["vi"] for n in result["notes"]))
        table = self.expect(0, "check-form", "q1.csv")
        self.assertIn("Mọi đẳng thức đã kiểm tra đều đúng", table.out)
        self.assertIn("hold", self.expect(0, "check-form", "-", "--lang", "en", stdin=GOOD.encode()).out)

    def test_every_identity_broken_on_purpose(self):
        for old, new, identity, left, right in (
            ("20,8,8,4", "21,8,8,4", "A", 21, 20),
            ("15,5,5,5", "15,5,5,6", "B", 15, 16),
            ("5,3,2\n,T", "5,3,1\n,T", "C", 5, 4),
            ("20,8,8,4,15,5,5,5", "19,7,8,4,15,5,5,5", "D", 19, 20),
            (",Tổng cộng,1.030", ",Tổng cộng,1.031", "F", 1031, 1030),
        ):
            with self.subTest(identity=identity):
                self.assertIn(old, GOOD)
                self.write("bad.csv", GOOD.replace(old, new))
                violations = self.check(1, "bad.csv")["violations"]
                (found,) = [v for v in violations if v["identity"] == identity and (v["left"], v["right"]) == (left, right)]
                self.assertEqual(found["difference"], left - right)
                self.assertEqual(found["line"], 6 if identity == "F" else 5)
                self.assertGreaterEqual(len(found["cells"]), 3)
        self.write("bad.csv", GOOD.replace("1,Hộ tịch,1.010", "1,Hộ tịch,1.5"))
        (bad,) = [v for v in self.check(1, "bad.csv")["violations"] if v["identity"] == "G"]
        self.assertEqual((bad["line"], bad["field"], bad["found"], bad["cells"][0]["number"]), (4, 3, "1.5", 3))
        self.write("q1.csv", GOOD)
        self.write("q2.csv", NEXT.replace("6,0,1,5", "6,0,2,4").replace("11,2,1,8", "11,2,2,7"))
        chain = self.check(1, "q1.csv", "q2.csv")["violations"]
        self.assertEqual([(v["identity"], v["left"], v["right"]) for v in chain], [("E", 7, 8), ("E", 4, 5)])

    def test_table_names_what_is_broken(self):
        self.write("bad.csv", GOOD.replace("20,8,8,4", "21,8,8,4"))
        result = self.expect(1, "check-form", "bad.csv")
        for word in ("3 = 4 + 5 + 6", "Đất đai", "+1", "(3) = 21"):
            self.assertIn(word, result.out)
        self.assertIn("bad.csv: 3 violations", result.err)

    def test_results_of_our_own(self):
        for form in ("json", "csv"):
            self.run_tool("stats", str(SAMPLE), *PERIOD, "--by", "agency", "--format", form, "--out", f"ours.{form}")
            self.assertTrue(self.check(0, f"ours.{form}")["holds"])
        self.run_tool("stats", str(SAMPLE), "--from", "2020-10-01", "--to", "2021-01-01", "--by", "agency", "--format", "json",
                      "--out", "next.json")
        self.assertTrue(self.check(0, "ours.json", "next.json")["holds"])
        text = json.loads(self.read("ours.json"))
        text["groups"][0]["rows"][2]["resolved"]["total"] += 1
        self.write("edited.json", json.dumps(text))
        violations = self.check(1, "edited.json")["violations"]
        self.assertEqual([v["identity"] for v in violations], ["B", "D", "F"])
        self.assertEqual(violations[0]["pointer"], "/groups/0/rows/2")

    def test_kind_is_asked_where_the_header_does_not_tell(self):
        self.write("numbers.csv", "STT,Tên,3,4,5,6,7,8,9,10,11,12,13\n1,a,3,1,1,1,2,1,1,0,1,1,0\n")
        result = self.expect(1, "check-form", "numbers.csv")
        self.assertIn("hau-giang, ii06a", result.err)
        self.assertIn("--variant", result.err)
        self.assertTrue(self.check(0, "numbers.csv", "--variant", "ii06a")["holds"])
        self.assertIn("ii06a-apology", self.expect(2, "check-form", "numbers.csv", "--variant", "soup").err)

    def test_a_kind_of_ones_own(self):
        self.write("own.json", json.dumps({
            "format": "cchc.form-variant/1", "id": "own", "title": "x", "source": "s",
            "columns": [{"id": "in", "alone": ["Nhận"]}, {"id": "out", "alone": ["Trả"]}, {"id": "rest", "alone": ["Còn"]}],
            "identities": [{"id": "A", "left": ["in"], "right": ["out", "rest"]}]}))
        self.write("own.csv", "Tên,Nhận,Trả,Còn\nx,5,3,1\n")
        (v,) = self.check(1, "own.csv", "--variant", "own.json")["violations"]
        self.assertEqual(v["text"]["vi"], "in = out + rest")

    def test_wrong_calls_and_files(self):
        self.expect(2, "check-form")
        self.expect(2, "check-form", "a", "b", "c")
        self.expect(2, "check-form", "missing.csv")
        self.write("q1.csv", GOOD)
        self.expect(2, "check-form", "q1.csv", "--format", "csv")
        self.write("x.csv", "a,b,c\n1,2,3\n")
        self.assertIn("x.csv:1:1:", self.expect(1, "check-form", "x.csv").err)
        self.write("x.json", '{"format": "cchc.soup/1"}')
        self.assertIn("x.json#/format", self.expect(1, "check-form", "x.json").err)


if __name__ == "__main__":
    unittest.main()
