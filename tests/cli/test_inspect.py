"""cchc inspect: the whole round from its folder, and what each bad input gets."""
import json
import os
import resource
import shutil
import signal
import subprocess
import unittest

import check_xlsx
import harness

ROUND = harness.ROOT / "examples" / "data" / "inspection-274"
REPORT = "self-reports/phong-noi-vu.json"
THANH = "self-reports/ubnd-xa-thanh.json"


def files_of(folder):
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


class Inspect(harness.ToolTest):
    def copy_round(self):
        """The sample as a folder "round" of the test's own, with the dossiers where its plan looks for them."""
        shutil.copytree(ROUND, self.dir / "round")
        shutil.copy(harness.SAMPLE, self.dir / "dossiers.csv")
        return self.dir / "round"

    def change(self, name, change):
        path = self.dir / "round" / name
        document = json.loads(path.read_text(encoding="utf-8"))
        change(document)
        path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")

    def inspect(self, code, *args, out="out"):
        return self.expect(code, "inspect", "round", "-o", out, *args)

    def result(self):
        return json.loads(self.read("out/result.json"))

    def assert_named(self, result, place, *words):
        """Some line on standard error begins with the place and holds the words."""
        lines = [line for line in result.err.splitlines() if line.startswith(f"round/{place}")]
        self.assertTrue(any(all(w in line for w in words) for line in lines), f"{place} {words}\n{result.err}")


class Writes(Inspect):
    def test_everything_is_written_and_said(self):
        self.copy_round()
        result = self.inspect(1, "--formats", "html,xlsx,md,txt,json")
        names = set(files_of(self.dir / "out"))
        documents = {n[:-5] for n in names if n.endswith(".html")} - {"index"}
        kinds = [json.loads(self.read(f"out/{n}.json"))["kind"] for n in documents]
        self.assertEqual(kinds.count("minutes"), 11)
        self.assertEqual(kinds.count("conclusion"), 11)
        self.assertEqual(kinds.count("scorecard"), 12)
        for kind in ("summary", "ranking", "late-notice", "remedies", "form-ii06a"):
            self.assertEqual(kinds.count(kind), 1, kind)
        expected = {f"{n}.{e}" for n in documents for e in ("html", "md", "txt", "json")}
        self.assertEqual(names, expected | {"index.html", "tables.xlsx", "result.json"})
        for text in ("UBND xã Tân Hợp", "out/index.html", "out/tables.xlsx", "out/result.json"):
            self.assertIn(text, result.out)
        index = self.read("out/index.html").decode("utf-8")
        for name in documents:
            self.assertIn(f'"{name}.html"', index)

    def test_the_same_input_gives_the_same_bytes_and_is_not_changed(self):
        folder = self.copy_round()
        before = files_of(folder)
        first = self.inspect(1)
        second = self.inspect(1, out="again")
        self.assertEqual(files_of(self.dir / "out"), files_of(self.dir / "again"))
        self.assertEqual((first.out.replace("out/", "again/"), first.err), (second.out, second.err))
        self.assertEqual(files_of(folder), before)

    def test_only_the_formats_asked_for(self):
        self.copy_round()
        self.inspect(1, "--formats", "md")
        self.assertEqual({n.rsplit(".", 1)[1] for n in files_of(self.dir / "out")}, {"md"})
        self.assertIn("docx", self.inspect(2, "--formats", "pdf", out="other").err)

    def test_english(self):
        self.copy_round()
        result = self.inspect(1, "--lang", "en", "--formats", "md")
        self.assertNotIn("Xếp hạng", result.out)
        self.assertIn("Files:", result.out)

    def test_draws_give_each_place_its_interval(self):
        self.copy_round()
        self.inspect(1, "--draws", "200", "--formats", "json")
        [ranking] = [d for d in map(json.loads, files_of(self.dir / "out").values()) if d.get("kind") == "ranking"]
        self.assertIn("ranks", [block.get("kind") for block in ranking["blocks"]])
        self.assertTrue(ranking["synthetic"])
        notes = [b["notes"] for d in map(json.loads, files_of(self.dir / "out").values()) if d.get("kind") in ("summary", "ranking")
                 for b in d["blocks"] if b.get("id") == "xep-hang"]
        self.assertEqual(len(notes), 2)
        for note in notes:
            self.assertIn("200 lần thử", " ".join(note))
        self.inspect(1, "--draws", "0", "--formats", "json", "--force")
        for document in map(json.loads, files_of(self.dir / "out").values()):
            self.assertNotIn("lần thử", json.dumps(document, ensure_ascii=False))

    def test_a_template_of_ones_own(self):
        self.copy_round()
        self.write("page.html", "<p class=mine>{{title}}</p>")
        self.inspect(1, "--template", "page.html", "--formats", "html")
        pages = [p for n, p in files_of(self.dir / "out").items() if n != "index.html"]
        self.assertTrue(all(b"class=mine" in p for p in pages))
        self.write("bad.html", "{{#title}}")
        self.inspect(2, "--template", "bad.html", "--formats", "html", out="other")
        self.inspect(2, "--template", "no-such.html", out="other")

    def test_the_workbook_computes(self):
        self.copy_round()
        self.change("plan.json", lambda p: p.update(document={"number": "1", "title": "=1+1"}))
        self.change("findings/2020.json", lambda f: f["findings"][0].update(text="=HYPERLINK(\"http://x\")", responsible="@SUM(1)"))
        self.inspect(1, "--formats", "xlsx")
        problems, counts = check_xlsx.check(self.dir / "out" / "tables.xlsx")
        self.assertEqual(problems, [])
        for seen in (counts.formulas, counts.dates, counts.charts):
            self.assertGreater(seen, 0, str(counts))
        texts = [c.value for s in check_xlsx.openpyxl.load_workbook(self.dir / "out" / "tables.xlsx") for r in s.iter_rows() for c in r
                 if c.data_type == "s"]
        self.assertTrue(any("=HYPERLINK" in t for t in texts), "the text is there, as a text")


