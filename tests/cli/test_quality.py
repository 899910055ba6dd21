"""cchc quality: the flags of planted dossiers, and the figures against a count of one's own."""
import collections
import unittest

from harness import PERIOD, SAMPLE, ToolTest

PLANTED = '''id,agency,received,original_due,due,completed,status,channel,service_level
HS-1,Xã A,2020-03-02,2020-03-09,2020-03-09,2020-03-06,9,2,4
HS-2,Xã A,2020-03-02,2020-03-09,2020-03-16,2020-03-12,9,2,2
HS-3,"Xã ""B""",2020-03-02,,2020-03-09,,9,1,
HS-4,Xã A,2020-03-02,,2020-03-09,2020-03-10,refused,1,
H29-200303-0001,Xã A,2020-03-02,,2020-03-09,2020-03-05,9,1,
HS-6,Xã A,2019-03-02,,2019-03-09,,9,1,
HS-7,Xã A,2019-03-02,,2019-03-09,2019-03-20,refused,1,
'''


class Quality(ToolTest):
    def quality(self, *options, file=SAMPLE, code=0):
        return self.expect(code, "quality", str(file), *PERIOD, *options)

    def test_planted(self):
        self.write("planted.csv", PLANTED)
        result = self.quality("--today", "2020-12-31", "--list", file="planted.csv")
        self.assertEqual([(r["id"], r["agency"], r["flags"], r["problem"]) for r in result.csv()], [
            ("HS-2", "Xã A", "due_edited outcome_changed_by_due online_below_level_3", ""),
            ("HS-3", 'Xã "B"', "finished_without_end", ""),
            ("HS-4", "Xã A", "late_refusal", ""),
            ("H29-200303-0001", "Xã A", "code_date_differs", ""),
            ("HS-6", "Xã A", "finished_without_end", ""),  # still open, so of this period; HS-7 had ended before it
        ])
        total = self.quality("--format", "json", file="planted.csv").json()["total"]
        self.assertEqual((total["dossiers"], total["flagged"]), (6, 5))
        self.assertEqual(total["flags"]["finished_without_end"], {"count": 2, "examples": ["HS-3", "HS-6"]})

    def test_sample_against_a_count_of_ones_own(self):
        result = self.quality("--format", "json", "--today", "2020-09-30", code=0).json()
        self.assertEqual(result["format"], "cchc.quality/1")
        listed = self.quality("--list", "--today", "2020-09-30").csv()
        counts = collections.Counter(f for row in listed for f in row["flags"].split())
        by_agency = collections.Counter((row["agency"], f) for row in listed for f in row["flags"].split())
        self.assertEqual({f: c["count"] for f, c in result["total"]["flags"].items() if c["count"]}, dict(counts))
        for row in result["agencies"]:
            for flag, count in row["flags"].items():
                self.assertEqual(count["count"], by_agency[row["agency"], flag])
                ids = sorted(r["id"].encode() for r in listed if r["agency"] == row["agency"] and flag in r["flags"].split())
                self.assertEqual([e.encode() for e in count["examples"]], sorted(set(ids))[:5])
        self.assertEqual(result["total"]["flagged"], sum(bool(row["flags"]) for row in listed))
        self.assertGreater(sum(counts.values()), 0)

    def test_table_and_csv(self):
        for lang, words in (("vi", ["Dấu hiệu", "gia hạn quá một lần", "Theo đơn vị"]),
                            ("en", ["Flag", "extended more than once", "By agency"])):
            out = self.quality("--lang", lang).out
            for word in words:
                self.assertIn(word, out)
        rows = self.quality("--format", "csv").csv()
        total = {(r["kind"], r["name"]): int(r["count"]) for r in rows if r["agency"] == ""}
        sums = collections.Counter()
        for r in rows:
            if r["agency"]:
                sums[r["kind"], r["name"]] += int(r["count"])
        self.assertEqual(total, {key: sums[key] for key in total})
        self.assertEqual(sum(kind == "flag" for kind, _ in total), 15)

    def test_agencies_asked_for_have_a_row(self):
        self.write("planted.csv", PLANTED)
        self.write("agencies.txt", "Xã Z\n")
        rows = self.quality("--agencies", "agencies.txt", "--format", "json", file="planted.csv").json()["agencies"]
        self.assertEqual([(r["agency"], r["dossiers"]) for r in rows], [('Xã "B"', 1), ("Xã A", 5), ("Xã Z", 0)])

    def test_bad_rows_stand_beside_the_flags(self):
        self.write("bad.csv", "id,received,due,completed\n1,2020-03-02,2020-03-09,2020-03-01\n2,?,2020-03-09,\n")
        result = self.quality("--format", "json", file="bad.csv", code=1)
        self.assertIn("bad.csv:3:", result.err)
        total = result.json()["total"]
        self.assertEqual({name: c["examples"] for name, c in total["problems"].items()},
                         {"completed_before_received": ["1"], "bad_date": ["2"]})
        self.assertEqual(total["flags"]["ended_before_received"]["examples"], ["1"])
        self.assertEqual(total["flags"]["missing_received"]["count"], 0)  # there was one, but it could not be read
        listed = self.quality("--list", file="bad.csv", code=1).csv()
        self.assertEqual([(r["flags"], r["problem"]) for r in listed],
                         [("ended_before_received", "completed_before_received"), ("", "bad_date")])

    def test_what_counts_as_future_is_said(self):
        quarter = ("quality", str(SAMPLE), "--from", "2020-04-01", "--to", "2020-07-01", "--format", "json")
        result = self.expect(0, *quarter)
        self.assertIn("dates after 2020-06-30 count as in the future", result.err)
        self.assertGreater(result.json()["total"]["flags"]["received_in_future"]["count"], 0)
        result = self.expect(0, *quarter, "--today", "2020-12-31")
        self.assertNotIn("in the future", result.err)
        self.assertEqual(result.json()["total"]["flags"]["received_in_future"]["count"], 0)

    def test_wrong_calls(self):
        self.expect(2, "quality", *PERIOD)
        self.expect(2, "quality", str(SAMPLE))
        self.quality("--policy", "egov", code=2)
        self.quality("--today", "yesterday", code=2)
        self.quality("--as-of", "2019-01-01", code=2)


if __name__ == "__main__":
    unittest.main()
