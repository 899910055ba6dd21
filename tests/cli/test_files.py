"""Help, version, files: what is read, what is written, what is never overwritten."""

import harness

CASE = ("due", "--received", "2020-06-17", "--limit", "1", "--format", "csv")


class Files(harness.ToolTest):
    def test_help_shows_an_example(self):
        for command in ("due", "stats", "calendar", "check", "score", "rank", "inspect"):
            result = self.expect(0, command, "--help")
            self.assertIn(f"  cchc {command} ", result.out)
        self.assertIn("Exit codes", self.expect(0, "--help").out)

    def test_version(self):
        self.assertRegex(self.expect(0, "--version").out, r"^cchc \d+\.\d+\.\d+\n$")

    def test_no_command_and_unknown_command(self):
        self.expect(2)
        self.expect(2, "no-such")

    def test_out_is_never_overwritten_unless_forced(self):
        self.expect(0, *CASE, "--out", "due.csv")
        first = self.read("due.csv")
        self.assertIn(b"2020-06-18T17:00", first)
        result = self.expect(2, "due", "--received", "2020-06-18", "--limit", "1", "--format", "csv", "-o", "due.csv")
        self.assertIn("--force", result.err)
        self.assertEqual(self.read("due.csv"), first)
        self.expect(0, "due", "--received", "2020-06-18", "--limit", "1", "--format", "csv", "-o", "due.csv", "--force")
        self.assertIn(b"2020-06-19T17:00", self.read("due.csv"))

    def test_a_failed_run_leaves_no_file(self):
        self.write("bad.csv", "nothing\n1\n")
        self.expect(1, "stats", "bad.csv", *harness.PERIOD, "--out", "result.txt", "--save", "saved.stats")
        self.assertEqual(sorted(p.name for p in self.dir.iterdir()), ["bad.csv"])

    def test_a_list_may_be_replaced_by_its_own_result(self):
        self.write("cases.csv", "received,limit,unit\n2020-06-17,1,working_day\n")
        self.expect(0, "due", "--csv", "cases.csv", "--out", "cases.csv", "--force")
        self.assertEqual(self.read("cases.csv"), b"received,limit,unit,due,error\n2020-06-17,1,working_day,2020-06-18T17:00,\n")

    def test_files_that_cannot_be_opened(self):
        for args in (("stats", "no-such.csv", *harness.PERIOD), ("due", "--csv", "no-such.csv"),
                     ("stats", ".", *harness.PERIOD), (*CASE, "--out", "no-such/due.csv")):
            self.assertIn("cannot", self.expect(2, *args).err)

    def test_a_full_disk_is_said(self):
        self.assertIn("cannot write", self.expect(2, *CASE, "--out", "/dev/full").err)

    def test_errors_carry_no_control_characters(self):
        self.write("cases.csv", b"received,limit,unit\n\x1b[31mred,1,working_day\n")
        self.assertNotIn("\x1b", self.expect(1, "due", "--csv", "cases.csv").err)


if __name__ == "__main__":
    harness.main()
