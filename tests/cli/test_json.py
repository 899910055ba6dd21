"""cchc stats and reconcile on JSON, with pauses of a file of their own, and with mappings by name."""
import csv
import json

import harness

ASK = (*harness.PERIOD, "--by", "agency", "--format", "json")
GOOD = {"id": "HS-1", "agency": "A", "received": "2020-02-03", "due": "2020-02-10"}


def lines(*rows):
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


class Json(harness.ToolTest):
    def test_the_sample_as_csv_lines_array_and_envelope(self):
        whole = self.expect(0, "stats", harness.SAMPLE, *ASK).json()
        with harness.SAMPLE.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        self.write("d.ndjson", lines(*rows))
        self.write("d.json", json.dumps(rows))
        self.write("envelope.JSON", json.dumps({"isUpdating": False, "data": rows}, indent=1))
        for name in ("d.ndjson", "d.json", "envelope.JSON"):
            self.assertEqual(self.expect(0, "stats", name, *ASK).json(), whole)
        self.assertEqual(self.expect(0, "stats", "d.json", *ASK, "--block-size", 7).json(), whole)
        self.assertEqual(self.expect(0, "stats", "-", *ASK, "--input", "json", stdin=self.read("d.ndjson")).json(), whole)
        self.write("d.txt", lines(*rows))
        self.assertEqual(self.expect(0, "stats", "d.txt", *ASK, "--input", "json").json(), whole)
        policies = (*harness.PERIOD, "--policies", "form-ii06a,td", "--format", "json")
        self.assertEqual(self.expect(0, "reconcile", "d.ndjson", *policies).json(),
                         self.expect(0, "reconcile", harness.SAMPLE, *policies).json())

    def test_bad_records_have_line_byte_and_pointer(self):
        self.write("d.ndjson", lines(GOOD, {**GOOD, "id": "HS-2", "due": "?"}) + '{"id": \n' + lines({**GOOD, "id": "HS-3"}))
        result = self.expect(1, "stats", "d.ndjson", *ASK)
        self.assertIn('d.ndjson:2:64: bad_date: ', result.err)
        self.assertIn('found "?" at /due (dossier "HS-2")', result.err)
        self.assertIn("d.ndjson:3:7: bad_json: ", result.err)
        self.assertIn("2 of 4 rows are bad and counted as excluded: 1 bad_date, 1 bad_json\n", result.err)
        self.assertEqual(result.json()["total"]["excluded"], {"total": 2, "bad_date": 1, "bad_json": 1})
        strict = self.expect(1, "stats", "d.ndjson", *ASK, "--strict")
        self.assertEqual(strict.out, "")
        self.assertIn("d.ndjson#/due:2:64: ", strict.err)

    def test_an_array_that_is_no_json_is_refused(self):
        for content, message in (("[1 2]", "d.json:1:4: not JSON"), ("", "the file is empty"), ("[{", "d.json:1:3: "),
                                 ("id,received\n", "d.json:1:1: not JSON"), ('{"id": 1,\n"x": 2}', "several lines")):
            self.write("d.json", content)
            result = self.expect(1, "stats", "d.json", *ASK)
            self.assertEqual(result.out, "")
            self.assertIn(message, result.err)
        self.write("d.json", "[]")
        self.assertEqual(self.expect(0, "stats", "d.json", *ASK).json()["dossiers"], 0)

    def test_pauses_move_a_due_date(self):
        head = "id,received,limit,unit,completed\n"
        self.write("d.csv", head + "HS-1,2020-03-02,5,working_day,2020-03-11\nHS-2,2020-03-02,5,working_day,2020-03-11\n")
        self.write("d.json", lines({"id": "HS-1", "received": "2020-03-02", "limit": 5, "unit": "working_day", "completed": "2020-03-11"},
                                   {"id": "HS-2", "received": "2020-03-02", "limit": 5, "unit": "working_day", "completed": "2020-03-11"}))
        self.write("p.csv", "Mã hồ sơ;Từ ngày;Đến ngày\nHS-2;2020-03-03;2020-03-06\nHS-9;2020-03-03;\n")
        for name in ("d.csv", "d.json"):
            resolved = self.expect(0, "stats", name, *ASK).json()["total"]["resolved"]
            self.assertEqual((resolved["overdue"], resolved["on_time"] + resolved["early"]), (2, 0))
            result = self.expect(0, "stats", name, *ASK, "--pauses", "p.csv", "--block-size", 5)
            resolved = result.json()["total"]["resolved"]
            self.assertEqual((resolved["overdue"], resolved["on_time"] + resolved["early"]), (1, 1))
            self.assertIn('p.csv: note: 1 pauses are of dossiers that no file has: "HS-9"', result.err)

    def test_pauses_of_several_files(self):
        for i in (1, 2):
            self.write(f"{i}.ndjson", lines({**GOOD, "id": f"HS-{i}"}))
        self.write("p.csv", "id,from\nHS-1,2020-02-04\nHS-2,2020-02-04\n")
        self.assertNotIn("no file has", self.expect(0, "stats", "1.ndjson", "2.ndjson", *ASK, "--pauses", "p.csv").err)
        self.assertIn('no file has: "HS-2"', self.expect(0, "stats", "1.ndjson", *ASK, "--pauses", "p.csv").err)

    def test_bad_pauses(self):
        self.write("d.csv", "id,received,due\nHS-1,2020-02-03,2020-02-10\nHS-2,2020-02-03,2020-02-10\n")
        self.write("p.csv", "id,kind,from\nHS-2,supplement,?\nHS-2,supplement,2020-02-04\n,,\n")
        result = self.expect(1, "stats", "d.csv", *ASK, "--pauses", "p.csv")
        self.assertIn("p.csv:2:17: bad_pause: ", result.err)
        self.assertIn("p.csv:4:1: missing_id: ", result.err)
        self.assertIn("p.csv: 2 of 3 pauses are bad\n", result.err)
        self.assertIn("d.csv: bad_pause: a pause of this dossier cannot be read, p.csv:2:17: ", result.err)
        self.assertEqual(result.json()["total"]["excluded"], {"total": 1, "bad_pause": 1})
        self.write("p.csv", "id,kind\n")
        self.assertIn('no column for "from"', self.expect(1, "stats", "d.csv", *ASK, "--pauses", "p.csv").err)
        self.expect(2, "stats", "d.csv", *ASK, "--pauses", "none.csv")

    def test_mappings_by_name(self):
        row = {"dossierNo": "1", "govAgencyName": "A", "receiveDate": "2020-02-03", "dueDate": "2020-02-10",
               "releaseDate": "2020-02-07", "dossierStatus": "unresolved", "online_": True}
        self.write("d.ndjson", lines(row))
        result = self.expect(0, "stats", "d.ndjson", *ASK, "--mapping", "opencps").json()
        self.assertEqual((result["total"]["received"]["online"], result["total"]["resolved"]["early"]), (1, 1))
        self.assertIn("unknown_status", self.expect(1, "stats", "d.ndjson", *ASK).err)
        self.assertIn("built in: default, dvcqg, opencps, td", self.expect(2, "stats", "d.ndjson", *ASK, "--mapping", "egov").err)

    def test_wrong_calls(self):
        self.write("d.json", lines(GOOD))
        self.expect(2, "stats", "d.json", *ASK, "--input", "xml")


if __name__ == "__main__":
    harness.main()
