"""cchc reconcile: the figures of each policy are those of cchc stats, and the reasons add up to every difference."""
import collections
import json
import unittest

from harness import PERIOD, SAMPLE, ToolTest

POLICIES = ["form-ii06a", "decree-61", "qd-766", "opencps", "td", "outline-274"]
COLUMNS = {"early": "early", "on_time": "on_time", "overdue": "overdue"}


def add(into, change):
    for outcome, n in change.items():
        into[outcome] += n


class Reconcile(ToolTest):
    def reconcile(self, *policies):
        result = self.run_tool("reconcile", str(SAMPLE), *PERIOD, "--policies", ",".join(policies), "--format", "json")
        self.assertEqual(result.code, 0, result.err)
        return result.json()

    def test_figures_are_those_of_stats(self):
        result = self.reconcile(*POLICIES)
        self.assertEqual([p["id"] for p in result["policies"]], POLICIES)
        for policy in result["policies"]:
            stats = self.run_tool("stats", str(SAMPLE), *PERIOD, "--policy", policy["id"], "--format", "json").json()["total"]
            self.assertEqual(policy["received"], stats["received"]["total"])
            for key in COLUMNS:
                self.assertEqual(policy["outcomes"][key], stats["resolved"][key])
            self.assertEqual(policy["outcomes"]["in_process_within"], stats["in_process"]["within"])
            self.assertEqual(policy["outcomes"]["in_process_overdue"], stats["in_process"]["overdue"])
            self.assertEqual(policy["rates"], stats["rates"])

    def test_reasons_add_up(self):
        result = self.reconcile(*POLICIES)
        first = result["policies"][0]["outcomes"]
        self.assertEqual([d["policy"] for d in result["differences"]], POLICIES[1:])
        for policy, difference in zip(result["policies"][1:], result["differences"]):
            with self.subTest(policy=policy["id"]):
                total = collections.Counter({o: policy["outcomes"][o] - first[o] for o in first})
                by_reason = collections.Counter()
                for reason in difference["reasons"]:
                    by_move = collections.Counter()
                    for move in reason["moves"]:
                        by_move[move["from"]] -= move["count"]
                        by_move[move["to"]] += move["count"]
                        self.assertTrue(1 <= len(move["examples"]) <= min(5, move["count"]))
                    self.assertEqual({o: n for o, n in by_move.items() if n}, reason["change"])
                    add(by_reason, reason["change"])
                self.assertEqual({o: n for o, n in by_reason.items() if n}, difference["change"])
                self.assertEqual({o: n for o, n in total.items() if n}, difference["change"])
        # The sample has something to tell of each system, and nothing of a policy that only shows differently.
        self.assertTrue(all(d["dossiers"] > 0 for d in result["differences"][:-1]))
        self.assertEqual(result["differences"][-1]["dossiers"], 0)

    def test_a_file_of_ones_own(self):
        self.write("ours.json", json.dumps({"format": "cchc.policy/1", "id": "ours", "extends": "td", "withdrawn": "own_class"}))
        result = self.reconcile("td", "ours.json")
        (difference,) = result["differences"]
        (reason,) = difference["reasons"]
        self.assertEqual((reason["field"], reason["from"], reason["to"]), ("withdrawn", "on_time", "own_class"))
        self.assertEqual(reason["change"], {"on_time": -reason["dossiers"], "own_class": reason["dossiers"]})
        self.assertGreater(reason["dossiers"], 0)

    def test_table_in_both_languages(self):
        for lang, words in (("vi", ["Đã giải quyết (7)", "Cộng tất cả lý do"]), ("en", ["Resolved (7)", "All reasons together"])):
            result = self.run_tool("reconcile", str(SAMPLE), *PERIOD, "--policies", "form-ii06a,td", "--lang", lang)
            self.assertEqual(result.code, 0, result.err)
            for word in words:
                self.assertIn(word, result.out)
            self.assertIn("form-ii06a → td", result.out)

    def test_wrong_calls(self):
        for arguments, message in (
            (("--policies", "td"), "two policies or more"),
            ((), "two policies or more"),
            (("--policies", "td,egov"), "egov"),
            (("--policies", "td,opencps", "--format", "csv"), "table or json"),
        ):
            result = self.run_tool("reconcile", str(SAMPLE), *PERIOD, *arguments)
            self.assertEqual(result.code, 2, arguments)
            self.assertIn(message, result.err)
            self.assertEqual(result.out, "")
        self.assertEqual(self.run_tool("reconcile", "--policies", "td,opencps", *PERIOD).code, 2)
        self.assertEqual(self.run_tool("reconcile", str(SAMPLE), "--policies", "td,opencps").code, 2)

    def test_bad_rows_are_counted(self):
        self.write("bad.csv", "id,received,due,completed\n1,2020-03-02,2020-03-09,2020-03-06\n2,?,2020-03-09,\n")
        result = self.run_tool("reconcile", "bad.csv", *PERIOD, "--policies", "td,opencps", "--format", "json")
        self.assertEqual(result.code, 1)
        self.assertIn("bad.csv:3:", result.err)
        self.assertEqual([p["outcomes"]["excluded"] for p in result.json()["policies"]], [1, 1])


if __name__ == "__main__":
    unittest.main()
