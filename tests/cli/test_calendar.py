"""cchc calendar: a year's days off."""
import harness


class CalendarYear(harness.ToolTest):
    def test_2020(self):
        year = self.expect(0, "calendar", "2020", "--format", "json").json()
        self.assertEqual(year["working_days"]["total"], 252)
        self.assertEqual(sum(year["working_days"]["by_month"]), 252)
        dates = {day["date"]: day for day in year["days"]}
        for date in ("2020-01-01", "2020-01-23", "2020-01-29", "2020-04-02", "2020-04-30", "2020-05-01", "2020-09-02"):
            self.assertIn(date, dates)
            self.assertTrue(dates[date]["source"])
        self.assertEqual(dates["2020-09-02"]["weekday"], "Wednesday")

    def test_worked_rest_days(self):
        rows = self.expect(0, "calendar", "2019", "--format", "csv").csv()
        worked = {r["date"]: r["instead_of"] for r in rows if r["working"] == "1"}
        self.assertEqual(worked, {"2019-01-05": "2018-12-31", "2019-05-04": "2019-04-29"})

    def test_list_is_aligned(self):
        lines = self.expect(0, "calendar", "2020", "--list").out.splitlines()
        self.assertIn("2020", lines[0])
        bars = [line.index("│") for line in lines if "│" in line and "/2020 " in line]
        self.assertGreater(len(bars), 8)
        self.assertEqual(len(set(bars)), 1)
        self.assertTrue(any(line.rstrip().endswith("252") for line in lines))

    def test_calendar_file_that_covers_a_part(self):
        self.write("office.json", '{"format": "cchc.calendar/1", "id": "office", "version": "1", "title": {"vi": "x"}, '
                                  '"coverage": {"from": "2020-06-01", "to": "2020-07-01"}, '
                                  '"week": {"mon": ["08:00-12:00"], "tue": ["08:00-12:00"]}, '
                                  '"days_off": [{"date": "2020-06-02", "kind": "closure", "name": {"vi": "Sửa trụ sở"}}]}')
        year = self.expect(0, "calendar", "2020", "--calendar", "office.json", "--format", "json").json()
        self.assertEqual(year["covered"], {"from": "2020-06-01", "to": "2020-07-01"})
        # June 2020 has 5 Mondays and 5 Tuesdays; one Tuesday is closed.
        self.assertEqual(year["working_days"]["total"], 9)
        self.assertIn("Sửa trụ sở", self.expect(0, "calendar", "2020", "--calendar", "office.json").out)

    def test_grids(self):
        for lang, month, off in (("vi", "Tháng 2", "Tết Nguyên đán (nghỉ lễ)"), ("en", "Month 2", "Lunar New Year (Tết) (public holiday)")):
            out = self.expect(0, "calendar", "2026", "--lang", lang).out
            self.assertLessEqual(max(map(len, out.splitlines())), 80)
            self.assertIn(month, out)
            self.assertIn("16*17*18*19*20*21 22", out)  # the week of Tết
            self.assertIn("10+", out)                   # a worked Saturday
            self.assertRegex(out, r"\* 16/02-20/02 +" + off.replace("(", r"\(").replace(")", r"\)"))
            self.assertTrue(out.rstrip().endswith("249"))
            self.assertNotIn("?  ", out)
        # Thursday 1 January 2026 stands under the fourth caption.
        caption, first = [line for line in out.splitlines() if line.startswith(("Mo Tu", "          1"))][:2]
        self.assertEqual(first.index("1*"), caption.index("Th") + 1)

    def test_projection_only_when_asked_and_marked(self):
        self.expect(1, "calendar", "2027")
        out = self.expect(0, "calendar", "2027", "--project").out
        self.assertIn("2026.1+projected-2027", out)
        self.assertIn("DỰ KIẾN từ 01/01/2027", out)
        self.assertIn("[dự kiến]", out)
        self.assertIn("chưa quyết định", out)
        self.assertRegex(out.splitlines()[-1], r"^Cả năm: \d+ \(dự kiến, một số ngày chưa có quyết định\)$")
        self.assertIn("some days are not decided", self.expect(0, "calendar", "2027", "--project", "--list", "--lang", "en").out)
        self.assertIn("04/02, 05/02 hoặc 05/02, 11/02 hoặc 11/02, 12/02", " ".join(out.split()))
        self.assertLessEqual(max(map(len, out.splitlines())), 80)
        year = self.expect(0, "calendar", "2027", "--project", "--format", "json").json()
        self.assertEqual(year["projected_from"], "2027-01-01")
        self.assertEqual(year["open"][1]["choices"], [["2027-09-01"], ["2027-09-03"]])
        self.assertTrue(all(day["evidence"] == "projected" for day in year["days"]))
        self.assertNotIn("projected", self.expect(0, "calendar", "2026", "--project").out)

    def test_as_known_on(self):
        rows = self.expect(0, "calendar", "2024", "--as-known-on", "2024-04-11", "--format", "csv").csv()
        self.assertNotIn("2024-04-29", [r["date"] for r in rows])
        self.assertIn("+known-2024-04-11", self.expect(0, "calendar", "2024", "--as-known-on", "2024-04-11").out)
        self.expect(1, "calendar", "2025", "--as-known-on", "2024-04-11")
        self.expect(2, "calendar", "2024", "--as-known-on", "soon")

    def test_diff(self):
        self.write("unit.json", '{"format": "cchc.calendar/1", "id": "unit", "version": "1", "extends": "vn", '
                                '"not_followed": ["2026-01-02", "2026-01-10"]}')
        rows = self.expect(0, "calendar", "2026", "--diff", "vn", "unit.json", "--format", "csv").csv()
        self.assertEqual([(r["date"], r["kind_a"], r["kind_b"]) for r in rows],
                         [("2026-01-02", "swap", "working"), ("2026-01-10", "worked", "weekly_rest")])
        self.assertIn("unit 1", self.expect(0, "calendar", "2026", "--diff", "vn", "unit.json").out)
        self.assertEqual(self.expect(0, "calendar", "2026", "--diff", "vn", "vn", "--format", "csv").csv(), [])
        self.expect(2, "calendar", "2026", "--diff", "vn")
        self.assertIn("neither calendar covers", self.expect(1, "calendar", "2040", "--diff", "vn", "unit.json").err)
        self.write("2027.json", '{"format": "cchc.calendar/1", "id": "later", "version": "1", "title": {"vi": "x"}, '
                                '"coverage": {"from": "2027-01-01", "to": "2027-01-03"}, "week": {"fri": ["08:00-12:00"]}}')
        self.assertEqual(len(self.expect(0, "calendar", "2027", "--diff", "vn", "2027.json", "--format", "csv").csv()), 2)

    def test_lunar_years(self):
        rows = self.expect(0, "calendar", "lunar", "1990", "2030", "--format", "csv").csv()
        self.assertEqual(list(rows[0]), ["year", "tet", "hung_kings"])
        years = {r["year"]: (r["tet"], r["hung_kings"]) for r in rows}
        self.assertEqual(len(years), 41)
        self.assertEqual(years["2026"], ("2026-02-17", "2026-04-26"))
        self.assertEqual(years["2007"][0], "2007-02-17")
        self.assertIn("17/02/2026", self.expect(0, "calendar", "lunar", "2026", "2026").out)
        for wrong in (("2030", "1990"), ("1899", "1900"), ("2199", "2200"), ("1990",), ("x", "y")):
            self.expect(2, "calendar", "lunar", *wrong)

    def test_wrong_calls_and_years(self):
        self.assertIn("covers", self.expect(1, "calendar", "2030").err)
        self.expect(2, "calendar")
        self.expect(2, "calendar", "next")
        self.expect(2, "calendar", "0")
        self.expect(2, "calendar", "2020", "--calendar", "no-such")


if __name__ == "__main__":
    harness.main()
