"""cchc whatif, rank --draws and score --scores: what would change a score, how firm a ranking is, and the scores of people."""
import json
import unittest

import sets
from harness import ROOT, ToolTest

SCORING = ROOT / "examples" / "data" / "scoring"
COMMUNE = ("--criteria", "vn.nd-307-2025.xa", "--facts", SCORING / "nd-307-2025.xa.json")


class WhatIf(ToolTest):
    def test_the_set_of_leaves_reaches_the_band_when_it_is_scored_again(self):
        answer = json.loads(self.expect(0, "whatif", *COMMUNE, "--format", "json").out)
        self.assertEqual(answer["format"], "cchc.whatif/1")
        cheapest = answer["cheapest"]
        self.assertTrue(cheapest["found"])
        self.assertTrue(cheapest["exact"])
        raised = sum(float(leaf["to"]) - float(leaf["from"]) for leaf in cheapest["leaves"])
        self.assertGreaterEqual(raised, float(answer["next"]["missing"]))

    def test_what_cannot_move_is_not_raised(self):
        free = json.loads(self.expect(0, "whatif", *COMMUNE, "--format", "json").out)
        first = free["cheapest"]["leaves"][0]["criterion"]
        held = json.loads(self.expect(0, "whatif", *COMMUNE, "--format", "json", "--fixed", first).out)
        self.assertNotIn(first, [leaf["criterion"] for leaf in held["cheapest"]["leaves"]])

    def test_both_languages(self):
        self.assertNotEqual(self.expect(0, "whatif", *COMMUNE).out, self.expect(0, "whatif", *COMMUNE, "--lang", "en").out)

    def test_a_wrong_call(self):
        self.expect(2, "whatif", *COMMUNE, "--cost", "6.1")
        self.expect(2, "whatif", *COMMUNE, "--cost", "6.1=much")
        self.expect(2, "whatif", "--facts", SCORING / "nd-307-2025.xa.json")
        self.assertNotEqual(self.run_tool("whatif", *COMMUNE, "--fixed", "none").code, 0)


class Sensitivity(ToolTest):
    CALL = ("rank", "--criteria", "vn.qd-766-2022.progress", "--facts", SCORING / "progress")

    def test_the_same_seed_gives_the_same_bytes_and_the_ranks_lie_around_the_nominal_one(self):
        call = (*self.CALL, "--draws", "101", "--format", "json")
        result = self.expect(0, *call)
        self.assertEqual(result.out, self.expect(0, *call).out)
        self.assertNotEqual(result.out, self.expect(0, *call, "--seed", "2").out)
        answer = json.loads(result.out)
        self.assertEqual(answer["draws"], 101)
        for unit in answer["units"]:
            if unit["rank"] is not None:
                self.assertLessEqual(unit["best"], unit["worst"])

    def test_without_a_change_nothing_moves(self):
        answer = json.loads(self.expect(0, *self.CALL, "--draws", "20", "--points", "0", "--format", "json").out)
        self.assertEqual(answer["mean_change"], "0")

    def test_a_wrong_call(self):
        self.expect(2, *self.CALL, "--points", "0.1")
        self.expect(2, *self.CALL, "--draws", "5", "--points", "some")
        self.expect(2, *self.CALL, "--draws", "5", "--format", "csv")


class Scores(ToolTest):
    def sheet(self, *entries, unit="u"):
        self.write("set.json", sets.text(sets.criteria()))
        self.write("facts.json", sets.text(sets.facts({"share": "40", "done": True}, unit=unit)))
        criteria = sets.criteria()
        self.write("scores.json", sets.text({"format": "cchc.appraisal/1", "unit": unit, "set": criteria["id"],
                                             "version": criteria["version"], "entries": list(entries)}))
        return ("score", "--criteria", "set.json", "--facts", "facts.json", "--scores", "scores.json")

    def test_what_is_refused_is_named_with_its_place(self):
        result = self.expect(1, *self.sheet({"criterion": "nowhere", "round": "self", "points": 1}))
        self.assertIn("/entries/0", result.err)

    def test_what_people_gave_counts_in_what_if(self):
        # Two leaves of one point: 0.4 and 1 are computed; an appraisal takes the second away.
        given = {"criterion": "1.2", "round": "appraisal", "points": 0, "reason": "not seen on the spot"}
        call = self.sheet(given)
        card = json.loads(self.expect(0, *call, "--format", "json").out)
        self.assertEqual(card["total"], "0.4")
        answer = json.loads(self.expect(0, "whatif", *call[1:], "--format", "json").out)
        self.assertEqual(answer["total"], "0.4")

    def test_a_sheet_of_another_unit_is_refused(self):
        call = self.sheet()
        self.write("facts.json", sets.text(sets.facts({"share": "40", "done": True}, unit="other")))
        self.assertIn("/unit", self.expect(1, *call).err)


if __name__ == "__main__":
    unittest.main()
