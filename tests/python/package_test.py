"""The package cchc: its documentation, errors, handles, reading; how the library is found."""

import concurrent.futures
import copy
import ctypes
import doctest
import enum
import gc
import importlib
import inspect
import io
import os
import pathlib
import pickle
import pkgutil
import subprocess
import sys
import unittest

import cchc

SAMPLE = pathlib.Path(__file__).resolve().parents[2] / "examples" / "data" / "dossiers.csv"
QUERY = cchc.query("2020-01-01", "2020-10-01", by="agency")
CSV = "id,agency,received,due,completed\n1,Khe Sanh,2020-03-02,2020-03-09,2020-03-06\n"


def import_with(library):
    """What importing the package says where CCHC_LIBRARY is this; without the sanitizers, which are for the right one."""
    environment = {**os.environ, "CCHC_LIBRARY": library}
    environment.pop("LD_PRELOAD", None)
    run = subprocess.run([sys.executable, "-B", "-c", "import cchc"], env=environment, stderr=subprocess.PIPE, text=True)
    return run.returncode, run.stderr.strip().split("\n")[-1]


class PackageTest(unittest.TestCase):
    def test_the_examples_of_the_documentation(self):
        names = ["cchc", *(f"cchc.{module.name}" for module in pkgutil.iter_modules(cchc.__path__))]
        ran = [doctest.testmod(importlib.import_module(name)) for name in names]
        self.assertEqual(sum(found.failed for found in ran), 0)
        self.assertGreater(sum(found.attempted for found in ran), 80)

    def test_what_is_exported_is_documented(self):
        for name in cchc.__all__:
            value = getattr(cchc, name)
            if callable(value) and getattr(value, "__module__", "").startswith("cchc"):
                self.assertTrue(value.__doc__, name)
                own = vars(value).items() if isinstance(value, type) and not issubclass(value, (tuple, enum.Enum)) else ()
                for inner, member in own:
                    if inner[0] != "_" and (callable(member) or isinstance(member, (property, classmethod, staticmethod))):
                        self.assertTrue(inspect.getdoc(getattr(value, inner)), f"{name}.{inner}")
        for module in (cchc, cchc.lunar):
            self.assertTrue(module.__doc__)

    def test_errors(self):
        with self.assertRaises(cchc.Error) as caught:
            cchc.Statistics({**QUERY, "by": [["agency", 3]]})
        error = caught.exception
        self.assertEqual((error.code, error.name, error.pointer), (cchc.Code.E_JSON_SCHEMA, "CCHC_E_JSON_SCHEMA", "/by/0/1"))
        self.assertEqual((error.row, str(error)), (None, "CCHC_E_JSON_SCHEMA: " + error.message))
        self.assertEqual(pickle.loads(pickle.dumps(error)).pointer, error.pointer)
        with self.assertRaises(cchc.Error) as caught:
            cchc.evaluate("1 +")
        self.assertEqual((caught.exception.byte_offset, caught.exception.pointer), (3, None))
        with self.assertRaises(cchc.Error) as caught:
            cchc.Calendar.builtin("\udcff")
        self.assertEqual(caught.exception.code, cchc.Code.E_ARG_UTF8)
        criteria = cchc.Criteria.builtin("vn.nd-307-2025.xa")
        with self.assertRaises(cchc.Error) as caught:
            criteria.score_many(['{"format": "cchc.facts/1", "unit": "A", "facts": {}}', b"\xff"])
        self.assertEqual((caught.exception.row, caught.exception.code), (1, cchc.Code.E_ARG_UTF8))

    def test_one_row_is_refused_where_a_column_is_marked(self):
        with cchc.Calendar.builtin("vn") as calendar:
            for code, ask in ((300, lambda: calendar.due("2030-01-03T09:00", 5)), (301, lambda: calendar.due("2020-01-03", -1)),
                              (102, lambda: calendar.due(None, 5)), (300, lambda: calendar.is_working_day("1999-01-01"))):
                with self.assertRaises(cchc.Error) as caught:
                    ask()
                self.assertEqual(caught.exception.code, code)
            with self.assertRaises(ValueError):
                calendar.due("2020-01-03", "0.0001")
            with self.assertRaises(ValueError):
                calendar.explain("2020-01-03", 1, lang="fr")

    def test_handles(self):
        with cchc.Calendar.builtin("vn") as calendar:
            finalizer = calendar._finalizer
            self.assertTrue(finalizer.alive)
        self.assertFalse(finalizer.alive)
        calendar.close()
        with self.assertRaisesRegex(ValueError, "Calendar is closed"):
            calendar.is_working_day("2020-01-03")
        rule = cchc.Criteria.builtin("vn.nd-307-2025.xa")
        for take in (copy.copy, pickle.dumps):
            with self.assertRaises(TypeError):
                take(rule)
        finalizer = rule._finalizer
        del rule
        gc.collect()
        self.assertFalse(finalizer.alive)

    def test_kinds_of_handles_are_kept_apart(self):
        with self.assertRaises(ctypes.ArgumentError):
            cchc.Calendar.builtin("vn").due_dates([0], [1000], cchc.Policy.builtin("td"))

    def test_threads_share_a_calendar(self):
        days = [f"2020-{month:02}-{day:02}" for month in range(1, 13) for day in range(1, 29)]
        with cchc.Calendar.builtin("vn") as calendar, concurrent.futures.ThreadPoolExecutor(4) as pool:
            alone = list(calendar.is_working(days).values)
            self.assertTrue(all(list(rows.values) == alone for rows in pool.map(calendar.is_working, [days] * 32)))

    def test_every_source_of_dossiers_gives_the_same(self):
        whole = SAMPLE.read_bytes()
        sources = (whole, whole.decode(), SAMPLE, io.BytesIO(whole), [whole[:1000], whole[1000:]])
        kept = set()
        for source in sources:
            with cchc.Statistics(QUERY) as counted:
                self.assertEqual(counted.read(source)["rows"], 1800)
                kept.add(counted.serialize())
        self.assertEqual(len(kept), 1)

    def test_a_document_that_fails_is_not_counted_and_the_next_one_is(self):
        with cchc.Statistics(QUERY) as counted:
            with self.assertRaises(cchc.Error):
                counted.read("no,such\n1,2\n")
            with self.assertRaises(cchc.Error):
                counted.read(CSV + "2,Khe Sanh,tomorrow,,\n", stop_at_first_issue=True)
            self.assertEqual(counted.read(CSV, name="a.csv", delimiter=",")["source"], "a.csv")
            self.assertEqual(counted.result()["dossiers"], 1)
            with self.assertRaises(ValueError):
                counted.read(CSV, format="xlsx")

    def test_json_with_a_named_mapping_and_pauses(self):
        document = '[{"MaHoSo": "A", "NgayTiepNhan": "20200302080000", "NgayHenTra": "20200309170000"}]'
        with cchc.Statistics(QUERY) as counted:
            report = counted.read(document, format="json", mapping="dvcqg", pauses="Mã hồ sơ,NgayBoSung\nZ,20200303080000\n")
        self.assertEqual((report["rows"], report["pauses"]["unmatched_ids"]), (1, ["Z"]))

    def test_statistics(self):
        one, other = cchc.Statistics(QUERY), cchc.Statistics(QUERY)
        one.read(CSV)
        other.merge(one)
        self.assertEqual(other.result_json(), one.result_json())
        self.assertIn("Khe Sanh,1", one.csv())
        following = cchc.Statistics(cchc.query("2020-10-01", "2021-01-01", by="agency"))
        following.merge(cchc.Statistics(cchc.query("2020-10-01", "2021-01-01", by="agency")))
        self.assertEqual(one.check_chain(following)["format"], "cchc.chain/1")
        units = one.consolidate("unit,parent,level\nKhe Sanh,,commune\n")["units"]
        self.assertEqual(units[0]["id"], "Khe Sanh")
        with self.assertRaises(cchc.Error) as caught:
            one.merge(following)
        self.assertEqual(caught.exception.code, cchc.Code.E_INCOMPATIBLE)

    def test_form(self):
        form = cchc.form_ii06a(SAMPLE, from_="2020-01-01", to="2020-10-01")
        total = form.total
        self.assertEqual((total.received, total.resolved, total.overdue, total.in_process), (1637, 1571, 59, 66))
        self.assertEqual([sum(column) for column in list(zip(*form.rows))[1:]], list(total[1:]))
        total_line = [line for line in str(form).split("\n") if "│ Tổng số" in line][-1]
        self.assertEqual([int(cell) for cell in total_line.split("│")[2:]], list(total[1:]))
        with self.assertRaises(ValueError):
            cchc.form_ii06a(CSV, from_="2020-01-01", to="2020-10-01", by="")
        bad = cchc.form_ii06a(CSV + "2,Khe Sanh,tomorrow,,\n", from_="2020-01-01", to="2020-10-01", lang="en")
        self.assertIn("1 / 2 rows cannot be read", str(bad))
        self.assertIn("  3: ", str(bad))
        with self.assertRaises(ValueError):
            cchc.form_ii06a(CSV, from_="2020-01-01", to="2020-10-01", lang="fr")

    def test_explained_dossier(self):
        query = {"format": "cchc.reconcile_query/1", "from": "2020-01-01", "to": "2020-10-01", "policies": ["form-ii06a", "td"]}
        one = cchc.Dossiers(id=["1"], received=["2020-03-02T09:00"], completed=["2020-03-06T09:00"])
        outcomes = [view["outcome"] for view in cchc.explain_dossier(one, query)["policies"]]
        self.assertEqual(outcomes, ["no_due_resolved", "on_time"])
        self.assertIn("td", cchc.explain_dossier_text(one, query, "en"))

    def test_a_library_that_is_none_is_refused(self):
        status, said = import_with("/nowhere/libcchc.so")
        self.assertEqual(status, 1)
        self.assertRegex(said, "^ImportError: libcchc cannot be loaded.*CCHC_LIBRARY")
        status, said = import_with("libc.so.6")
        self.assertEqual(status, 1)
        self.assertEqual(said, "ImportError: libc.so.6 is not the libcchc of this package: it has no cchc_version_number")


if __name__ == "__main__":
    unittest.main()
