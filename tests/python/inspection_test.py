"""One round of inspection from Python: the sample of twelve units, recounted from its files by another road."""

import ctypes
import json
import pathlib
import unittest

from cchc import _structs as bindings
from cchc.constants import NO_DAY
from capi_test import Refused, call, cchc, day, from_text, make, take

VI, EN = 0, 1
JSON, MARKDOWN, TEXT = 0, 1, 2
FOLDER = pathlib.Path(__file__).resolve().parents[2] / "examples" / "data" / "inspection-274"
FOLDERS = ["self-reports", "visits", "findings", "facts", "scores"]  # in the order of CCHC_PART_...


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def new_round(plan, outline=None, criteria=None):
    calendar = from_text(bindings.Calendar, cchc.cchc_calendar_builtin, "vn")
    data = json.dumps(plan).encode()
    own = None if outline is None else json.dumps(outline).encode()
    handle = make(bindings.Inspection, cchc.cchc_inspection_create, data, len(data), own, 0 if own is None else len(own),
                  criteria, calendar)
    cchc.cchc_calendar_free(calendar)
    return handle


def add(handle, part, data, source):
    taken, name = ctypes.c_uint8(), source.encode()
    call(cchc.cchc_inspection_add, handle, part, data, len(data), name, len(name), ctypes.byref(taken))
    return taken.value == 1


def result(handle, as_of=NO_DAY):
    computed = make(bindings.Round, cchc.cchc_round_create, handle, as_of)
    try:
        return json.loads(take(make(bindings.Bytes, cchc.cchc_round_result_json, computed)))
    finally:
        cchc.cchc_round_free(computed)


def document(computed, name, lang, form):
    data = name.encode()
    return take(make(bindings.Bytes, cchc.cchc_round_document, computed, data, len(data), lang, form)).decode()


class InspectionTest(unittest.TestCase):
    def setUp(self):
        self.plan = read(FOLDER / "plan.json")
        self.round = new_round(self.plan)
        self.taken = {}
        for part, folder in enumerate(FOLDERS):
            for path in sorted((FOLDER / folder).glob("*.json")):
                name = f"{folder}/{path.name}"
                self.taken[name] = add(self.round, part, path.read_bytes(), name)

    def tearDown(self):
        cchc.cchc_inspection_free(self.round)

    def test_a_round_holds_what_its_files_say(self):
        found = result(self.round)
        self.assertEqual(found["format"], "cchc.inspection-result/1")
        self.assertEqual([u["unit"] for u in found["units"]], [s["unit"] for s in self.plan["subjects"]])
        sent = {r["unit"]: r.get("sent") for r in map(read, (FOLDER / "self-reports").glob("*.json"))}
        for unit in found["units"]:
            state = unit["self_report"]["state"]
            self.assertEqual(state == "missing", unit["unit"] not in sent, unit["unit"])
        self.assertTrue(found["problems"])
        # Without a criteria set no sheet counts; every other file that is not among the problems does.
        refused = {p.get("source") for p in found["problems"]}
        for name, taken in self.taken.items():
            if not taken:
                self.assertIn(name, refused)
        self.assertFalse(any(taken for name, taken in self.taken.items() if name.startswith("scores/")))

    def test_documents(self):
        computed = make(bindings.Round, cchc.cchc_round_create, self.round, NO_DAY)
        self.addCleanup(cchc.cchc_round_free, computed)
        first = {}
        for lang in (VI, EN):
            listed = json.loads(take(make(bindings.Bytes, cchc.cchc_round_document_names, computed, lang)))
            self.assertEqual(listed[0]["kind"], "summary")
            self.assertEqual(len({n["name"] for n in listed}), len(listed))
            first[lang] = listed[0]["name"]
        told = json.loads(document(computed, first[VI], VI, JSON))
        self.assertEqual((told["format"], told["lang"], told["synthetic"]), ("cchc.report/1", "vi", True))
        self.assertIn(self.plan["subjects"][0]["unit"], document(computed, first[EN], EN, TEXT))
        self.assertNotEqual(document(computed, first[VI], VI, MARKDOWN), document(computed, first[EN], EN, MARKDOWN))
        with self.assertRaises(Refused) as caught:
            document(computed, "no such document", VI, TEXT)
        self.assertIn("no such document", str(caught.exception))
        overview = take(make(bindings.Bytes, cchc.cchc_round_overview, computed, EN)).decode()
        self.assertIn(f"{len(self.plan['subjects'])} units", overview)

    def test_what_ships(self):
        for function, form in ((cchc.cchc_plan_builtin_json, "cchc.plan/1"), (cchc.cchc_outline_builtin_json, "cchc.outline/1")):
            shipped = json.loads(take(from_text(bindings.Bytes, function, "huong-hoa-2020")))
            self.assertEqual((shipped["format"], shipped["id"]), (form, "huong-hoa-2020"))
            with self.assertRaises(Refused):
                from_text(bindings.Bytes, function, "nowhere")

    def test_small_round_with_a_mistake_and_dossiers(self):
        outline = {"format": "cchc.outline/1", "id": "o", "version": "1", "title": "O", "sections": [
            {"id": "I", "title": "I", "figures": [
                {"id": "tasks", "type": "pair", "title": "T", "part": "x", "whole": "y"}]}]}
        plan = {"format": "cchc.plan/1", "id": "p", "version": "1", "year": 2020, "document": {"number": "1"},
                "period": {"from": "2020-01-01", "to": "2020-10-01"}, "subjects": [{"unit": "A", "kind": "xa"}]}
        report = {"format": "cchc.self-report/1", "unit": "A", "sent": "2020-08-03", "period": plan["period"],
                  "figures": {"tasks": {"part": 3, "whole": 2}}}
        wrong, shape = json.dumps(report).encode(), json.dumps(outline).encode()
        checked = json.loads(take(make(bindings.Bytes, cchc.cchc_self_report_check, wrong, len(wrong), shape, len(shape), b"xa", 2)))
        self.assertEqual([p["code"] for p in checked["problems"]], ["part_above_whole"])
        self.assertEqual(set(checked["problems"][0]["message"]), {"vi", "en"})

        handle = new_round(plan, outline)
        self.assertTrue(add(handle, 0, wrong, "a.json"))
        self.assertFalse(add(handle, 1, b"no JSON", "v.json"))
        query = json.dumps({"format": "cchc.query/1", "from": "2020-01-01", "to": "2020-10-01", "by": [["agency"]],
                            "policy": "outline-274"})
        statistics = from_text(bindings.Statistics, cchc.cchc_statistics_create, query)
        csv = b"id,agency,received,due,completed\n1,A,2020-03-02,2020-03-09,2020-03-06\n"
        call(cchc.cchc_statistics_add_csv, statistics, csv, len(csv))
        cchc.cchc_bytes_free(make(bindings.Bytes, cchc.cchc_statistics_finish_csv, statistics))
        call(cchc.cchc_inspection_set_statistics, handle, statistics)
        cchc.cchc_statistics_free(statistics)
        found = result(handle)
        self.assertEqual([p["code"] for p in found["problems"]], ["unreadable", "part_above_whole"])
        self.assertEqual(found["units"][0]["dossiers"], {"received": 1, "early": 1, "on_time": 0, "overdue": 0})
        self.assertEqual(result(handle, day(2020, 10, 1)), found)
        cchc.cchc_inspection_free(handle)


if __name__ == "__main__":
    unittest.main()
