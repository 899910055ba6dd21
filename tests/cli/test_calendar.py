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

    def test_table_is_aligned(self):
        lines = self.expect(0, "calendar", "2020").out.splitlines()
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

    def test_wrong_calls_and_years(self):
        self.assertIn("covers", self.expect(1, "calendar", "2030").err)
        self.expect(2, "calendar")
        self.expect(2, "calendar", "next")
        self.expect(2, "calendar", "0")
        self.expect(2, "calendar", "2020", "--calendar", "no-such")


if __name__ == "__main__":
    harness.main()
