"""cchc stats on rows that cannot be judged: each is placed, counted, and dropped nowhere."""
import harness

COLUMNS = ("id", "agency", "channel", "received", "limit", "unit", "due", "completed", "status")
HEAD = ",".join(COLUMNS) + "\n"
GOOD = {"id": "HS-{}", "agency": "UBND xã A", "channel": "online", "received": "2020-02-03", "limit": "", "unit": "",
        "due": "2020-02-10", "completed": "2020-02-07", "status": "9"}


def fields(number, changes=None):
    row = {**GOOD, "id": GOOD["id"].format(number), **(changes or {})}
    return [row[c] for c in COLUMNS]


def line(number, changes=None):
    return ",".join(fields(number, changes)) + "\n"


def byte_of(column, changes):
    """The 1-based byte of the second line's row at which a column begins."""
    before = fields(2, changes)[:COLUMNS.index(column)]
    return len("".join(f + "," for f in before).encode("utf-8")) + 1


class BadRows(harness.ToolTest):
    def expect_one_bad(self, content, place, problem, period=harness.PERIOD):
        """Two good rows around a bad one: it is named with its place, counted once, and the others are judged."""
        self.write("d.csv", content)
        result = self.expect(1, "stats", "d.csv", *period, "--format", "json")
        self.assertIn(place, result.err)
        self.assertRegex(result.err, rf"d\.csv: 1 of 3 rows are bad and counted as excluded: 1 {problem}\n")
        figures = result.json()
        self.assertEqual(figures["dossiers"], 3)
        self.assertEqual(figures["total"]["excluded"], {"total": 1, problem: 1})
        self.assertEqual(figures["total"]["received"]["total"], 2)

    def check_field(self, column, problem, changes):
        with self.subTest(problem=problem, **changes):
            content = HEAD + line(1) + line(2, changes) + line(3)
            self.expect_one_bad(content, f"d.csv:3:{byte_of(column, changes)}: {problem}", problem)

    def test_fields(self):
        for text in ("06/17/2020", "2020-02-30", "hôm qua", "2020-13-01", "17.6"):
            self.check_field("received", "bad_date", {"received": text})
        self.check_field("due", "bad_date", {"due": "2020-02-1"})
        self.check_field("received", "missing_received", {"received": ""})
        self.check_field("id", "missing_id", {"id": ""})
        self.check_field("due", "due_before_received", {"due": "2020-01-10", "completed": ""})
        self.check_field("completed", "completed_before_received", {"completed": "2020-01-31"})
        self.check_field("status", "unknown_status", {"status": "Lạ"})
        self.check_field("channel", "unknown_channel", {"channel": "fax"})

    def test_limits(self):
        for limit in ("0", "-1", "1000000000", "1e9", "abc", "0.0001"):
            self.check_field("limit", "bad_limit", {"limit": limit, "unit": "working_day", "due": ""})
        self.check_field("unit", "bad_unit", {"limit": "5", "unit": "fortnight", "due": ""})
        self.check_field("unit", "bad_unit", {"limit": "5", "unit": "", "due": ""})

    DUE_PROBLEMS = (("limit_refused", {"limit": "0.5", "unit": "month"}),
                    ("needs_hour", {"limit": "4", "unit": "working_hour"}),
                    ("outside_coverage", {"limit": "300", "unit": "working_day"}))
    PERIOD_2026 = ("--from", "2026-01-01", "--to", "2026-12-31")

    def rows_2026(self, changes):
        good = {"received": "2026-02-03", "due": "2026-02-10", "completed": "2026-02-07"}
        return HEAD + line(1, good) + line(2, {**good, "due": "", "completed": "", **changes}) + line(3, good)

    def test_due_dates_that_cannot_be_computed(self):
        for problem, changes in self.DUE_PROBLEMS:
            with self.subTest(problem=problem):
                self.expect_one_bad(self.rows_2026(changes), 'd.csv: row 2, dossier "HS-2": ', problem, self.PERIOD_2026)

    def test_every_command_says_which_due_dates_cannot_be_computed(self):
        commands = (("stats", *self.PERIOD_2026), ("stats", "--period", "2026-Q1..2026-Q2"),
                    ("reconcile", *self.PERIOD_2026, "--policies", "form-ii06a,td"),
                    ("quality", *self.PERIOD_2026, "--today", "2026-12-30"),
                    ("quality", *self.PERIOD_2026, "--today", "2026-12-30", "--list"))
        for problem, changes in self.DUE_PROBLEMS:
            self.write("d.csv", self.rows_2026(changes))
            for command, *options in commands:
                with self.subTest(problem=problem, command=command, options=options):
                    result = self.expect(1, command, "d.csv", *options)
                    self.assertIn('d.csv: row 2, dossier "HS-2": ', result.err)
                    self.assertIn(f"d.csv: 1 of 3 rows are bad and counted as excluded: 1 {problem}\n", result.err)

    def test_records(self):
        self.expect_one_bad(HEAD + line(1) + "HS-2,A,online\n" + line(3), "d.csv:3:1: wrong_field_count", "wrong_field_count")
        self.expect_one_bad(HEAD + line(1) + line(2).rstrip() + ",more\n" + line(3), "d.csv:3:1:", "wrong_field_count")
        self.expect_one_bad(HEAD + line(1) + 'HS-2,"A"x,online,2020-02-03,,,,,\n' + line(3), "d.csv:3:6: bad_quote", "bad_quote")
        self.expect_one_bad(HEAD + line(1) + 'HS-2,"A,online,2020-02-03,,,,,\n' + line(3), "d.csv:3:6: ", "open_quote")
        self.expect_one_bad(HEAD + line(1) + line(2, {"agency": "x" * (1 << 20)}) + line(3), "d.csv:3:1: ", "line_too_long")

    def test_a_file_that_breaks_off(self):
        self.expect_one_bad(HEAD + line(1) + line(3) + "HS-2,UBND xã A,onl", "d.csv:4:1: wrong_field_count", "wrong_field_count")

    def test_invalid_utf8(self):
        bad = line(2, {"agency": "#"}).encode().replace(b"#", b"x\xe3 A")
        self.expect_one_bad((HEAD + line(1)).encode() + bad + line(3).encode(), "d.csv:3:6: invalid_utf8", "invalid_utf8")

    def test_place_after_quoted_line_breaks(self):
        content = HEAD + line(1, {"agency": '"UBND\nxã A"'}) + line(2, {"status": "Lạ"}) + line(3)
        self.expect_one_bad(content, f"d.csv:4:{byte_of('status', {})}: unknown_status", "unknown_status")

    def test_messages_are_limited_and_counts_are_not(self):
        self.write("d.csv", HEAD + "".join(line(i, {"received": "?"}) for i in range(50)) + line(99))
        result = self.expect(1, "stats", "d.csv", *harness.PERIOD, "--issues", "3", "--format", "json")
        self.assertEqual(result.err.count("bad_date: "), 3)
        self.assertIn("and 47 more", result.err)
        self.assertIn("50 of 51 rows are bad", result.err)
        self.assertEqual(result.json()["total"]["excluded"]["bad_date"], 50)

    def test_strict_stops_at_the_first_bad_row(self):
        self.write("d.csv", HEAD + line(1) + line(2, {"status": "Lạ"}) + line(3))
        result = self.expect(1, "stats", "d.csv", *harness.PERIOD, "--strict")
        self.assertEqual(result.out, "")
        self.assertIn(f"d.csv:3:{byte_of('status', {})}: ", result.err)

    def test_duplicates_are_said_and_counted(self):
        self.write("d.csv", HEAD + line(1) + line(2) + line(1))
        result = self.run_tool("stats", "d.csv", *harness.PERIOD, "--format", "json")
        self.assertEqual(result.code, 0)
        self.assertIn('d.csv:4: note: dossier "HS-1" stands already in row 1', result.err)
        self.assertIn("1 rows repeat an id", result.err)
        self.assertEqual(result.json()["total"]["received"]["total"], 3)

    def test_problems_of_several_files_add_up(self):
        self.write("a.csv", HEAD + line(1) + line(2, {"status": "Lạ"}))
        self.write("b.csv", HEAD + line(3))
        self.write("c.csv", HEAD + line(4, {"channel": "fax"}))
        result = self.expect(1, "stats", "a.csv", "b.csv", "c.csv", *harness.PERIOD, "--format", "json")
        self.assertEqual(result.json()["total"]["excluded"], {"total": 2, "unknown_status": 1, "unknown_channel": 1})
        self.assertIn("a.csv:3:", result.err)
        self.assertIn("c.csv:2:", result.err)
        self.assertNotRegex(result.err, r"b\.csv:\d")


if __name__ == "__main__":
    harness.main()