class Word(Inspect):
    def test_word_files(self):
        self.copy_round()
        os.mkdir(self.dir / "tmp")
        os.environ["TMPDIR"] = str(self.dir / "tmp")
        self.addCleanup(os.environ.pop, "TMPDIR")
        for name in ("self-reports", "visits", "findings", "facts", "scores"):
            shutil.rmtree(self.dir / "round" / name)
        self.change("plan.json", lambda p: p.update(criteria="", subjects=p["subjects"][:2]))
        self.inspect(0, "--formats", "docx")
        self.inspect(0, "--formats", "docx", out="again")
        made = files_of(self.dir / "out")
        self.assertGreater(len(made), 2)
        self.assertTrue(all(n.endswith(".docx") and b.startswith(b"PK") for n, b in made.items()))
        self.assertEqual(made, files_of(self.dir / "again"))
        self.assertEqual(os.listdir(self.dir / "tmp"), [])

    def test_without_a_program_it_says_so(self):
        self.copy_round()
        path = os.environ["PATH"]
        self.addCleanup(os.environ.__setitem__, "PATH", path)
        tool = shutil.which(harness.TOOL)
        os.environ["PATH"] = "/nowhere"
        harness.TOOL, old = tool, harness.TOOL
        self.addCleanup(setattr, harness, "TOOL", old)
        result = self.inspect(1, "--formats", "docx,md")
        self.assertEqual(result.err.count("neither pandoc nor LibreOffice"), 1)
        self.assertTrue(files_of(self.dir / "out"))


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
        self.assertIn("letter.pdf", result.err)
        self.assertNotIn("\x00", result.err)

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

    def test_a_plan_that_is_wrong_stops(self):
        folder = self.copy_round()
        self.change("plan.json", lambda p: p.update(colour="blue"))
        self.assertIn("/colour", self.inspect(1).err)
        self.change("plan.json", lambda p: (p.pop("colour"), p.update(outline="no-such.json")))
        self.assertIn("plan.json#/outline", self.inspect(1).err)
        (folder / "plan.json").unlink()
        self.assertIn("plan.json", self.inspect(2).err)
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


class Refused(Inspect):
    def test_files_are_replaced_only_by_force(self):
        self.copy_round()
        os.mkdir(self.dir / "out")
        self.write("out/result.json", "old")
        self.write("out/mine.txt", "mine")
        self.assertIn("--force", self.inspect(2).err)
        self.assertEqual(self.read("out/result.json"), b"old")
        self.inspect(1, "--force")
        self.assertEqual(self.result()["format"], "cchc.inspection-result/1")
        self.assertEqual(self.read("out/mine.txt"), b"mine")

    def test_the_folders_of_the_input_take_no_output(self):
        folder = self.copy_round()
        before = files_of(folder)
        os.symlink("round/visits", self.dir / "link")
        for out in ("round", "round/", "round/visits", "round/visits/new", "round/../round/facts", "link/x", "round/plan.json"):
            self.inspect(2, "--force", out=out)
        self.assertEqual(files_of(folder), before)
        self.inspect(1, out="round/out")

    def test_wrong_calls(self):
        self.copy_round()
        self.expect(2, "inspect")
        self.expect(2, "inspect", "round")
        self.expect(2, "inspect", "no-such", "-o", "out")
        self.inspect(2, "--as-of", "yesterday")
        self.assertIn("before the plan of 2020-06-17", self.inspect(2, "--as-of", "2020-06-16").err)
        self.inspect(2, "--lang", "fr")
        self.assertFalse((self.dir / "out").exists())

    def test_a_folder_that_cannot_be_made(self):
        self.copy_round()
        self.write("file", "x")
        self.assertIn("cannot make", self.inspect(1, out="file/out").err)

    def test_a_read_only_folder(self):
        self.copy_round()
        os.mkdir(self.dir / "out", 0o500)
        # Root may write anywhere, unless it gives that up.
        as_others = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
        process = subprocess.run([*as_others, harness.TOOL, "inspect", "round", "-o", "out"], capture_output=True, cwd=self.dir,
                                 timeout=300, check=False)
        self.assertEqual(process.returncode, 1)
        self.assertIn("cannot write", process.stderr.decode("utf-8"))
        self.assertIn("UBND xã Tân Hợp", process.stdout.decode("utf-8"))
        self.assertEqual(os.listdir(self.dir / "out"), [])

    def test_a_full_disk(self):
        """No file may grow beyond 8 kB: what fits is written, the others are named, and no part of them is left."""
        self.copy_round()

        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))

        process = subprocess.run([harness.TOOL, "inspect", "round", "-o", "out"], capture_output=True, cwd=self.dir, timeout=300,
                                 check=False, preexec_fn=limit, restore_signals=False)
        self.assertEqual(process.returncode, 1)
        self.assertRegex(process.stderr.decode("utf-8"), r'cannot write "out/[^"]+": File too large')
        made = files_of(self.dir / "out")
        self.assertNotIn("tables.xlsx", made)
        self.assertTrue(made)
        self.assertFalse([n for n in made if ".part-" in n])
        self.assertTrue(all(len(b) <= 8192 for b in made.values()))
        for name, content in made.items():
            if name.endswith(".json"):
                json.loads(content)


if __name__ == "__main__":
    harness.main()
