"""cchc inspect: what each bad input gets."""
import json
import os
import shutil

import harness
from inspection import REPORT, THANH, Inspect, files_of


class BadInput(Inspect):
    """Each is planted alone into a copy; it is named with file and pointer, and the rest is written."""

    def planted(self, place, *words):
        result = self.inspect(1)
        self.assert_named(result, place, *words)
        self.assertIn("tables.xlsx", files_of(self.dir / "out"))
        return result

    def figure(self, name, id_, value):
        self.change(name, lambda r: r["figures"].__setitem__(id_, value))

    def test_figures(self):
        self.copy_round()
        self.figure(REPORT, "no.such", {"value": 1})
        self.figure(REPORT, "i1a.tasks", {"part": 9, "whole": 8})
        self.figure(THANH, "i1c.meetings", {"value": "ba"})
        self.figure("self-reports/ubnd-xa-tan-thanh.json", "i1c.meetings", {"value": -3})
        result = self.planted(f"{REPORT}#/figures/no.such", "no.such")
        self.assert_named(result, f"{REPORT}#/figures/i1a.tasks", "9")
        self.assert_named(result, f"{THANH}#/figures/i1c.meetings", "ba")
        self.assert_named(result, "self-reports/ubnd-xa-tan-thanh.json#/figures/i1c.meetings", "-3")
        codes = [p["code"] for p in self.result()["problems"]]
        for code in ("unknown_figure", "part_above_whole", "wrong_type", "negative"):
            self.assertIn(code, codes)

    def test_units_and_times(self):
        self.copy_round()
        self.change(THANH, lambda r: r.update(unit="UBND xã Không Có"))
        shutil.copy(self.dir / "round" / REPORT, self.dir / "round" / "self-reports" / "zz.json")
        self.change("self-reports/ubnd-xa-tan-thanh.json", lambda r: r.update(sent="2020-01-05"))
        result = self.planted(THANH, "Không Có")
        self.assert_named(result, "self-reports/zz.json", "Phòng Nội vụ")
        self.assert_named(result, "self-reports/ubnd-xa-tan-thanh.json", "Tân Thành")
        codes = [p["code"] for p in self.result()["problems"]]
        for code in ("unknown_unit", "second_report", "before_plan"):
            self.assertIn(code, codes)

    def test_a_report_that_cannot_be_read_is_of_the_unit_of_its_file(self):
        folder = self.copy_round()
        (folder / REPORT).write_bytes(b"{")
        (folder / "self-reports" / "ubnd-xa-tan-thanh.json").unlink()
        os.mkdir(folder / "self-reports" / "ubnd-xa-tan-thanh.json")
        self.planted(REPORT, "Phòng Nội vụ")
        states = {u["unit"]: u["self_report"]["state"] for u in self.result()["units"]}
        self.assertEqual(states["Phòng Nội vụ"], "unknown")
        self.assertEqual(states["UBND xã Tân Thành"], "unknown")
        self.assertEqual(states["UBND xã Tân Hợp"], "missing")

    def test_agencies_that_are_no_units(self):
        self.copy_round()
        dossiers = self.read("dossiers.csv").decode("utf-8")
        self.write("dossiers.csv", dossiers.replace("UBND xã Thanh", "UBND Xã Thanh"))
        self.assertIn("có phải là \"UBND xã Thanh\"?", self.inspect(1).err)
        codes = [p["code"] for p in self.result()["problems"]]
        self.assertEqual(codes.count("unknown_agency"), 1)
        self.assertEqual(codes.count("no_dossiers"), 1)

    def test_files_that_are_not_json(self):
        folder = self.copy_round()
        for name in (REPORT, "visits/phong-noi-vu.json", "findings/2019.json", "facts/phong-noi-vu.json"):
            (folder / name).write_bytes(b"\x00{ not json")
        (folder / "self-reports" / "letter.pdf").write_bytes(b"%PDF")
        os.mkdir(folder / "visits" / "folder.json")
        result = self.planted(REPORT)
        for name in ("visits/phong-noi-vu.json", "findings/2019.json", "facts/phong-noi-vu.json", "visits/folder.json"):
            self.assert_named(result, name)
        self.assert_named(result, "self-reports/letter.pdf", "lưu ý", ".json")
        self.assertNotIn("\x00", result.err)

    def test_files_and_folders_that_are_not_read(self):
        folder = self.copy_round()
        before = self.figures()
        os.mkdir(folder / "self_reports")
        os.mkdir(folder / "Vists")
        os.mkdir(folder / "letters")
        shutil.copy(folder / REPORT, folder / "self-reports" / "A.JSON")
        (folder / "visits" / ".hidden").write_bytes(b"")
        self.write("round/outline.json", "{}")
        result = self.planted("self_reports", "self-reports")
        self.assert_named(result, "Vists", "visits")
        self.assert_named(result, "self-reports/A.JSON", "lưu ý", ".json")
        self.assert_named(result, "outline.json", "lưu ý", "huong-hoa-2020")
        self.assertNotIn("letters", result.err)
        self.assertNotIn(".hidden", result.err)
        problems = {p["source"]: p for p in self.result()["problems"] if "source" in p}
        self.assertEqual(problems["self_reports"]["code"], "unknown_folder")
        self.assertIn("did you mean", problems["self_reports"]["message"]["en"])
        self.assertEqual((problems["self-reports/A.JSON"]["code"], problems["outline.json"]["code"]), ("not_read", "outline_unused"))
        self.assertIn("not read", problems["self-reports/A.JSON"]["message"]["en"])
        self.assertEqual(before, self.figures("again"))

    def figures(self, out="first"):
        self.inspect(1, "--formats", "json", out=out)
        return [u.get("dossiers") for u in json.loads(self.read(f"{out}/result.json"))["units"]]

    def test_the_same_dossiers_twice(self):
        """By the same name, another path, a link, a copy: counted once and named; rows of the same id are said."""
        self.copy_round()
        before = self.figures()
        self.assertTrue(any(before))
        shutil.copy(self.dir / "dossiers.csv", self.dir / "copy.csv")
        os.symlink("dossiers.csv", self.dir / "link.csv")
        paths = ["../dossiers.csv", "../dossiers.csv", "../../" + self.dir.name + "/dossiers.csv", "../link.csv", "../copy.csv"]
        self.change("plan.json", lambda p: p.update(dossiers=paths))
        result = self.planted("plan.json#/dossiers/1", "dossiers.csv")
        for index, path in enumerate(paths[1:], 1):
            self.assert_named(result, f"plan.json#/dossiers/{index}", path)
        self.assertEqual([p["code"] for p in self.result()["problems"]].count("dossiers_twice"), 4)
        self.assertEqual(before, self.figures("again"))

    def test_rows_of_the_same_dossier(self):
        self.copy_round()
        rows = self.read("dossiers.csv").splitlines(keepends=True)
        self.write("more.csv", b"".join([rows[0], rows[1], rows[2], rows[2]]))
        self.change("plan.json", lambda p: p.update(dossiers=["../dossiers.csv", "../more.csv"]))
        self.planted("plan.json#/dossiers", "lưu ý", "3 dòng lặp lại mã")
        [problem] = [p for p in self.result()["problems"] if p["code"] == "repeated_dossiers"]
        self.assertEqual(problem["severity"], "warning")
        self.assertIn("3 rows repeat", problem["message"]["en"])

    def test_facts_that_differ(self):
        """Named once, by the fact and the sources; a source is no file."""
        self.copy_round()
        facts = self.read("round/facts/phong-noi-vu.json").decode("utf-8")
        document = json.loads(facts)
        name, value = next((n, v) for n, v in document["facts"].items() if isinstance(v, int))
        self.write("round/facts/zz.json", json.dumps({**document, "source": "khảo sát khác", "facts": {name: value + 1}}))
        result = self.inspect(1)
        problems = [p for p in self.result()["problems"] if name in json.dumps(p, ensure_ascii=False)]
        self.assertEqual([p["code"] for p in problems], ["fact_conflict"])
        self.assertNotIn("source", problems[0])
        self.assertIn("khảo sát khác", problems[0]["message"]["vi"])
        self.assertIn(f"Phòng Nội vụ: dữ kiện {name}", result.err)

    def test_a_missing_file_of_dossiers(self):
        self.copy_round()
        self.change("plan.json", lambda p: p.update(dossiers=["../no-such.csv", "../dossiers.csv"]))
        self.planted("plan.json#/dossiers/0", "no-such.csv")
        self.assertFalse(any(u.get("dossiers") for u in self.result()["units"]), "the other file alone would look like all of them")

    def test_bad_rows_of_dossiers(self):
        self.copy_round()
        rows = self.read("dossiers.csv").splitlines(keepends=True)
        fields = rows[1].split(b",")
        fields[5] = b"32/13/2020"
        self.write("dossiers.csv", b"".join([rows[0], b",".join(fields), *rows[2:]]))
        result = self.planted("../dossiers.csv", "1 ")
        self.assertIn("dossiers.csv:2:", result.err)

    def test_criteria_that_are_not_there(self):
        self.copy_round()
        self.change("plan.json", lambda p: p.update(criteria="no-such.json"))
        self.planted("plan.json#/criteria", "no-such.json")
        self.assertNotIn("no_criteria", [p["code"] for p in self.result()["problems"]], "said once, not for each score sheet")

    def test_a_plan_that_is_wrong_stops(self):
        folder = self.copy_round()
        self.change("plan.json", lambda p: p.update(colour="blue"))
        self.assertIn("/colour", self.inspect(1).err)
        self.change("plan.json", lambda p: (p.pop("colour"), p.update(outline="no-such.json")))
        self.assertIn("plan.json#/outline", self.inspect(1).err)
        (folder / "plan.json").unlink()
        self.assertIn('cannot open "round/plan.json"', self.inspect(1).err)
        self.assertFalse((self.dir / "out").exists())

    def keep_only(self, names):
        """The round of these units alone: names by the stems of their files."""
        folder = self.dir / "round"
        for path in folder.glob("*/*.json"):
            if path.parent.name != "findings" and path.stem not in names:
                path.unlink()
        self.change("plan.json", lambda p: p.update(subjects=[s for s in p["subjects"] if s["unit"] in names.values()]))
        kept = set()
        for path in sorted((folder / "findings").iterdir()):
            document = json.loads(path.read_text(encoding="utf-8"))
            kept |= {f["id"] for f in document.get("findings", []) if f["unit"] in names.values()}
        for path in (folder / "findings").iterdir():
            def of_the_units(d):
                d["findings"] = [f for f in d.get("findings", []) if f["id"] in kept]
                d["conclusions"] = [c for c in d.get("conclusions", []) if c["unit"] in names.values()]
                d["remedies"] = [r for r in d.get("remedies", []) if r["finding"] in kept]
            self.change(f"findings/{path.name}", of_the_units)
        rows = self.read("dossiers.csv").splitlines(keepends=True)
        self.write("dossiers.csv", b"".join(rows[:1] + [r for r in rows if any(n.encode() in r for n in names.values())]))

    def test_numbers_that_are_good_pass(self):
        """The units without planted mistakes alone have no errors, and the code is 0; one wrong number of theirs ends that."""
        self.copy_round()
        self.keep_only({"ubnd-thi-tran-khe-sanh": "UBND thị trấn Khe Sanh", "phong-kinh-te-va-ha-tang": "Phòng Kinh tế và Hạ tầng"})
        self.inspect(0)
        result = self.result()
        self.assertEqual([p for p in result["problems"] if p["severity"] == "error"], [])
        self.assertEqual(len(result["units"]), 2)
        for unit in result["units"]:
            self.assertTrue(unit["dossiers"], unit["unit"])
            self.assertIn(unit["unit"], [f["unit"] for f in result["facts"] if "outline.i1a.plan_issued" in f["facts"]])
        self.change("self-reports/ubnd-thi-tran-khe-sanh.json", lambda r: r["figures"]["i1a.tasks"].update(part=-1))
        self.inspect(1, "--force")
        self.assertEqual([p["unit"] for p in self.result()["problems"] if p["severity"] == "error"], ["UBND thị trấn Khe Sanh"])


if __name__ == "__main__":
    harness.main()
