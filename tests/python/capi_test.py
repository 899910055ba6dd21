"""Calls every function of cchc.h through the table of the package, as any language with a C interface would."""

import ctypes
import datetime
import json
import unittest

from cchc import _structs as bindings
from cchc._library import LIBRARY as cchc
from cchc.constants import NO_DAY, NO_INSTANT

NUL_TERMINATED = ctypes.c_size_t(-1).value
EPOCH = datetime.datetime(1970, 1, 1)


def instant(*date):
    return int((datetime.datetime(*date) - EPOCH).total_seconds())


def day(*date):
    return (datetime.datetime(*date) - EPOCH).days


def column(ctype, values):
    return (ctype * len(values))(*values)


def new_error():
    error = bindings.Error()
    assert cchc.cchc_error_init(ctypes.byref(error), ctypes.sizeof(error)) == 0
    return error


class Refused(Exception):
    def __init__(self, error):
        super().__init__(error.message.decode())
        self.code = error.code


def call(function, *arguments):
    """Calls a function whose last parameter is the error; raises Refused with its message."""
    error = new_error()
    if function(*arguments, ctypes.byref(error)) != 0:
        raise Refused(error)


def make(handle_type, function, *arguments):
    handle = handle_type()
    call(function, *arguments, ctypes.byref(handle))
    return handle


def from_text(handle_type, function, text):
    data = text.encode()
    return make(handle_type, function, data, len(data))


def take(handle):
    data, size = ctypes.POINTER(ctypes.c_char)(), ctypes.c_size_t()
    call(cchc.cchc_bytes_view, handle, ctypes.byref(data), ctypes.byref(size))
    content = ctypes.string_at(data, size.value)
    cchc.cchc_bytes_free(handle)
    return content


QUERY = json.dumps({"format": "cchc.query/1", "from": "2020-01-01", "to": "2020-10-01", "by": [["agency"]]})
CSV = "id,agency,received,due,completed\n1,Khe Sanh,2020-03-02,2020-03-09,2020-03-06\n".encode()


