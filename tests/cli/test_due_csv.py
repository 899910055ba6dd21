"""cchc due --csv: a list of cases."""
import harness


class DueCsv(harness.ToolTest):
    def test_rows_come_back_with_due(self):
        cases = ('no,received,limit,unit,note\n'
                 '1,2020-06-17T09:10,15,working_day,"one, ""two"""\n'
                 '2,2020-01-20T09:00,5,working_day,"a\nb"\n'
                 '3,2020-06-17,1,month,\n')
        self.write("cases.csv", cases)
        result = self.expect(0, "due", "--csv", "cases.csv")
        self.assertEqual(result.err, "")
        self.assertEqual(result.out.splitlines()[0], "no,received,limit,unit,note,due,error")
        rows = result.csv()
        self.assertEqual([r["due"] for r in rows], ["2020-07-08T17:00", "2020-02-03T17:00", "2020-07-17T24:00"])
        self.assertEqual([r["note"] for r in rows], ['one, "two"', "a\nb", ""])
        self.assertIn('"one, ""two"""', result.out)

    def test_bad_rows_are_kept_counted_and_placed(self):
        self.write("cases.csv", "id,received,limit,unit\n"
                                "a,2020-06-17,15,working_day\n"
                                "b,06/17/2020,15,working_day\n"
                                "c,2020-06-17,-1,working_day\n"
                                "d,2020-06-17,15,fortnight\n"
                                "e,2020-06-17,15\n"
                                "f,2020-06-17,15,working_day,more\n"
                                "g,2020-06-17,8,working_hour\n"
                                "h,2026-12-20,60,working_day\n")
        result = self.expect(1, "due", "--csv", "cases.csv")
        rows = result.csv()
        self.assertEqual(len(rows), 8)
        self.assertEqual([bool(r["due"]) for r in rows], [True] + 7 * [False])
        self.assertEqual([bool(r["error"]) for r in rows], [False] + 7 * [True])
        for place in ("cases.csv:3:3:", "cases.csv:4:14:", "cases.csv:5:17:", "cases.csv:6:14:", "cases.csv:7:29:",
                      "cases.csv:8:3:", "cases.csv:9:3:"):
            self.assertIn(place, result.err)
        self.assertIn("7 of 8 rows", result.err)

    def test_calendar_and_rule_columns(self):
        self.write("cases.csv", "received,limit,unit,rule,calendar\n"
                                "2020-06-17T16:00,0,,same-day-15h,vn\n"
                                "2020-06-17T16:00,2,working_day,,\n"
                                "2020-06-17T16:00,2,working_day,no-such,\n")
        rows = self.expect(1, "due", "--csv", "cases.csv").csv()
        self.assertEqual([r["due"] for r in rows], ["2020-06-18T17:00", "2020-06-19T17:00", ""])
        self.assertIn("no-such", rows[2]["error"])

    def test_default_rule_holds_for_its_unit(self):
        self.write("cases.csv", "received,limit,unit\n2020-06-17T09:10,2,working_day\n2020-06-17T09:10,1,week\n")
        rows = self.expect(0, "due", "--csv", "cases.csv", "--rule", "working-days-keep-time").csv()
        self.assertEqual([r["due"] for r in rows], ["2020-06-19T09:10", "2020-06-24T24:00"])

    def test_byte_order_mark_crlf_and_semicolons(self):
        self.write("cases.csv", b"\xef\xbb\xbfreceived;limit;unit\r\n2020-06-17;1;working_day\r\n\r\n")
        result = self.expect(0, "due", "--csv", "cases.csv", "--delimiter", ";")
        self.assertEqual(result.out, "received;limit;unit;due;error\n2020-06-17;1;working_day;2020-06-18T17:00;\n")

    def test_files_that_are_no_list(self):
        for name, content, place in (("empty.csv", "", "empty.csv:1:1:"),
                                     ("missing.csv", "received,limit\n", "no column unit"),
                                     ("twice.csv", "received,limit,unit,limit\n", "twice.csv:1:21:"),
                                     ("again.csv", "received,limit,unit,due\n", "again.csv:1:21:")):
            self.write(name, content)
            self.assertIn(place, self.expect(1, "due", "--csv", name).err)

    def test_broken_quotes_break_off_with_their_place(self):
        head = "received,limit,unit\n2020-06-17,1,working_day\n"
        for name, row, place in (("open.csv", '2020-06-17,"1,working_day\n', "open.csv:3:12:"),
                                 ("after.csv", '2020-06-17,"1"x,working_day\n', "after.csv:3:15:"),
                                 ("inside.csv", '2020-06-17,1"1,working_day\n', "inside.csv:3:13:"),
                                 ("long.csv", "2020-06-17,1," + (1 << 20) * "x" + "\n", "long.csv:3:14:")):
            self.write(name, head + row)
            result = self.expect(1, "due", "--csv", name)
            self.assertIn(place, result.err)
            self.assertEqual(len(result.csv()), 1)

    def test_invalid_utf8_is_an_error_of_its_row(self):
        self.write("cases.csv", b"id,received,limit,unit\nb\xe9,2020-06-17,1,working_day\n")
        result = self.run_tool("due", "--csv", "cases.csv", "--format", "json")
        self.assertEqual(result.code, 1)
        self.assertIn("UTF-8", result.json()[0]["error"])
        self.assertIn("cases.csv:2:1:", result.err)

    def test_other_formats_and_standard_input(self):
        cases = b"received,limit,unit\n2020-06-17,1,working_day\n"
        self.assertEqual(self.expect(0, "due", "--csv", "-", "--format", "json", stdin=cases).json()[0]["due"], "2020-06-18T17:00")
        self.assertIn("2020-06-18T17:00", self.expect(0, "due", "--csv", "-", "--format", "table", stdin=cases).out)
        self.expect(2, "due", "--csv", "-", "--limit", "1", stdin=cases)


if __name__ == "__main__":
    harness.main()
