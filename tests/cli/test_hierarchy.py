"""cchc stats --hierarchy: totals by level, subtrees, agencies that the file does not have."""
import collections
import csv
import json
import unittest

from harness import PERIOD, SAMPLE, ToolTest


def agencies():
    with SAMPLE.open(encoding="utf-8-sig", newline="") as file:
        return sorted({row["Tên đơn vị"] for row in csv.DictReader(file)})


class Hierarchy(ToolTest):
    def setUp(self):
        super().setUp()
        communes = [a for a in agencies() if "xã" in a]
        self.units = [("UBND tỉnh Quảng Trị", "", "tỉnh"), ("UBND huyện Hướng Hóa", "UBND tỉnh Quảng Trị", "huyện")]
        self.units += [(a, "UBND huyện Hướng Hóa", "xã") for a in communes[1:]]
        self.units.append(("UBND xã không có hồ sơ", "UBND huyện Hướng Hóa", "xã"))
        self.missing = communes[0]
        self.write("units.csv", "unit,parent,level\n" + "".join(",".join(u) + "\n" for u in self.units))

    def test_sums_are_those_of_the_agencies(self):
        plain = self.expect(0, "stats", SAMPLE, *PERIOD, "--by", "agency", "--format", "json").json()
        own = {row["key"]["agency"]: row["received"]["total"] for row in plain["groups"][0]["rows"]}
        result = self.expect(0, "stats", SAMPLE, *PERIOD, "--hierarchy", "units.csv", "--format", "json").json()
        self.assertTrue(result["holds"])
        self.assertEqual(result["total"]["received.total"], plain["total"]["received"]["total"])
        level_of = {u: level for u, _, level in self.units}
        by_level = collections.Counter()
        for agency, n in own.items():
            by_level[level_of.get(agency)] += n
        for level in result["levels"]:
            self.assertEqual(level["counts"]["received.total"], by_level[level["id"]])
        self.assertIn(self.missing, [u["agency"] for u in result["unknown"]])
        self.assertEqual(sum(u["counts"]["received.total"] for u in result["unknown"]), by_level[None])
        units = {u["id"]: u for u in result["units"]}
        self.assertEqual(units["UBND xã không có hồ sơ"]["subtree"]["received.total"], 0)
        district = units["UBND huyện Hướng Hóa"]
        self.assertEqual(district["own"]["received.total"], own.get(district["id"], 0))
        self.assertEqual(district["subtree"]["received.total"], sum(own.get(u, 0) for u, _, level in self.units if level != "tỉnh"))

    def test_tables_and_saved_statistics(self):
        table = self.expect(0, "stats", SAMPLE, *PERIOD, "--hierarchy", "units.csv", "--save", "s.stats").out
        for word in ("Không có trong danh mục", "1.1.0", "UBND xã không có hồ sơ", "Hồ sơ của chính đơn vị"):
            self.assertIn(word, " ".join(table.split()).replace("│ ", ""), word)
        self.assertEqual(self.expect(0, "stats", "--load", "s.stats", "--hierarchy", "units.csv").out, table)
        both = self.expect(0, "stats", SAMPLE, *PERIOD, "--by", "field", "--hierarchy", "units.csv").out
        self.assertIn("Lĩnh vực", both)

    def test_wrong_calls_and_files(self):
        self.expect(2, "stats", SAMPLE, *PERIOD, "--hierarchy", "units.csv", "--format", "csv")
        self.expect(2, "stats", SAMPLE, "--period", "2020-Q1..2020-Q2", "--hierarchy", "units.csv")
        self.expect(2, "stats", SAMPLE, *PERIOD, "--hierarchy", "missing.csv")
        self.write("circle.json", json.dumps({
            "format": "cchc.hierarchy/1", "id": "x", "title": "x", "levels": [{"id": "l", "title": "l"}],
            "units": [{"id": "a", "level": "l", "parent": "b"}, {"id": "b", "level": "l", "parent": "a"}]}))
        self.assertIn("circle.json#/units/0/parent", self.expect(1, "stats", SAMPLE, *PERIOD, "--hierarchy", "circle.json").err)
        self.write("bad.csv", "unit,parent,level\na,,l\nb,z,l\n")
        self.assertIn("bad.csv:3:", self.expect(1, "stats", SAMPLE, *PERIOD, "--hierarchy", "bad.csv").err)
        self.expect(0, "stats", SAMPLE, *PERIOD, "--by", "month", "--save", "m.stats")
        self.assertIn("agency", self.expect(2, "stats", "--load", "m.stats", "--hierarchy", "units.csv").err)


if __name__ == "__main__":
    unittest.main()