class CapiTest(unittest.TestCase):
    def setUp(self):
        self.calendar = from_text(bindings.Calendar, cchc.cchc_calendar_builtin, "vn")
        self.rule = from_text(bindings.Rule, cchc.cchc_rule_builtin, "working-days")
        self.policy = from_text(bindings.Policy, cchc.cchc_policy_builtin, "form-ii06a")
        self.statistics = from_text(bindings.Statistics, cchc.cchc_statistics_create, QUERY)

    def tearDown(self):
        cchc.cchc_calendar_free(self.calendar)
        cchc.cchc_rule_free(self.rule)
        cchc.cchc_policy_free(self.policy)
        cchc.cchc_statistics_free(self.statistics)

    def test_versions_and_names(self):
        self.assertGreaterEqual(cchc.cchc_version_number(), 100)
        self.assertEqual(cchc.cchc_abi_version(), 0)
        self.assertEqual(cchc.cchc_status_name(300), b"CCHC_E_OUTSIDE_COVERAGE")

    def test_calendar(self):
        first, past = ctypes.c_int32(), ctypes.c_int32()
        call(cchc.cchc_calendar_coverage, self.calendar, ctypes.byref(first), ctypes.byref(past))
        self.assertEqual((first.value, past.value), (day(2015, 1, 1), day(2027, 1, 1)))
        days = column(ctypes.c_int32, [day(2020, 1, 22), day(2020, 1, 23), NO_DAY])
        working, status, failed = (ctypes.c_uint8 * 3)(), (ctypes.c_uint8 * 3)(), ctypes.c_size_t()
        call(cchc.cchc_calendar_is_working, self.calendar, days, 3, working, status, ctypes.byref(failed))
        self.assertEqual((list(working), list(status), failed.value), ([1, 0, 0], [0, 0, 1], 1))

        start = column(ctypes.c_int32, [day(2020, 1, 16)])
        due = (ctypes.c_int32 * 1)()
        call(cchc.cchc_calendar_add_working_days, self.calendar, start, column(ctypes.c_int32, [15]), 1, due, None, None)
        self.assertEqual(due[0], day(2020, 2, 13))
        call(cchc.cchc_calendar_count_working_days, self.calendar, start, due, 1, due, None, None)
        self.assertEqual(due[0], 15)

    def test_calendars_from_calendars(self):
        until = lambda handle: call(cchc.cchc_calendar_projected_from, handle, ctypes.byref(first)) or first.value
        first = ctypes.c_int32()
        self.assertEqual(until(self.calendar), NO_DAY)
        projected = make(bindings.Calendar, cchc.cchc_calendar_with_projection, self.calendar, 2030)
        self.assertEqual(until(projected), day(2027, 1, 1))
        known = make(bindings.Calendar, cchc.cchc_calendar_as_known_on, self.calendar, day(2024, 4, 11))
        file = b'{"format": "cchc.calendar/1", "id": "unit", "version": "1", "extends": "vn"}'
        unit = make(bindings.Calendar, cchc.cchc_calendar_from_json_with_base, file, len(file), known)
        working = (ctypes.c_uint8 * 1)()
        call(cchc.cchc_calendar_is_working, unit, column(ctypes.c_int32, [day(2024, 4, 29)]), 1, working, None, None)
        self.assertEqual(working[0], 1)
        year = json.loads(take(make(bindings.Bytes, cchc.cchc_projected_holidays_json, 2027)))
        self.assertEqual(year["days"][1]["date"], "2027-02-06")
        for handle in (projected, known, unit):
            cchc.cchc_calendar_free(handle)

    def test_lunar_calendar(self):
        days = column(ctypes.c_int32, [day(2026, 2, 17), day(2025, 7, 25), NO_DAY])
        year, month, dom, leap = (ctypes.c_int32 * 3)(), (ctypes.c_uint8 * 3)(), (ctypes.c_uint8 * 3)(), (ctypes.c_uint8 * 3)()
        call(cchc.cchc_lunar_from_days, days, 3, year, month, dom, leap, None, None)
        self.assertEqual([list(c) for c in (year, month, dom, leap)], [[2026, 2025, 0], [1, 6, 0], [1, 1, 0], [0, 1, 0]])
        back, failed = (ctypes.c_int32 * 3)(), ctypes.c_size_t()
        call(cchc.cchc_lunar_to_days, year, month, dom, leap, 3, back, None, ctypes.byref(failed))
        self.assertEqual((list(back), failed.value), (list(days), 1))
        tet, kings, leap_month = (ctypes.c_int32 * 2)(), (ctypes.c_int32 * 2)(), (ctypes.c_uint8 * 2)()
        call(cchc.cchc_lunar_years, 2025, 2, tet, kings, leap_month, None)
        self.assertEqual((tet[1], kings[1], list(leap_month)), (day(2026, 2, 17), day(2026, 4, 26), [6, 0]))

    def test_due_dates(self):
        received = column(ctypes.c_int64, [instant(2020, 1, 16, 9), instant(2030, 1, 1), NO_INSTANT])
        limit = column(ctypes.c_int64, [15000, 15000, 15000])
        at, on, status, failed = (ctypes.c_int64 * 3)(), (ctypes.c_int32 * 3)(), (ctypes.c_uint8 * 3)(), ctypes.c_size_t()
        call(cchc.cchc_due_compute, self.calendar, self.rule, received, limit, 3, at, on, status, ctypes.byref(failed))
        self.assertEqual(list(at), [instant(2020, 2, 13, 17), NO_INSTANT, NO_INSTANT])
        self.assertEqual((list(on), list(status), failed.value), ([day(2020, 2, 13), NO_DAY, NO_DAY], [0, 2, 1], 2))
        text = take(make(bindings.Bytes, cchc.cchc_due_explain, self.calendar, self.rule, received[0], 15000, 0)).decode()
        self.assertIn("13/02/2020", text)

    def test_files_that_are_refused(self):
        for handle, function in (
            (bindings.Calendar, cchc.cchc_calendar_from_json),
            (bindings.Rule, cchc.cchc_rule_from_json),
            (bindings.Policy, cchc.cchc_policy_from_json),
            (bindings.Statistics, cchc.cchc_statistics_create),
        ):
            with self.assertRaisesRegex(Refused, "#/format") as caught:
                from_text(handle, function, '{"format": "cchc.soup/1"}')
            self.assertEqual(caught.exception.code, 201)

    def test_outcomes(self):
        at = lambda *date: column(ctypes.c_int64, [instant(*date)])
        outcome, status, failed = (ctypes.c_uint8 * 1)(), (ctypes.c_uint8 * 1)(), ctypes.c_size_t()
        call(cchc.cchc_policy_classify, self.policy, at(2020, 3, 2, 9), at(2020, 3, 9, 17), at(2020, 3, 10, 9),
             column(ctypes.c_uint8, [9]), 1, day(2020, 4, 1), outcome, status, ctypes.byref(failed))
        self.assertEqual((outcome[0], status[0], failed.value), (2, 0, 0))

    def test_statistics_from_csv_and_from_columns_are_the_same_bytes(self):
        options = bindings.CsvOptions()
        self.assertEqual(cchc.cchc_csv_options_init(ctypes.byref(options), ctypes.sizeof(options)), 0)
        options.source, options.source_size = b"cases.csv", NUL_TERMINATED
        call(cchc.cchc_statistics_begin_csv, self.statistics, ctypes.byref(options))
        for at in range(len(CSV)):
            call(cchc.cchc_statistics_add_csv, self.statistics, CSV[at : at + 1], 1)
        report = json.loads(take(make(bindings.Bytes, cchc.cchc_statistics_finish_csv, self.statistics)))
        self.assertEqual((report["source"], report["rows"], report["bad_rows"]), ("cases.csv", 1, 0))

        other = from_text(bindings.Statistics, cchc.cchc_statistics_create, QUERY)
        columns = bindings.DossierColumns()
        self.assertEqual(cchc.cchc_dossier_columns_init(ctypes.byref(columns), ctypes.sizeof(columns)), 0)
        columns.count = 1
        columns.id_bytes, columns.id_offsets = b"1", column(ctypes.c_int64, [0, 1])
        columns.agency_bytes, columns.agency_offsets = b"Khe Sanh", column(ctypes.c_int64, [0, 8])
        columns.received = column(ctypes.c_int64, [instant(2020, 3, 2)])
        columns.due = column(ctypes.c_int64, [instant(2020, 3, 9)])
        columns.completed = column(ctypes.c_int64, [instant(2020, 3, 6)])
        problem, failed = (ctypes.c_uint8 * 1)(), ctypes.c_size_t()
        call(cchc.cchc_statistics_add_columns, other, ctypes.byref(columns), problem, ctypes.byref(failed))
        self.assertEqual((problem[0], failed.value), (0, 0))

        serialize = lambda handle: take(make(bindings.Bytes, cchc.cchc_statistics_serialize, handle))
        data = serialize(self.statistics)
        self.assertEqual(data, serialize(other))
        back = make(bindings.Statistics, cchc.cchc_statistics_deserialize, data, len(data))
        call(cchc.cchc_statistics_merge, back, other)
        result = json.loads(take(make(bindings.Bytes, cchc.cchc_statistics_result_json, back)))
        self.assertEqual(result["format"], "cchc.statistics/1")
        table = take(make(bindings.Bytes, cchc.cchc_statistics_result_csv, back, 0)).decode()
        self.assertIn("Khe Sanh", table)
        for handle in (other, back):
            cchc.cchc_statistics_free(handle)

    def test_periods_chains_levels_and_forms(self):
        first, end, count = (ctypes.c_int32 * 4)(), (ctypes.c_int32 * 4)(), ctypes.c_size_t()
        call(cchc.cchc_period_dates, b"2020-Q1..2020-Q4", NUL_TERMINATED, 0, first, end, 4, ctypes.byref(count))
        self.assertEqual((count.value, first[0], end[3]), (4, day(2019, 12, 15), day(2020, 12, 15)))
        self.assertEqual(list(end[:3]), list(first[1:]))
        query = '{"format": "cchc.query/1", "from": "%s", "to": "%s", "by": [["agency"]]}'
        months = [from_text(bindings.Statistics, cchc.cchc_statistics_create, query % dates)
                  for dates in (("2020-01-01", "2020-02-01"), ("2020-02-01", "2020-03-01"))]
        chain = json.loads(take(make(bindings.Bytes, cchc.cchc_statistics_check_chain, *months)))
        self.assertEqual((chain["format"], chain["holds"]), ("cchc.chain/1", True))
        units = "unit,parent,level\nKhe Sanh,,commune\n".encode()
        levels = json.loads(take(make(bindings.Bytes, cchc.cchc_statistics_consolidate, months[0], units, len(units))))
        self.assertEqual((levels["format"], levels["units"][0]["id"]), ("cchc.consolidated/1", "Khe Sanh"))
        form = take(make(bindings.Bytes, cchc.cchc_statistics_result_json, months[0]))
        check = json.loads(take(make(bindings.Bytes, cchc.cchc_form_check, form, len(form), None, 0, b"ii06a", NUL_TERMINATED)))
        self.assertEqual((check["format"], check["holds"]), ("cchc.form-check/1", True))
        for handle in months:
            cchc.cchc_statistics_free(handle)

    def test_pauses_time_left_and_explanation(self):
        calendar, rule = (from_text(kind, make_it, name) for kind, make_it, name in (
            (bindings.Calendar, cchc.cchc_calendar_builtin, "vn"), (bindings.Rule, cchc.cchc_rule_builtin, "working-days")))
        at, days = column(ctypes.c_int64, [0]), column(ctypes.c_int32, [0])
        call(cchc.cchc_due_compute_paused, calendar, rule, column(ctypes.c_int64, [instant(2020, 6, 1, 9)]),
             column(ctypes.c_int64, [5000]), 1, column(ctypes.c_int64, [0, 1]), column(ctypes.c_uint8, [3]),
             column(ctypes.c_int64, [instant(2020, 6, 4, 10)]), column(ctypes.c_int64, [instant(2020, 6, 9, 15)]), None,
             instant(2020, 9, 1), at, days, None, None)
        self.assertEqual(days[0], day(2020, 6, 16))
        seconds = column(ctypes.c_int32, [0])
        call(cchc.cchc_due_time_left, calendar, instant(2020, 6, 15, 10), at, 1, days, seconds, None, None)
        self.assertEqual((days[0], seconds[0]), (1, 5 * 3600))
        words = take(make(bindings.Bytes, cchc.cchc_due_time_left_text, calendar, instant(2020, 6, 15, 10), at[0], 0))
        self.assertEqual(words.decode(), "Còn 1 ngày 5 giờ")
        query = b'{"format":"cchc.reconcile_query/1","from":"2020-01-01","to":"2020-10-01","policies":["form-ii06a","td"]}'
        one = self.one_dossier(received=instant(2020, 3, 2, 9), completed=instant(2020, 3, 6, 9))
        explained = json.loads(take(make(bindings.Bytes, cchc.cchc_dossier_explain, ctypes.byref(one), query, len(query), -1)))
        self.assertEqual([view["outcome"] for view in explained["policies"]], ["no_due_resolved", "on_time"])
        cchc.cchc_rule_free(rule)
        cchc.cchc_calendar_free(calendar)

    def test_expressions(self):
        facts = json.dumps({"format": "cchc.facts/1", "unit": "u", "facts": {"early": 30, "total": 80}}).encode()
        text = b"100 * early / total"
        result = json.loads(take(make(bindings.Bytes, cchc.cchc_eval, text, len(text), facts, len(facts))))
        self.assertEqual((result["value"], result["exact"], result["missing"]), (37.5, "37.5", []))
        tests, value = "\"tỉnh\", \"xã\"".encode(), json.dumps("xã").encode()
        result = json.loads(take(make(bindings.Bytes, cchc.cchc_eval_test, tests, len(tests), value, len(value), None, 0)))
        self.assertIs(result["value"], True)
        with self.assertRaises(Refused) as refused:
            make(bindings.Bytes, cchc.cchc_eval, b"1 +", 3, None, 0)
        self.assertEqual(refused.exception.code, 305)

    def one_dossier(self, **instants):
        columns = bindings.DossierColumns()
        self.assertEqual(cchc.cchc_dossier_columns_init(ctypes.byref(columns), ctypes.sizeof(columns)), 0)
        columns.count = 1
        columns.id_bytes, columns.id_offsets = b"1", column(ctypes.c_int64, [0, 1])
        for name, at in instants.items():
            setattr(columns, name, column(ctypes.c_int64, [at]))
        return columns

    def test_reconciliation(self):
        query = json.dumps({"format": "cchc.reconcile_query/1", "from": "2020-01-01", "to": "2020-10-01",
                            "policies": ["form-ii06a", "td"]})
        reconcile = from_text(bindings.Reconcile, cchc.cchc_reconcile_create, query)
        other = from_text(bindings.Reconcile, cchc.cchc_reconcile_create, query)
        call(cchc.cchc_reconcile_begin_csv, reconcile, None)
        call(cchc.cchc_reconcile_add_csv, reconcile, CSV, len(CSV))
        report = json.loads(take(make(bindings.Bytes, cchc.cchc_reconcile_finish_csv, reconcile)))
        self.assertEqual(report["rows"], 1)
        # Without a due date: a class of its own in the form, on time for td.
        columns = self.one_dossier(received=instant(2020, 3, 2), completed=instant(2020, 3, 6))
        call(cchc.cchc_reconcile_add_columns, other, ctypes.byref(columns), None, None)
        call(cchc.cchc_reconcile_merge, reconcile, other)
        result = json.loads(take(make(bindings.Bytes, cchc.cchc_reconcile_result_json, reconcile)))
        self.assertEqual((result["format"], result["dossiers"]), ("cchc.reconcile/1", 2))
        self.assertEqual(result["differences"][0]["change"], {"on_time": 1, "no_due_resolved": -1})
        for handle in (reconcile, other):
            cchc.cchc_reconcile_free(handle)

    def test_quality(self):
        query = json.dumps({"format": "cchc.query/1", "from": "2020-01-01", "to": "2020-10-01"})
        quality, other = (
            make(bindings.Quality, cchc.cchc_quality_create, query.encode(), len(query), day(2020, 12, 31)) for _ in range(2)
        )
        call(cchc.cchc_quality_begin_csv, quality, None)
        call(cchc.cchc_quality_add_csv, quality, CSV, len(CSV))
        report = json.loads(take(make(bindings.Bytes, cchc.cchc_quality_finish_csv, quality)))
        self.assertEqual(report["rows"], 1)
        flags, problem, failed = (ctypes.c_uint32 * 1)(), (ctypes.c_uint8 * 1)(), ctypes.c_size_t()
        columns = self.one_dossier(received=instant(2020, 3, 2), completed=instant(2020, 3, 1))
        call(cchc.cchc_quality_add_columns, other, ctypes.byref(columns), flags, problem, ctypes.byref(failed))
        self.assertEqual((flags[0], problem[0], failed.value), (1 << 13, 13, 1))
        call(cchc.cchc_quality_merge, quality, other)
        result = json.loads(take(make(bindings.Bytes, cchc.cchc_quality_result_json, quality)))
        self.assertEqual((result["format"], result["today"]), ("cchc.quality/1", "2020-12-31"))
        self.assertEqual((result["total"]["dossiers"], result["total"]["flagged"]), (2, 1))
        self.assertEqual(result["total"]["flags"]["ended_before_received"], {"count": 1, "examples": ["1"]})
        self.assertEqual([flag["bit"] for flag in result["flags"]], list(range(15)))
        for handle in (quality, other):
            cchc.cchc_quality_free(handle)

    def test_json_with_pauses_and_a_named_mapping(self):
        options = bindings.CsvOptions()
        self.assertEqual(cchc.cchc_csv_options_init(ctypes.byref(options), ctypes.sizeof(options)), 0)
        options.format = 1
        options.mapping_json, options.mapping_size = b'"dvcqg"', NUL_TERMINATED
        pauses = "Mã hồ sơ,NgayBoSung\nA,20200303080000\nZ,20200303080000\n".encode()
        options.pauses_csv, options.pauses_size = pauses, len(pauses)
        call(cchc.cchc_statistics_begin_csv, self.statistics, ctypes.byref(options))
        document = json.dumps({"isUpdating": "false", "data": [
            {"MaHoSo": "A", "NgayTiepNhan": "20200302080000", "NgayHenTra": "20200309170000", "TrangThaiHoSo": "5"}]}).encode()
        for at in range(len(document)):
            call(cchc.cchc_statistics_add_csv, self.statistics, document[at : at + 1], 1)
        report = json.loads(take(make(bindings.Bytes, cchc.cchc_statistics_finish_csv, self.statistics)))
        self.assertEqual((report["rows"], report["bad_rows"]), (1, 0))
        self.assertEqual((report["pauses"]["rows"], report["pauses"]["unmatched_ids"]), (2, ["Z"]))

    def test_criteria(self):
        ids = json.loads(take(make(bindings.Bytes, cchc.cchc_criteria_builtin_ids)))
        self.assertIn("vn.nd-307-2025.xa", ids)
        text = take(make(bindings.Bytes, cchc.cchc_criteria_builtin_json, b"vn.nd-307-2025.xa", NUL_TERMINATED))
        self.assertEqual(json.loads(text)["format"], "cchc.criteria/1")
        own = {**json.loads(text), "id": "own", "max": 90}
        data = json.dumps(own).encode()
        report = json.loads(take(make(bindings.Bytes, cchc.cchc_criteria_check, data, len(data), None, None, 0, None, 0)))
        self.assertIn("sum", [f["code"] for f in report["findings"] if f["severity"] == "error"])
        with self.assertRaises(Refused) as caught:
            make(bindings.Criteria, cchc.cchc_criteria_from_json, data, len(data), None, None, 0)
        self.assertEqual(caught.exception.code, 201)
        extending = json.dumps({"format": "cchc.criteria/1", "id": "unit", "version": "1", "extends": "own",
                                "valid": {"from": "2026-01-01", "to": None}}).encode()
        frames = column(ctypes.c_char_p, [json.dumps({**own, "max": 100}).encode()])
        unit = make(bindings.Criteria, cchc.cchc_criteria_from_json, extending, len(extending), frames, None, 1)
        described = json.loads(take(make(bindings.Bytes, cchc.cchc_criteria_description_json, unit)))
        count = ctypes.c_size_t()
        call(cchc.cchc_criteria_leaf_count, unit, ctypes.byref(count))
        self.assertEqual((described["id"], len(described["leaves"])), ("unit", count.value))
        cchc.cchc_criteria_free(unit)

    def test_scores(self):
        commune = from_text(bindings.Criteria, cchc.cchc_criteria_builtin, "vn.nd-307-2025.xa")
        facts = lambda unit, **more: json.dumps({"format": "cchc.facts/1", "unit": unit, "kind": "xa", "facts": {
            "population": 16000, "unit.mountain": False, **more}}).encode()
        a, b = facts("A"), facts("B", **{"water.clean_rate": "77.7"})
        card = json.loads(take(make(bindings.Bytes, cchc.cchc_score, commune, a, len(a), None, 0, 1)))
        points = {leaf["criterion"]: leaf["points"] for leaf in card["leaves"]}
        self.assertEqual((card["format"], points["6.1"], card["total"]), ("cchc.scorecard/1", "10", None))
        self.assertIn("trace", card["leaves"][0])
        table = take(make(bindings.Bytes, cchc.cchc_score_text, commune, a, len(a), None, 0, 0, 1)).decode()
        self.assertIn("6.1", table)
        documents, sizes = column(ctypes.c_char_p, [a, b]), column(ctypes.c_size_t, [len(a), len(b)])
        scores = json.loads(take(make(bindings.Bytes, cchc.cchc_score_many, commune, documents, sizes, 2, None, 0)))
        self.assertEqual([c["unit"] for c in scores["scorecards"]], ["A", "B"])
        self.assertEqual([row["rank"] for row in scores["ranking"]["units"]], [None, None])
        documents[1] = facts("A", poverty=1)
        merged = json.loads(take(make(bindings.Bytes, cchc.cchc_facts_merge, documents, None, 2)))
        self.assertEqual(merged["facts"]["poverty"], 1)

        leaves = json.loads(take(make(bindings.Bytes, cchc.cchc_criteria_description_json, commune)))["leaves"]
        columns = (bindings.FactColumn * 2)()
        for target, name, values in ((columns[0], b"population", [16000, 30000]),
                                     (columns[1], b"unit.mountain", [0, 0])):
            self.assertEqual(cchc.cchc_fact_column_init(ctypes.byref(target), ctypes.sizeof(target)), 0)
            target.is_boolean = name == b"unit.mountain"
            target.name, target.name_size, target.value = name, len(name), column(ctypes.c_int64, values)
        cells, states, totals = (ctypes.c_int64 * (2 * len(leaves)))(), (ctypes.c_uint8 * (2 * len(leaves)))(), (ctypes.c_int64 * 2)()
        call(cchc.cchc_score_matrix, commune, columns, 2, 2, None, None, 0, 2, len(leaves), cells, states, totals, None, None)
        at = leaves.index("6.1")
        self.assertEqual((cells[at], states[at], list(totals)), (1000, 0, [NO_INSTANT, NO_INSTANT]))
        self.assertGreater(cells[len(leaves) + at], 1000)
        cchc.cchc_criteria_free(commune)

    def test_damaged_bytes_are_refused(self):
        with self.assertRaises(Refused) as caught:
            make(bindings.Statistics, cchc.cchc_statistics_deserialize, b"no statistics", 13)
        self.assertEqual(caught.exception.code, 203)


if __name__ == "__main__":
    unittest.main()
