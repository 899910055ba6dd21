"""cchc due: one dossier."""
import harness


class Due(harness.ToolTest):
    def due(self, *args):
        return self.expect(0, "due", *args, "--format", "json").json()["due"]

    def test_fifteen_working_days(self):
        # 18/6 is day 1; two weekends later, Wednesday 8/7 is day 15.
        self.assertEqual(self.due("--received", "2020-06-17T09:10", "--limit", "15", "--unit", "working_day"), "2020-07-08T17:00")

    def test_across_tet(self):
        # 21, 22, then Tết (23, 24, 27, 28, 29 January), 30, 31, 3/2.
        self.assertEqual(self.due("--received", "20/01/2020 09:00", "--limit", "5"), "2020-02-03T17:00")

    def test_calendar_days_roll_off_a_weekend(self):
        # Saturday 20/6 moves to Monday (Civil Code art. 148.5) and ends at 24:00.
        self.assertEqual(self.due("--received", "2020-06-17", "--limit", "3", "--unit", "calendar_day"), "2020-06-22T24:00")

    def test_named_rule_brings_its_unit(self):
        result = self.expect(0, "due", "--received", "2020-06-17T16:00", "--limit", "0", "--rule", "same-day-15h", "--format", "json")
        self.assertEqual(result.json()["due"], "2020-06-18T17:00")
        self.assertEqual(result.json()["rule"], "same-day-15h")

    def test_vietnamese_unit(self):
        self.assertEqual(self.due("--received", "2020-06-17", "--limit", "1", "--unit", "Ngày làm việc"), "2020-06-18T17:00")

    def test_table_explains_in_both_languages(self):
        args = ("due", "--received", "2020-01-20T09:00", "--limit", "5")
        vietnamese = self.expect(0, *args).out
        english = self.expect(0, *args, "--lang", "en").out
        self.assertTrue(vietnamese.splitlines()[0].endswith("17:00 ngày 03/02/2020 (thứ Hai)"), vietnamese)
        self.assertIn("Tết Nguyên đán", vietnamese)
        self.assertTrue(english.splitlines()[0].startswith("Due: "), english)
        self.assertIn("Lunar New Year", english)

    def test_json_explains_when_asked(self):
        args = ("due", "--received", "2020-01-20T09:00", "--limit", "5", "--format", "json")
        self.assertNotIn("steps", self.expect(0, *args).json())
        steps = self.expect(0, *args, "--explain").json()["steps"]
        self.assertEqual([s["date"] for s in steps if s["role"] == "counted"],
                         ["2020-01-21", "2020-01-22", "2020-01-30", "2020-01-31", "2020-02-03"])
        self.assertEqual({s["kind"] for s in steps if s["role"] == "skipped"}, {"holiday", "weekly_rest"})

    def test_csv(self):
        row = self.expect(0, "due", "--received", "2020-06-17T09:10", "--limit", "15", "--format", "csv").csv()[0]
        self.assertEqual(row["due"], "2020-07-08T17:00")
        self.assertEqual(row["rule"], "working-days")

    def test_refused_by_the_library_is_bad_data(self):
        for limit in ("0", "-1", "1000000000", "0.25"):
            result = self.expect(1, "due", "--received", "2020-06-17", "--limit", limit)
            self.assertIn("limit", result.err)
        self.assertIn("2030", self.expect(1, "due", "--received", "2030-06-17", "--limit", "3").err)

    def test_texts_that_say_nothing_are_a_wrong_call(self):
        good = {"--received": "2020-06-17T09:10", "--limit": "15", "--unit": "working_day", "--calendar": "vn"}
        bad = {"--received": ["06/17/2020", "soon"], "--limit": ["1e9", "abc", ""], "--unit": ["fortnight"],
               "--calendar": ["no-such"], "--rule": ["no-such"], "--lang": ["fr"], "--format": ["xml"], "--no-such": ["x"]}
        for option, texts in bad.items():
            for text in texts:
                args = [part for pair in {**good, option: text}.items() for part in pair]
                self.expect(2, "due", *args)
        self.expect(2, "due")
        self.expect(2, "due", "--received", "2020-06-17")

    def test_unknown_names_list_what_is_built_in(self):
        args = ("due", "--received", "2020-06-17", "--limit", "1")
        self.assertIn("built in: vn", self.expect(2, *args, "--calendar", "no-such").err)
        self.assertIn("same-day-15h", self.expect(2, *args, "--rule", "no-such").err)

    def test_hours_need_an_hour(self):
        result = self.expect(2, "due", "--received", "2020-06-17", "--limit", "4", "--unit", "working_hour")
        self.assertIn("hour", result.err)

    def test_files_are_refused_with_a_pointer(self):
        args = ("due", "--received", "2020-06-17", "--limit", "1")
        self.write("broken.json", '{"format": "cchc.calendar/1", ')
        self.assertIn("broken.json", self.expect(1, *args, "--calendar", "broken.json").err)
        self.write("typo.json", '{"format": "cchc.calendar/1", "id": "x", "version": "1", "coverage": {"from": "2020-01-01", '
                                '"to": "2021-01-01"}, "week": {"mon": ["07:30-11:30", "11:00-17:00"]}, "days_off": []}')
        self.assertRegex(self.expect(1, *args, "--calendar", "typo.json").err, r"typo\.json#/week/mon")
        self.write("rule.json", '{"format": "cchc.rule/1", "id": "x", "unit": "fortnight"}')
        self.assertRegex(self.expect(1, *args, "--rule", "rule.json").err, r"rule\.json#/")


if __name__ == "__main__":
    harness.main()
