"""cchc stats on files that cannot be used, or not wholly."""
import harness

HEAD = "id,agency,field,procedure,channel,received,limit,unit,original_due,due,completed,returned,status," \
       "supplement_requested,supplement_received,apology,cause"
ROW = "HS-1,A,,,1,2020-02-03,,,,2020-02-10,2020-02-07,,9,,,,"


class BadFiles(harness.ToolTest):
    def refused(self, name, content, *fragments):
        self.write(name, content)
        result = self.expect(1, "stats", name, *harness.PERIOD)
        self.assertEqual(result.out, "")
        for fragment in (name, *fragments):
            self.assertIn(fragment, result.err)

    def test_no_usable_header(self):
        self.refused("empty.csv", b"", "empty")
        self.refused("mark.csv", b"\xef\xbb\xbf", "empty")
        self.refused("no-id.csv", "agency,received\nA,2020-02-03\n", 'no column for "id"', "no-id.csv:1:")
        self.refused("no-received.csv", "id,agency\nHS-1,A\n", 'no column for "received"')
        self.refused("twice.csv", "id,received,agency,received\n", "twice.csv:1:", "twice")
        self.refused("utf16.csv", "id,received\n1,2020-02-03\n".encode("utf-16"), "UTF-")
        self.refused("latin.csv", "id,received,C\xf4ng\n".encode("latin-1"), "UTF-8")
        self.refused("quote.csv", '"id,received\n1,2020-02-03\n', "quote")

    def test_header_alone_is_all_zero(self):
        self.write("d.csv", HEAD + "\n")
        result = self.run_tool("stats", "d.csv", *harness.PERIOD, "--format", "json")
        self.assertEqual(result.code, 0)
        self.assertEqual(result.err, "d.csv: note: a header and no rows\n")
        self.assertEqual(result.json()["dossiers"], 0)
        self.assertEqual(result.json()["total"]["received"]["total"], 0)
        self.assertTrue(all(rate["percent"] is None for rate in result.json()["total"]["rates"]))

    def test_unknown_and_missing_columns_are_notes(self):
        self.write("d.csv", "id,received,Ghi chú,due\nHS-1,2020-02-03,x,2020-02-10\n")
        result = self.run_tool("stats", "d.csv", *harness.PERIOD, "--format", "json")
        self.assertEqual(result.code, 0)
        self.assertIn('columns not used: "Ghi chú"', result.err)
        self.assertRegex(result.err, "does not have: agency, .*status")
        self.assertEqual(result.json()["total"]["received"]["total"], 1)

    def test_forms_of_a_good_file(self):
        expected = None
        for content in ((HEAD + "\n" + ROW + "\n").encode(), (HEAD + "\n" + ROW).encode(), (HEAD + "\r\n" + ROW + "\r\n").encode(),
                        b"\xef\xbb\xbf" + (HEAD + "\n" + ROW + "\n").encode(), (HEAD + "\n" + ROW).replace(",", ";").encode(),
                        (HEAD + "\n" + ROW).replace(",", "\t").encode(), (HEAD + "\n\n" + ROW + "\n\n").encode()):
            self.write("d.csv", content)
            out = self.expect(0, "stats", "d.csv", *harness.PERIOD, "--by", "agency").out
            expected = expected or out
            self.assertEqual(out, expected)

    def test_columns_in_any_order(self):
        columns, values = HEAD.split(","), ROW.split(",")
        self.write("a.csv", HEAD + "\n" + ROW)
        self.write("b.csv", ",".join(reversed(columns)) + "\n" + ",".join(reversed(values)))
        args = (*harness.PERIOD, "--format", "json")
        self.assertEqual(self.expect(0, "stats", "a.csv", *args).out, self.expect(0, "stats", "b.csv", *args).out)

    def test_delimiter_option(self):
        self.write("d.csv", "id;received;due\nHS-1;2020-02-03;2020-02-10\n")
        self.expect(0, "stats", "d.csv", *harness.PERIOD, "--delimiter", ";")
        self.expect(1, "stats", "d.csv", *harness.PERIOD, "--delimiter", ",")

    def test_files_of_the_query_are_refused_with_a_pointer(self):
        self.write("d.csv", HEAD + "\n" + ROW + "\n")
        for option, content, pointer in (
                ("--policy", '{"format": "cchc.policy/1", "extends": "form-ii06a", "id": "x", "refused": "sometimes"}', "#/refused"),
                ("--policy", '{"format": "cchc.policy/1", "extends": "form-ii06a", "id": "x", "colour": 1}', "#/colour"),
                ("--calendar", '{"format": "cchc.calendar/2"}', "#/format"),
                ("--rule", '{"format": "cchc.rule/1", "id": "x", "unit": 3}', "#/unit"),
                ("--mapping", '{"format": "cchc.mapping/1", "id": "x", "columns": {"colour": ["x"]}}', "#/columns/colour"),
                ("--policy", '{"format": ', "file.json:1:")):
            with self.subTest(option=option, content=content):
                self.write("file.json", content)
                result = self.expect(1, "stats", "d.csv", *harness.PERIOD, option, "file.json")
                self.assertIn("file.json", result.err)
                self.assertIn(pointer, result.err)


if __name__ == "__main__":
    harness.main()
