"""cchc inspect: the whole round from its folder, and what of it is written where."""
import json
import os
import resource
import shutil
import signal
import subprocess

import check_xlsx
import harness
from inspection import THANH, Inspect, files_of


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

    def test_a_list_of_ones_own(self):
        self.copy_round()
        self.write("index.html", "<h1 class=mine>{{title}}</h1>{{#documents}}[{{path}}]{{/documents}}")
        self.inspect(1, "--index-template", "index.html", "--formats", "html")
        index = self.read("out/index.html").decode("utf-8")
        self.assertIn("class=mine>Kiểm tra", index)
        self.assertIn("[bao-cao-tong-hop.html]", index)
        self.assertTrue(self.read("out/bao-cao-tong-hop.html").startswith(b"<!DOCTYPE html>"))
        self.inspect(1, "--formats", "html", "--lang", "en", out="english")
        self.assertRegex(self.read("english/index.html").decode("utf-8"), "<h1>Inspection of administrative reform 2020: documents</h1>")
        self.write("bad.html", "{{#title}}")
        self.inspect(2, "--index-template", "bad.html", out="other")

    def test_the_workbook_computes(self):
        self.copy_round()
        self.change("plan.json", lambda p: p.update(document={"number": "1", "title": "=1+1"}))
        self.change("findings/2020.json", lambda f: f["findings"][0].update(text="=HYPERLINK(\"http://x\")", responsible="@SUM(1)"))
        self.change(THANH, lambda r: r.update(proposals=["+1+1", "-1+1"]))
        self.inspect(1, "--formats", "xlsx")
        problems, counts = check_xlsx.check(self.dir / "out" / "tables.xlsx")
        self.assertEqual(problems, [])
        for seen in (counts.formulas, counts.dates, counts.charts):
            self.assertGreater(seen, 0, str(counts))
        texts = [c.value for s in check_xlsx.openpyxl.load_workbook(self.dir / "out" / "tables.xlsx") for r in s.iter_rows() for c in r
                 if c.data_type == "s"]
        for hostile in ("=HYPERLINK", "@SUM", "+1+1", "-1+1"):
            self.assertTrue(any(t.startswith(hostile) for t in texts), f"{hostile} is there, as a text")

    def test_tables_of_all_units_are_one_sheet_each(self):
        self.copy_round()
        self.inspect(1, "--formats", "xlsx,json")
        book = check_xlsx.openpyxl.load_workbook(self.dir / "out" / "tables.xlsx", data_only=True)
        self.assertFalse([n for n in book.sheetnames if "shortcoming" in n or "(2)" in n or "~" in n], book.sheetnames)
        documents = [json.loads(b) for n, b in files_of(self.dir / "out").items() if n.endswith(".json")]
        # All rows of the tables in the documents of units, counted there: what each sheet must hold.
        for name, kind, id_ in (("Nội dung kiểm tra", "minutes", "noi-dung"), ("Hồ sơ kiểm tra thực tế", "minutes", "ho-so"),
                                ("Phải khắc phục", "conclusion", "khac-phuc"), ("Điểm từng tiêu chí", "scorecard", "diem")):
            tables = [b["table"] if "table" in b else b for d in documents if d.get("kind") == kind for b in d["blocks"]]
            tables = [t for t in tables if t.get("id") == id_]
            rows = sum(len(t["rows"]) - bool(t.get("has_total")) for t in tables)
            sheet = list(book[name].iter_rows(values_only=True))
            header = next(i for i, row in enumerate(sheet) if row[0] == "Đơn vị")
            units = [row[0] for row in sheet[header + 1:] if row[0] and any(cell is not None for cell in row[1:]) and row[0] != "Tổng"]
            self.assertEqual(len(units), rows, name)
            self.assertEqual(len(set(units)), len(tables), name)
        self.inspect(1, "--formats", "xlsx", "--lang", "en", out="english")
        book = check_xlsx.openpyxl.load_workbook(self.dir / "english" / "tables.xlsx")
        self.assertIn("Checks judged", book.sheetnames)
        self.assertFalse([n for n in book.sheetnames if not n.isascii()], book.sheetnames)


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
        said = process.stderr.decode("utf-8")
        self.assertNotIn("[ERROR]", said, "a library speaks in our name")
        self.inspect(1, out="full")
        for name in set(files_of(self.dir / "full")) - set(made):
            self.assertIn(f"out/{name}", said, "each file that is not there is named")
        self.assertFalse([n for n in made if ".part-" in n])
        self.assertTrue(all(len(b) <= 8192 for b in made.values()))
        for name, content in made.items():
            if name.endswith(".json"):
                json.loads(content)


if __name__ == "__main__":
    harness.main()
