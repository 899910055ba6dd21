"""cchc explain: one dossier under each policy; and cchc stats --timing."""
import harness

HEAD = "id,agency,received,limit,unit,due,completed,status,supplement_requested,supplement_received\n"
ROWS = HEAD + ("HS-1,UBND xã A,2020-06-01T09:00,5,working_day,,2020-06-12T16:00,9,2020-06-04T10:00,2020-06-09T15:00\n"
               "HS-2,UBND xã A,2020-06-01T09:00,,,2020-06-10,2020-06-08,9,,\n"
               "HS-3,UBND xã B,2020-06-01T09:00,,,2020-07-02,,4,,\n"
               "HS-4,UBND xã B,2020-06-01,5,working_day,,,4,,\n")


class Explain(harness.ToolTest):
    def setUp(self):
        super().setUp()
        self.write("d.csv", ROWS)

    def test_text_in_both_languages(self):
        out = self.expect(0, "explain", "d.csv", "--id", "HS-1", "--as-of", "2020-07-01", "--policies", "form-ii06a,decree-61").out
        self.assertIn("decree-61: trước hạn; hạn 17:00 ngày 16/06/2020 (tính từ thời hạn)", out)
        self.assertIn("tính lại thời hạn từ đầu; hạn 16/06/2020", out)
        self.assertIn("form-ii06a: quá hạn; hạn 17:00 ngày 11/06/2020", out)
        out = self.expect(0, "explain", "d.csv", "--id", "HS-1", "--as-of", "2020-07-01", "--lang", "en").out
        self.assertEqual(sum(line.startswith("  ") and line.split(":")[0].strip() in
                             ("form-ii06a", "decree-61", "qd-766", "opencps", "td", "outline-274") for line in out.splitlines()), 6)

    def test_a_receipt_without_its_hour(self):
        out = self.expect(0, "explain", "d.csv", "--id", "HS-4", "--as-of", "2020-06-30").out
        self.assertIn("Tiếp nhận: 01/06/2020 (thứ Hai)", out)
        self.assertNotIn("00:00", out)
        counted = self.expect(0, "explain", "d.csv", "--id", "HS-4", "--as-of", "2020-06-30", "--format", "json").json()["counted"]
        self.assertEqual(counted["counted_from"], "2020-06-01")

    def test_json_and_what_is_left(self):
        explained = self.expect(0, "explain", "d.csv", "--id", "HS-3", "--as-of", "2020-06-30", "--format", "json").json()
        self.assertEqual(explained["format"], "cchc.explanation/1")
        self.assertEqual(explained["left"]["vi"], "Còn 3 ngày")
        self.assertEqual(explained["policies"][0]["outcome"], "in_process_within")

    def test_wrong_calls_and_unknown_dossiers(self):
        self.expect(1, "explain", "d.csv", "--id", "HS-9", "--as-of", "2020-07-01")
        self.expect(2, "explain", "d.csv", "--id", "HS-1")
        self.expect(2, "explain", "d.csv", "--as-of", "2020-07-01")
        self.expect(2, "explain", "--id", "HS-1", "--as-of", "2020-07-01")
        self.expect(2, "explain", "d.csv", "--id", "HS-1", "--as-of", "2020-07-01", "--format", "csv")
        self.expect(1, "explain", "d.csv", "--id", "HS-1", "--as-of", "2040-07-01")

    def test_timing_and_its_table(self):
        result = self.expect(0, "stats", "d.csv", "--from", "2020-06-01", "--to", "2020-07-01", "--timing", "--by", "agency",
                             "--format", "json").json()
        timing = result["total"]["timing"]
        self.assertEqual(timing["early"]["working_days"], [[2, 1]])
        self.assertEqual(timing["late"]["working_days"], [[1, 1]])
        self.assertEqual(timing["left"]["median"], 2)
        out = self.expect(0, "stats", "d.csv", "--from", "2020-06-01", "--to", "2020-07-01", "--timing", "--due-soon", "2").out
        self.assertIn("SỚM, MUỘN BAO NHIÊU NGÀY LÀM VIỆC", out)
        self.assertIn("Đơn vị tính: ngày làm việc;", out)
        self.expect(2, "stats", "d.csv", "--from", "2020-06-01", "--to", "2020-07-01", "--due-soon", "2")
        self.assertEqual(out.split("Tổng số  │")[-1].splitlines()[0].split("│")[-1].strip(), "1")  # within two working days
        self.assertNotIn("timing", self.run_tool("stats", "d.csv", "--from", "2020-06-01", "--to", "2020-07-01", "--format", "json").out)


if __name__ == "__main__":
    harness.main()
