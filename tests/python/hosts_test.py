"""What a program around the library needs: what ships with it, files, working time, tables, progress, threads."""

import concurrent.futures
import gc
import json
import math
import pathlib
import pickle
import threading
import time
import unittest

import cchc
import numpy

SAMPLE = pathlib.Path(__file__).resolve().parents[2] / "examples" / "data" / "dossiers.csv"
QUERY = cchc.query("2020-01-01", "2020-10-01", by="agency")
UNITS = [{"format": "cchc.facts/1", "unit": str(n), "kind": "xa", "facts": {"population": 1000 * n}} for n in range(4)]

# Complete, so that a sensitivity analysis has something to do.
RANKED = [{"format": "cchc.facts/1", "unit": str(n), "kind": "xa", "facts": {
    "population": 21500 + n, "population.standard": 16000, "population.ethnic_minority_rate": "33.3", "area.natural": "42.37",
    "area.standard": 30, "unit.mountain": False, "unit.land_border": False, "unit.safe_zone": False,
    "budget.self_balanced": False, "budget.own_revenue_rate": "57.3", "economy.non_agricultural_rate": "58.4",
    "labour.non_agricultural_rate": "61.2", "poverty.rate": "3.85", "water.clean_rate": "77.7",
    "dossiers.full_online_rate": "63.15", "province.mean.full_online_rate": "61.9", "documents.signed_sent_rate": "82.6",
    "heritage.recognised": True, "role.strategic": False, "role.cluster_centre": False, "role.specialised_centre": False,
    "role.general_centre": False}} for n in range(100)]
LONG = {"format": "cchc.sensitivity_options/1", "draws": 100000}  # takes seconds, unless it is cancelled


class NotNumber:
    """As NA of pandas: what it is compared with becomes itself, and it has no truth."""

    def __ne__(self, other):
        return self

    def __bool__(self):
        raise TypeError("ambiguous")


class ContentsTest(unittest.TestCase):
    def test_what_ships_with_the_library(self):
        for kind in cchc.Builtin:
            ids = cchc.builtin_ids(kind)
            self.assertEqual((bool(ids), ids), (True, sorted(ids)), kind)
            self.assertIsInstance(cchc.builtin_document(kind, ids[0]), dict)
        self.assertEqual(cchc.builtin_ids(cchc.Builtin.CRITERIA), cchc.Criteria.builtin_ids())
        with self.assertRaises(cchc.Error) as caught:
            cchc.builtin_document(cchc.Builtin.RULE, "tomorrow")
        self.assertEqual(caught.exception.code, cchc.Code.E_UNKNOWN_NAME)

    def test_files_are_read_back_and_pickled(self):
        projected = cchc.Calendar.builtin("vn").with_projection(2030)
        for one in (projected, cchc.Rule.builtin("weeks"), cchc.Policy.builtin("td")):
            again = pickle.loads(pickle.dumps(one))
            self.assertEqual((type(again), again.to_json()), (type(one), one.to_json()))
        self.assertEqual(pickle.loads(pickle.dumps(projected)).coverage, projected.coverage)

    def test_days(self):
        calendar = cchc.Calendar.builtin("vn")
        days = calendar.days("2020-01-01", "2021-01-01")
        self.assertEqual([one["working"] for one in days], [bool(v) for v in calendar.is_working([o["date"] for o in days]).values])
        with self.assertRaises(cchc.Error) as caught:
            calendar.days("2020-01-02", "2020-01-01")
        self.assertEqual(caught.exception.code, cchc.Code.E_ARG_RANGE)


