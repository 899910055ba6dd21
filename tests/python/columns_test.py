"""Columns of every kind, with numpy and without: the same results, and no copy where none is needed."""

import array
import ctypes
import datetime
import random
import unittest

import cchc
import numpy
from cchc import _columns

RECEIVED = [cchc.instant("2020-01-16T09:00"), cchc.instant("2020-01-22T16:30"), cchc.NO_INSTANT]
LIMITS = [15000, 3000, 5000]
DUE = [cchc.instant("2020-02-13T17:00"), cchc.instant("2020-02-03T17:00"), cchc.NO_INSTANT]


class ColumnsTest(unittest.TestCase):
    def setUp(self):
        self.calendar = cchc.Calendar.builtin("vn")
        self.rule = cchc.Rule.builtin("working-days")

    def due_at(self, received, limits):
        rows = self.calendar.due_dates(received, limits, self.rule)
        self.assertEqual((rows.failed, list(rows.row_status)), (1, [0, 0, cchc.Row.MISSING]))
        return rows.due_at

    def test_every_kind_of_column_gives_the_same(self):
        moments = [datetime.datetime(2020, 1, 16, 9), "2020-01-22T16:30", None]
        whole = numpy.array(RECEIVED)
        for received in (
            RECEIVED, tuple(RECEIVED), moments, array.array("q", RECEIVED), memoryview(array.array("q", RECEIVED)),
            memoryview(array.array("q", RECEIVED)).toreadonly(), (ctypes.c_int64 * 3)(*RECEIVED), whole,
            whole.view("datetime64[s]"), whole.view("datetime64[s]").astype("datetime64[m]"), numpy.repeat(whole, 2)[::2],
            numpy.array(moments, dtype=object), whole.astype(">i8"),
        ):
            with self.subTest(type(received), dtype=getattr(received, "dtype", None)):
                self.assertEqual(list(self.due_at(received, LIMITS)), DUE)

    def test_numpy_gives_numpy_and_sequences_give_arrays(self):
        self.assertIsInstance(self.due_at(numpy.array(RECEIVED), LIMITS), numpy.ndarray)
        self.assertIsInstance(self.due_at(RECEIVED, numpy.array(LIMITS)), numpy.ndarray)
        self.assertIsInstance(self.due_at(RECEIVED, LIMITS), array.array)
        self.assertEqual(str(self.due_at(numpy.array(RECEIVED), LIMITS).view("datetime64[s]")[0]), "2020-02-13T17:00:00")

    def test_nothing_is_copied(self):
        own = array.array("q", RECEIVED)
        self.assertEqual(ctypes.addressof(_columns.pointer_to(own, ctypes.c_int64)), own.buffer_info()[0])
        frozen = numpy.array(RECEIVED)
        frozen.flags.writeable = False
        for kind, values in ((ctypes.c_int64, numpy.array(RECEIVED)), (ctypes.c_int64, frozen),
                             (ctypes.c_int64, numpy.array(RECEIVED, dtype="datetime64[s]")),
                             (ctypes.c_int32, numpy.arange(3, dtype="int32")), (ctypes.c_uint8, numpy.array([True, False]))):
            self.assertEqual(ctypes.addressof(_columns.pointer_to(values, kind)), values.ctypes.data, values.dtype)
        made, pointer = _columns.new_column(ctypes.c_int64, 3, True)
        self.assertEqual(ctypes.addressof(pointer), made.ctypes.data)

    def test_memory_outlives_the_names_for_it(self):
        pointer = _columns.pointer_to(numpy.arange(100000)[::2], ctypes.c_int64)
        for _ in range(5):
            numpy.full(50000, -1)
        self.assertEqual(pointer[49999], 99998)

    def test_days_of_numpy(self):
        days = numpy.array(["2020-01-22", "2020-01-23", "NaT"], dtype="datetime64[D]")
        rows = self.calendar.is_working(days)
        self.assertEqual((list(rows.values), list(rows.row_status)), ([1, 0, 0], [0, 0, cchc.Row.MISSING]))
        self.assertEqual(list(self.calendar.is_working(numpy.array([18283, 18284])).values), [1, 0])

    def test_what_is_no_column_is_refused(self):
        for error, days in ((OverflowError, numpy.array([2**40])), (OverflowError, [2**40]), (TypeError, numpy.array([1.5])),
                            (TypeError, [1.5]), (ValueError, numpy.zeros((2, 2), "int32")), (TypeError, [None, b"x"]),
                            (OverflowError, numpy.array(["9999999-01-01"], dtype="datetime64[D]").astype("datetime64[Y]"))):
            with self.subTest(str(days)), self.assertRaises(error):
                self.calendar.is_working(days)
        with self.assertRaisesRegex(ValueError, "one length"):
            self.calendar.due_dates([0, 1], [1], self.rule)

    def test_no_rows(self):
        for none in ([], array.array("q"), numpy.array([], dtype="int64")):
            self.assertEqual(len(self.calendar.due_dates(none, none, self.rule).due_at), 0)

    def test_many_rows_equal_one_by_one(self):
        chance = random.Random(6)
        days = [chance.randrange(16436, 20800) for _ in range(300)]
        steps = [chance.randrange(-40, 40) for _ in days]
        many = self.calendar.add_working_days(numpy.array(days, "int32"), numpy.array(steps, "int32"))
        for day, n, found, status in zip(days, steps, many.values, many.row_status):
            if status == cchc.Row.OK:
                self.assertEqual(cchc.day(self.calendar.working_day_after(day, n)), found)

    def test_dossiers_from_numpy_and_lists_are_the_same_bytes(self):
        query = cchc.query("2020-01-01", "2020-10-01", by="agency")
        received = ["2020-03-02", "2020-03-03"]
        lists = cchc.Dossiers(id=["1", "2"], agency=["Khe Sanh", None], received=received, limit_milli=[5000, None],
                              clock_offsets=[0, 0, 1], clock_kind=[cchc.Clock.SUPPLEMENT], clock_from=["2020-03-04"])
        packed = cchc.Dossiers(
            id=cchc.PackedTexts(b"12", numpy.array([0, 1, 2])), agency=cchc.PackedTexts(b"Khe Sanh", array.array("q", [0, 8, 8])),
            received=numpy.array(received, dtype="datetime64[s]"), limit_milli=numpy.array([5000, cchc.NO_LIMIT]),
            clock_offsets=numpy.array([0, 0, 1]), clock_kind=numpy.zeros(1, "uint8"),
            clock_from=numpy.array(["2020-03-04"], dtype="datetime64[s]"))
        one, other = cchc.Statistics(query), cchc.Statistics(query)
        self.assertIsInstance(one.add(lists).problem, array.array)
        self.assertIsInstance(other.add(packed).problem, numpy.ndarray)
        self.assertEqual(one.serialize(), other.serialize())

    def test_offsets_never_lead_beyond_a_column(self):
        dossiers = {"received": [0, 0], "id": ["1", "2"]}
        pauses = {"clock_kind": [0], "clock_from": [0]}
        beyond, too_few = cchc.PackedTexts(b"12", [0, 1, 3]), cchc.PackedTexts(b"", [0])
        for wrong in ({"clock_offsets": [0, 1, 2], **pauses}, {"clock_offsets": [0, 1], **pauses}, {"id": beyond},
                      {"id": ["1"]}, {"received": None}, {"agency": too_few}):
            with self.subTest(str(wrong)), self.assertRaises(ValueError):
                cchc.Statistics(cchc.query("2020-01-01", "2020-10-01")).add(cchc.Dossiers(**{**dossiers, **wrong}))
        with self.assertRaises(ValueError):
            self.calendar.due_dates_paused([0], [1000], self.rule, cchc.Pauses([0, 2], [1], [0]), 0)

    def test_matrix(self):
        criteria = cchc.Criteria.builtin("vn.nd-307-2025.xa")
        mountain = cchc.FactColumn([False, False], boolean=True)
        lists = criteria.score_matrix({"population": [16000, None], "unit.mountain": mountain})
        arrays = criteria.score_matrix({"population": numpy.array([16000, cchc.NO_POINTS]), "unit.mountain": mountain})
        self.assertEqual(arrays.points.shape, (2, criteria.leaf_count))
        self.assertEqual(list(lists.points), list(arrays.points.ravel()))
        self.assertEqual((list(lists.total), list(lists.band)), (list(arrays.total), list(arrays.band)))
        empty = criteria.score_matrix({}, units=1, constants={"format": "cchc.facts/1", "unit": "", "facts": {}})
        self.assertEqual(len(empty.points), criteria.leaf_count)
        with self.assertRaises(ValueError):
            criteria.score_matrix({})


if __name__ == "__main__":
    unittest.main()
