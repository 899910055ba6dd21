"""cchc stats and reconcile by the name of a period, and several periods in one pass."""
import unittest

from harness import SAMPLE, ToolTest

SAMPLE = str(SAMPLE)


class Periods(ToolTest):
    def test_a_name_is_its_dates(self):
        for windows, name, first, end in (
            ("nd-09-2019", "2020-Q2", "2020-03-15", "2020-06-15"),
            ("calendar", "2020-Q2", "2020-04-01", "2020-07-01"),
            ("nd-09-2019", "2020-9M", "2019-12-15", "2020-09-15"),
        ):
            named = self.expect(0, "stats", SAMPLE, "--period", name, "--windows", windows, "--by", "agency", "--format", "json")
            dated = self.expect(0, "stats", SAMPLE, "--from", first, "--to", end, "--by", "agency", "--format", "json")
            self.assertEqual(named.bytes, dated.bytes)
        default = self.expect(0, "stats", SAMPLE, "--period", "2020-03", "--format", "json").json()
        self.assertEqual((default["query"]["from"], default["query"]["to"]), ("2020-02-15", "2020-03-15"))
        policies = ("--policies", "form-ii06a,td", "--format", "json")
        self.assertEqual(self.expect(0, "reconcile", SAMPLE, "--period", "2020", *policies).bytes,
                         self.expect(0, "reconcile", SAMPLE, "--from", "2019-12-15", "--to", "2020-12-15", *policies).bytes)

    def test_the_heading_says_it(self):
        out = self.expect(0, "stats", SAMPLE, "--period", "2020-Q1").out
        self.assertIn("Quý I năm 2020 (Nghị định 09/2019/NĐ-CP, điều 12)", out)
        self.assertIn("15/12/2019", out)
        out = self.expect(0, "reconcile", SAMPLE, "--period", "2020-H1", "--windows", "calendar", "--policies", "td,opencps", "--lang", "en").out
        self.assertIn("First half-year of 2020 (calendar)", out)

    def test_several_in_one_pass(self):
        series = self.expect(0, "stats", SAMPLE, "--period", "2020-Q1..2020-Q3", "--by", "agency", "--format", "json").json()
        self.assertEqual([p["name"] for p in series["periods"]], ["2020-Q1", "2020-Q2", "2020-Q3"])
        for period in series["periods"]:
            alone = self.expect(0, "stats", SAMPLE, "--period", period["name"], "--by", "agency", "--format", "json").json()
            self.assertEqual(period["statistics"], alone)
        self.assertTrue(series["chains_hold"])
        for before, after, chain in zip(series["periods"], series["periods"][1:], series["chains"]):
            (row,) = chain["rows"]
            self.assertEqual(row["opening"], row["closing"])
            self.assertEqual(row["closing"], before["statistics"]["total"]["in_process"]["total"])
            self.assertEqual(row["opening"], after["statistics"]["total"]["received"]["carried_over"])
            self.assertGreater(row["opening"], 0)
        table = self.expect(0, "stats", SAMPLE, "--period", "2020-01..2020-03", "--windows", "calendar", "--by", "agency").out
        for word in ("Tháng 1 năm 2020", "Tháng 3 năm 2020", "mọi kỳ liền nhau đều khớp"):
            self.assertIn(word, table)

    def test_a_chain_that_breaks_is_shown(self):
        self.write("d.csv", "id,received,due,completed,status\n1,2020-02-03,2020-03-09,2020-03-06,withdrawn\n2,2020-02-03,2020-03-09,,received\n")
        self.write("p.json", '{"format":"cchc.policy/1","id":"p","extends":"form-ii06a","withdrawn":"excluded"}')
        out = self.expect(0, "stats", "d.csv", "--period", "2020-02..2020-03", "--windows", "calendar", "--policy", "p.json", "--lang", "en").out
        self.assertIn("some periods do not agree", out)

    def test_wrong_calls(self):
        for arguments in (
            ("--period", "2020-Q5"),
            ("--period", "2020-Q1", "--from", "2020-01-01"),
            ("--period", "2020-Q1..2020-Q2", "--as-of", "2020-09-01"),
            ("--period", "2020-Q1..2020-Q2", "--format", "csv"),
            ("--period", "2020-Q1..2020-Q2", "--save", "x.stats"),
            ("--period", "2020-Q2..2020-Q1"),
            ("--period", "2020-Q1", "--windows", "lunar"),
            (),
        ):
            with self.subTest(arguments=arguments):
                self.expect(2, "stats", SAMPLE, *arguments)
        self.expect(2, "stats", "--period", "2020-Q1..2020-Q2")
        self.assertIn("several periods", self.expect(2, "reconcile", SAMPLE, "--policies", "td,opencps", "--period", "2020-Q1..2020-Q2").err)


if __name__ == "__main__":
    unittest.main()