class WorkingTimeTest(unittest.TestCase):
    def setUp(self):
        self.calendar = cchc.Calendar.builtin("vn")

    def test_advancing_undoes_counting(self):
        begin = numpy.arange("2020-01-02T08:00", "2020-03-01T08:00", 86400, dtype="datetime64[s]")
        begin = begin[self.calendar.is_working(begin.astype("datetime64[D]")).values == 1]
        end = begin + numpy.timedelta64(20 * 86400, "s")
        seconds = self.calendar.working_seconds(begin, end)
        self.assertEqual((seconds.values.dtype, seconds.failed), (numpy.dtype("int64"), 0))
        again = self.calendar.advance(begin, seconds.values, cchc.Boundary.EARLIEST)
        self.assertEqual(list(self.calendar.working_seconds(begin, again.values).values), list(seconds.values))
        backwards = self.calendar.working_seconds(end, begin)
        self.assertEqual(list(backwards.values), list(-seconds.values))

    def test_missing_and_uncovered(self):
        rows = self.calendar.advance([None, "2020-01-16", "2020-01-16"], [1, None, 10**9])
        self.assertEqual(list(rows.row_status), [cchc.Row.MISSING, cchc.Row.MISSING, cchc.Row.OUTSIDE_COVERAGE])
        self.assertEqual((set(rows.values), rows.failed), ({cchc.NO_INSTANT}, 3))
        with self.assertRaises(cchc.Error) as caught:
            self.calendar.working_seconds_between("2020-01-16", "2050-01-16")
        self.assertEqual(caught.exception.code, cchc.Code.E_OUTSIDE_COVERAGE)
        with self.assertRaises(cchc.Error) as caught:
            self.calendar.instant_after("2020-01-16", 60, 7)
        self.assertEqual(caught.exception.code, cchc.Code.E_ARG_ENUM)

    def test_missing_as_pandas_has_it(self):
        rule = cchc.Rule.builtin("working-days")
        received = cchc.instant("2020-01-16T09:00")
        for limits in ([15000, None], [15000, math.nan], numpy.array([15000, math.nan]), numpy.array([15000, None], object),
                       [15000, NotNumber()]):
            rows = self.calendar.due_dates([received] * 2, limits, rule)
            self.assertEqual(list(rows.row_status), [cchc.Row.OK, cchc.Row.LIMIT_REFUSED])
        rows = self.calendar.is_working(["2020-01-16", NotNumber()])
        self.assertEqual(list(rows.row_status), [cchc.Row.OK, cchc.Row.MISSING])
        counted = [cchc.Statistics(QUERY), cchc.Statistics(QUERY)]
        for one, agency in zip(counted, (None, math.nan)):
            one.add(cchc.Dossiers(id=["1"], received=["2020-03-02"], agency=[agency]))
        self.assertEqual(*[one.serialize() for one in counted])
        for wrong in ([1.5], numpy.array([1.5]), numpy.array([math.inf]), numpy.array([1e300])):
            with self.assertRaises(TypeError):
                self.calendar.due_dates([received], wrong, rule)


class TablesTest(unittest.TestCase):
    def setUp(self):
        self.counted = cchc.Statistics(QUERY)
        self.counted.read(SAMPLE)
        self.agency = self.counted.result()["groups"][0]["rows"][0]["key"]["agency"]

    def test_tables_and_documents(self):
        form, outline = self.counted.table(lang="en"), self.counted.table(cchc.Table.OUTLINE_274, 0, "en")
        self.assertRegex(form, "Total +│ +1637 │")
        self.assertNotEqual(form, outline)
        self.assertNotEqual(form, self.counted.table())
        with self.assertRaises(cchc.Error) as caught:
            self.counted.table(cchc.Table.TIMING)
        self.assertEqual(caught.exception.code, cchc.Code.E_ARG_RANGE)
        self.assertEqual(json.loads(self.counted.form_document(0, "en", cchc.DocumentFormat.JSON))["format"], "cchc.report/1")
        self.assertIn("# ", self.counted.form_document())

    def test_consolidated_table(self):
        hierarchy = f"unit,parent,level\nTỉnh,,province\n{self.agency},Tỉnh,commune\n"
        one = cchc.Statistics(QUERY)
        one.read(f"id,agency,received,due,completed\n1,{self.agency},2020-03-02,2020-03-09,2020-03-06\n")
        by_unit = one.consolidated_table(hierarchy)
        self.assertIn("Tỉnh", by_unit)
        self.assertNotEqual(by_unit, one.consolidated_table(hierarchy, cchc.Table.FORM_BY_LEVEL))
        with self.assertRaises(cchc.Error) as caught:
            one.consolidated_table(hierarchy, cchc.Table.FORM_II06A)
        self.assertEqual(caught.exception.code, cchc.Code.E_ARG_ENUM)

    def test_facts(self):
        total = self.counted.facts()["facts"]
        self.assertEqual(total["dossiers.received.total"], self.counted.result()["total"]["received"]["total"])
        self.assertEqual(self.counted.facts(self.agency, "xa")["unit"], self.agency)
        with self.assertRaises(cchc.Error):
            self.counted.facts("nowhere")

    def test_quality_csv(self):
        with cchc.Quality(cchc.query("2020-01-01", "2020-10-01")) as quality:
            quality.read(SAMPLE)
            self.assertGreater(len(quality.csv().splitlines()), 1)

    def test_a_path_in_a_text_is_seen(self):
        with self.assertRaisesRegex(ValueError, "pathlib.Path"):
            self.counted.read(str(SAMPLE))


