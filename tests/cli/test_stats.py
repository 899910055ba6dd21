"""cchc stats: forms from the sample and from a handful of dossiers."""
import harness

HEAD = "id,agency,field,channel,received,limit,unit,due,completed,status\n"
FOUR = HEAD + ("HS-1,UBND xã A,Đất đai,online,2020-02-03,,,2020-02-10,2020-02-07,9\n"
               "HS-2,UBND xã A,Hộ tịch,in_person,2020-02-03,,,2020-02-10,2020-02-10,9\n"
               "HS-3,UBND xã B,Đất đai,in_person,2020-01-20T09:00,5,working_day,,2020-02-04,9\n"
               "HS-4,UBND xã B,Đất đai,post,2019-12-30,,,2020-12-01,,4\n")


class Stats(harness.ToolTest):
    def test_form_of_four_dossiers(self):
        self.write("d.csv", FOUR)
        result = self.expect(0, "stats", "d.csv", *harness.PERIOD, "--by", "agency", "--format", "json").json()
        rows = {r["key"]["agency"]: r for r in result["groups"][0]["rows"]}
        self.assertEqual(rows["UBND xã A"]["received"], {"total": 2, "online": 1, "direct": 1, "carried_over": 0})
        self.assertEqual(rows["UBND xã A"]["resolved"], {"total": 2, "early": 1, "on_time": 1, "overdue": 0, "no_due": 0})
        # HS-3 was due on 3 February, across Tết; HS-4 is carried over and still open.
        self.assertEqual(rows["UBND xã B"]["received"], {"total": 2, "online": 0, "direct": 1, "carried_over": 1})
        self.assertEqual(rows["UBND xã B"]["resolved"]["overdue"], 1)
        self.assertEqual(rows["UBND xã B"]["in_process"]["within"], 1)
        self.assertTrue(result["identities_hold"])

    def test_tables_in_both_languages_are_aligned(self):
        self.write("d.csv", FOUR)
        for lang, caption in (("vi", "Đã giải quyết"), ("en", "Resolved")):
            out = self.expect(0, "stats", "d.csv", *harness.PERIOD, "--by", "agency", "--lang", lang).out
            self.assertIn(caption, out)
            bars = {tuple(i for i, c in enumerate(line) if c in "│┼") for line in out.splitlines() if "UBND" in line or "┼" in line}
            self.assertEqual(len(bars), 1, out)
            self.assertIn("(13)", out)

    def test_decomposed_letters_do_not_shift_columns(self):
        # The same agency name, once composed and once with combining marks, is as wide on a terminal.
        self.write("d.csv", HEAD + "1,\u1ed9x,,1,2020-02-03,,,2020-02-10,,4\n2,o\u0323\u0302y,,1,2020-02-03,,,2020-02-10,,4\n")
        out = self.expect(0, "stats", "d.csv", *harness.PERIOD, "--by", "agency").out
        rows = [line.replace("\u0323", "").replace("\u0302", "") for line in out.splitlines() if line.startswith(("1 ", "2 "))]
        self.assertEqual([i for i, c in enumerate(rows[0]) if c == "│"], [i for i, c in enumerate(rows[1]) if c == "│"])

    def test_groups_may_be_repeated(self):
        self.write("d.csv", FOUR)
        args = ("stats", "d.csv", *harness.PERIOD, "--by", "agency,field", "--by", "channel")
        groups = self.expect(0, *args, "--format", "json").json()["groups"]
        self.assertEqual([g["by"] for g in groups], [["agency", "field"], ["channel"]])
        self.assertEqual([len(g["rows"]) for g in groups], [3, 3])
        self.assertIn("--by once", self.expect(2, *args, "--format", "csv").err)

    def test_csv_and_total(self):
        self.write("d.csv", FOUR)
        rows = self.expect(0, "stats", "d.csv", *harness.PERIOD, "--format", "csv").csv()
        self.assertEqual([(r["received.total"], r["resolved.total"], r["in_process.total"]) for r in rows], [("4", "3", "1")])
        rows = self.expect(0, "stats", "d.csv", *harness.PERIOD, "--format", "csv", "--by", "agency").csv()
        self.assertEqual([r["agency"] for r in rows], ["UBND xã A", "UBND xã B"])

    def test_agencies_asked_for_have_a_row(self):
        self.write("d.csv", FOUR)
        self.write("agencies.txt", "\ufeffUBND xã C\r\n\r\nUBND xã A\r\n")
        args = ("stats", "d.csv", *harness.PERIOD, "--by", "agency", "--agencies", "agencies.txt", "--format", "csv")
        rows = {r["agency"]: r["received.total"] for r in self.expect(0, *args).csv()}
        self.assertEqual(rows, {"UBND xã A": "2", "UBND xã B": "2", "UBND xã C": "0"})

    def test_as_of_changes_the_judgement_only(self):
        self.write("d.csv", FOUR)
        args = ("stats", "d.csv", "--from", "2020-01-01", "--to", "2020-03-01", "--format", "json")
        self.assertEqual(self.expect(0, *args).json()["total"]["in_process"]["within"], 1)
        later = self.expect(0, *args, "--as-of", "2020-12-31").json()["total"]["in_process"]
        self.assertEqual((later["within"], later["overdue"]), (0, 1))

    def test_policy_and_form(self):
        self.write("d.csv", FOUR)
        args = ("stats", "d.csv", *harness.PERIOD, "--lang", "en")
        self.assertIn("II.06a", self.expect(0, *args).out)
        self.assertIn("report outline", self.expect(0, *args, "--policy", "outline-274").out)
        self.assertIn("report outline", self.expect(0, *args, "--form", "outline").out)
        self.assertIn("II.06a", self.expect(0, *args, "--policy", "outline-274", "--form", "ii06a").out)

    def test_rules_count_missing_due_dates(self):
        self.write("d.csv", HEAD + "HS-1,A,,1,2020-06-17T16:00,0,working_day,,2020-06-18T09:00,9\n")
        args = ("stats", "d.csv", *harness.PERIOD, "--format", "json")
        self.assertEqual(self.expect(1, *args).json()["total"]["excluded"]["total"], 1)
        total = self.expect(0, *args, "--rule", "same-day-15h").json()["total"]
        self.assertEqual(total["resolved"]["on_time"], 1)

    def test_mapping_file(self):
        self.write("d.csv", "Sổ,Ngày nộp,Ngày hẹn trả\nHS-1,2020-02-03,2020-02-10\n")
        self.write("mapping.json", '{"format": "cchc.mapping/1", "id": "ours", "columns": {"id": ["Sổ"], "received": ["Ngày nộp"]}}')
        self.expect(1, "stats", "d.csv", *harness.PERIOD)
        result = self.expect(0, "stats", "d.csv", *harness.PERIOD, "--mapping", "mapping.json", "--format", "json")
        self.assertEqual(result.json()["total"]["received"]["total"], 1)

    def test_sample(self):
        # The figures are those of examples/data/recount.py, which counts by another road than the library.
        result = self.expect(0, "stats", harness.SAMPLE, *harness.PERIOD, "--by", "agency", "--format", "json")
        self.assertEqual(result.err, "")
        total = result.json()["total"]
        self.assertEqual(total["received"], {"total": 1637, "online": 200, "direct": 1396, "carried_over": 41})
        self.assertEqual(total["resolved"], {"total": 1571, "early": 722, "on_time": 790, "overdue": 59, "no_due": 0})
        self.assertEqual(total["in_process"], {"total": 66, "within": 59, "overdue": 7, "no_due": 0})
        self.assertEqual(len(result.json()["groups"][0]["rows"]), 12)
        self.assertTrue(result.json()["identities_hold"])

    def test_wrong_calls(self):
        self.write("d.csv", FOUR)
        for args in ((), ("d.csv",), ("d.csv", "--from", "2020-01-01"), harness.PERIOD,
                     ("d.csv", "--from", "2020-10-01", "--to", "2020-01-01"),
                     ("d.csv", "--from", "2020-01-01", "--to", "2020-01-01"),
                     ("d.csv", "--from", "01/31/2020", "--to", "2020-10-01"),
                     ("d.csv", *harness.PERIOD, "--as-of", "2019-12-31"),
                     ("d.csv", *harness.PERIOD, "--by", "village"), ("d.csv", *harness.PERIOD, "--by", "agency,"),
                     ("d.csv", *harness.PERIOD, "--policy", "no-such"), ("d.csv", *harness.PERIOD, "--delimiter", "|"),
                     ("d.csv", *harness.PERIOD, "--block-size", "0"), ("d.csv", *harness.PERIOD, "--form", "x")):
            self.expect(2, "stats", *args)

    def test_period_outside_the_calendar(self):
        self.write("d.csv", FOUR)
        for period in (("--from", "2014-06-01", "--to", "2015-06-01"), ("--from", "2026-06-01", "--to", "2027-06-01")):
            self.assertIn("covers", self.expect(1, "stats", "d.csv", *period).err)


if __name__ == "__main__":
    harness.main()
