"""cchc inspect: Word files, made by a program that is there, or not."""
import os
import shutil
import time
import xml.etree.ElementTree
import zipfile

import harness
from inspection import Inspect, files_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def paragraphs(element):
    """The texts of the paragraphs; a line break is one."""
    return ["".join("\n" if e.tag == W + "br" else e.text or "" for e in p.iter() if e.tag in (W + "br", W + "t")) for p in element.iter(W + "p")]


class Word(Inspect):
    def word_path(self, **programs):
        """PATH holds these programs only; each is the text of a script of sh."""
        folder = self.dir / "programs"
        folder.mkdir()
        for name, script in programs.items():
            (folder / name).write_text("#!/bin/sh\n" + script, encoding="utf-8")
            (folder / name).chmod(0o755)
        tool, path = shutil.which(harness.TOOL), os.environ["PATH"]
        self.addCleanup(os.environ.__setitem__, "PATH", path)
        os.environ["PATH"] = str(folder)
        harness.TOOL, old = tool, harness.TOOL
        self.addCleanup(setattr, harness, "TOOL", old)

    def few_units(self):
        self.copy_round()
        for name in ("self-reports", "findings", "facts", "scores"):
            shutil.rmtree(self.dir / "round" / name)
        for visit in (self.dir / "round" / "visits").iterdir():
            if visit.stem != "phong-noi-vu":
                visit.unlink()
        self.change("plan.json", lambda p: p.update(criteria="", subjects=[s for s in p["subjects"] if s["unit"] == "Phòng Nội vụ"]))

    def test_word_files(self):
        self.few_units()
        self.change("visits/phong-noi-vu.json", lambda v: v.update(opinions=["dòng một <b>\ndòng hai"]))
        os.mkdir(self.dir / "tmp")
        os.environ["TMPDIR"] = str(self.dir / "tmp")
        self.addCleanup(os.environ.pop, "TMPDIR")
        self.inspect(0, "--formats", "docx")
        self.inspect(0, "--formats", "docx", out="again")
        made = files_of(self.dir / "out")
        self.assertEqual(made, files_of(self.dir / "again"))
        self.assertEqual(os.listdir(self.dir / "tmp"), [])
        self.assertIn("bien-ban-phong-noi-vu.docx", made)
        for name in made:
            with zipfile.ZipFile(self.dir / "out" / name) as archive:
                body = xml.etree.ElementTree.fromstring(archive.read("word/document.xml"))
            tables = list(body.iter(W + "tbl"))
            [row] = tables[0].findall(W + "tr")
            left, right = row.findall(W + "tc")
            self.assertTrue(paragraphs(left)[2].startswith("Số:"), paragraphs(left))
            self.assertEqual(paragraphs(right)[:2], ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"])
            self.assertIn("ngày", paragraphs(right)[2])
            self.assertIn("Nơi nhận:", paragraphs(tables[-1]))
            self.assertFalse([p for p in paragraphs(body) if "&lt;" in p or "<br" in p or "<p" in p])
            if name.startswith("bien-ban"):
                self.assertTrue([p for p in paragraphs(body) if "dòng một <b>\ndòng hai" in p], "a line break in a text is one in Word")

    def test_a_program_that_hangs_is_ended(self):
        self.few_units()
        self.word_path(pandoc="/bin/sleep 300 & wait\n")
        begin = time.monotonic()
        result = self.inspect(1, "--formats", "docx,md", "--word-limit", "1")
        self.assertLess(time.monotonic() - begin, 60)
        self.assertRegex(result.err, r'cannot write "out/[^"]+.docx": [^ ]*pandoc did not end within 1 s and was stopped')
        self.assertEqual(result.err.count("no further Word files"), 1)
        self.assertEqual({n.rsplit(".", 1)[1] for n in files_of(self.dir / "out")}, {"md"})
        self.inspect(2, "--word-limit", "0", out="other")

    def test_where_pandoc_fails_office_is_tried(self):
        self.few_units()
        office = 'for last; do :; done\n/bin/grep -q "CỘNG HÒA" "$last" && echo made > "${last%.html}.docx"\n'
        self.word_path(pandoc="echo out of order; exit 3\n", soffice=office)
        self.inspect(0, "--formats", "docx")
        made = files_of(self.dir / "out")
        self.assertGreater(len(made), 2)
        self.assertEqual(set(made.values()), {b"made\n"})
        (self.dir / "programs" / "soffice").write_text("#!/bin/sh\nexit 0\n", encoding="utf-8")
        result = self.inspect(1, "--formats", "docx", out="none")
        self.assertRegex(result.err, "pandoc failed: out of order; [^ ]*soffice made no file")

    def test_without_a_program_it_says_so(self):
        self.copy_round()
        self.word_path()
        result = self.inspect(1, "--formats", "docx,md")
        self.assertEqual(result.err.count("neither pandoc nor LibreOffice"), 1)
        self.assertTrue(files_of(self.dir / "out"))


if __name__ == "__main__":
    harness.main()