class YearsTest(unittest.TestCase):
    def test_two_years(self):
        criteria = cchc.Criteria.builtin("vn.nd-307-2025.xa")
        more = {**RANKED[0], "facts": {**RANKED[0]["facts"], "poverty.rate": "99"}}
        compared = criteria.compare(more, criteria, RANKED[0])
        cards = [criteria.score(facts) for facts in (more, RANKED[0])]
        self.assertEqual([compared[year]["total"] for year in ("before", "after")], [card["total"] for card in cards])
        self.assertLess(float(cards[0]["total"]), float(cards[1]["total"]))
        changed = [c["criterion"] for c in compared["criteria"] if c["points_before"] != c["points_after"]]
        self.assertGreater(len(changed), 0)
        self.assertLess(len(changed), 4)
        with self.assertRaisesRegex(cchc.Error, "sheet_after"):
            criteria.compare(more, criteria, RANKED[0], sheet_after={})


class ProgressTest(unittest.TestCase):
    def setUp(self):
        self.criteria = cchc.Criteria.builtin("vn.nd-307-2025.xa")

    def test_the_same_result(self):
        for ask, given in ((self.criteria.score_many, UNITS), (self.criteria.sensitivity, UNITS), (self.criteria.what_if, UNITS[0])):
            progress = cchc.Progress()
            self.assertEqual((progress.done, progress.total, progress.cancelled), (0, 0, False))
            self.assertEqual(ask(given, progress=progress), ask(given))
            self.assertGreater(progress.done, 0)
            self.assertLessEqual(progress.done, progress.total)

    def test_cancelled_before_it_begins(self):
        progress = cchc.Progress()
        progress.cancel()
        for ask, given in ((self.criteria.score_many, UNITS), (self.criteria.sensitivity, UNITS), (self.criteria.what_if, UNITS[0])):
            with self.assertRaises(cchc.Cancelled) as caught:
                ask(given, progress=progress)
            self.assertEqual((caught.exception.code, progress.cancelled), (cchc.Code.E_CANCELLED, True))
        self.assertIsInstance(pickle.loads(pickle.dumps(caught.exception)), cchc.Cancelled)
        progress.reset()
        self.assertEqual(len(self.criteria.score_many(UNITS, progress=progress)["scorecards"]), len(UNITS))

    def test_cancelled_by_another_thread(self):
        progress = cchc.Progress()
        with concurrent.futures.ThreadPoolExecutor(1) as pool:
            running = pool.submit(self.criteria.sensitivity, RANKED, LONG, progress=progress)
            while progress.done == 0 and not running.done():
                time.sleep(0.001)
            with self.assertRaisesRegex(ValueError, "one call at a time"):
                self.criteria.score_many(UNITS, progress=progress)
            progress.cancel()
            with self.assertRaises(cchc.Cancelled):
                running.result()
        self.assertLess(progress.done, progress.total)


class ThreadsTest(unittest.TestCase):
    def test_what_is_closed_is_freed_after_the_call_that_uses_it(self):
        criteria, progress = cchc.Criteria.builtin("vn.nd-307-2025.xa"), cchc.Progress()
        finalizer = criteria._finalizer
        with concurrent.futures.ThreadPoolExecutor(1) as pool:
            running = pool.submit(criteria.sensitivity, RANKED, LONG, progress=progress)
            while progress.done == 0 and not running.done():
                time.sleep(0.001)
            criteria.close()
            self.assertTrue(finalizer.alive)
            progress.cancel()
            self.assertIsInstance(running.exception(), cchc.Cancelled)
            del running
        gc.collect()
        self.assertFalse(finalizer.alive)

    def test_threads_that_share_statistics_wait_for_each_other(self):
        shared, alone = cchc.Statistics(QUERY), cchc.Statistics(QUERY)
        text = SAMPLE.read_bytes()
        blocks = [text[at:at + 1000] for at in range(0, len(text), 1000)]
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            list(pool.map(lambda _: shared.read(iter(blocks)), range(8)))
        for _ in range(8):
            alone.read(text)
        self.assertEqual(shared.serialize(), alone.serialize())

    def test_merging_crosswise_does_not_hang(self):
        one, other = cchc.Statistics(QUERY), cchc.Statistics(QUERY)
        pairs = [threading.Thread(target=lambda a=a, b=b: [a.merge(b) for _ in range(200)], daemon=True)
                 for a, b in ((one, other), (other, one))]
        for thread in pairs:
            thread.start()
        for thread in pairs:
            thread.join(20)
            self.assertFalse(thread.is_alive())


if __name__ == "__main__":
    unittest.main()
