#!/usr/bin/env python3
"""Looks at all pages that `cchc inspect` writes of the sample round, with a browser, and at what it prints of them.

    check_pages.py TOOL ROOT [FOLDER]

Each page in Vietnamese: its text, both widths of screen, and paper. One page of each kind in English: its text, a screen, and paper.
In FOLDER stay the pages, their prints, and pictures (desktop, the first and the last sheet) of those in PICTURES; look at them after each change.
Standard library only; needs chromium and poppler-utils.
"""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

from browser import BROWSER, Browser
from page import COLOURS, OVERFLOW, TEXTS, Print, Reader, faint

UNIT = "UBND xã Hướng Phùng"
PICTURES = ("summary", "minutes", "conclusion", "ranking")
DESKTOP, PHONE = 1280, 390

tool, root, folder = None, None, None


class Pages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.browser = Browser()
        cls.addClassCleanup(cls.browser.close)

    def write(self, lang):
        """The round's documents by name, as they lie in a folder of their own."""
        out = folder / lang
        shutil.rmtree(out, ignore_errors=True)
        run = subprocess.run([tool, "inspect", root / "examples/data/inspection-274", "-o", out, "--lang", lang,
                              "--formats", "html,json"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=300)
        self.assertEqual(run.returncode, 1, f"the sample has mistakes on purpose\n{run.stderr.decode()}")
        documents = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(out.glob("*.json")) if path.stem != "result"}
        self.assertEqual({path.stem for path in out.glob("*.html")}, {*documents, "index"})
        return out, documents

    def read(self, path, lang):
        got = Reader(path.read_text(encoding="utf-8"))
        self.assertEqual(got.faults(path.parent), [])
        self.assertEqual(got.attributes["html"], [{"lang": lang}])
        return got

    def on_screen(self, path, widths):
        for width in widths:
            if width == widths[0]:
                self.browser.open(path, width)
            else:
                self.browser.resize(width)
            self.assertEqual(self.browser.run(OVERFLOW), [], f"at {width}")
        colours = self.browser.run(COLOURS)
        self.assertTrue(colours)
        self.assertEqual(faint(colours), [])
        self.assertEqual(self.browser.log, [])
        self.assertEqual(self.browser.loads, [path.as_uri()])

    def on_paper(self, path):
        """What was on the screen, on A4: nothing made smaller, nothing at the edge, and no text lost."""
        pdf = path.with_suffix(".pdf")
        self.browser.call("Emulation.setEmulatedMedia", media="print")
        texts = self.browser.run(TEXTS)
        self.browser.call("Emulation.setEmulatedMedia", media="")
        self.browser.print(pdf)
        paper = Print(pdf)
        self.assertTrue(paper.is_a4(), paper.sizes)
        self.assertEqual(len(paper.sizes), len(paper.pages))
        self.assertTrue(all(paper.pages), "an empty sheet")
        self.assertEqual(paper.outside(), [])
        self.assertGreater(len(texts), 3)
        self.assertEqual(paper.missing(texts), [])
        return paper

    def heads_and_signs(self, paper, document):
        """The heading on the first sheet, in its full size; the signatures with the addressees on the last."""
        self.assertFalse(paper.shrunk())
        first, last = ("".join(word for *_, word in page) for page in (paper.pages[0], paper.pages[-1]))
        head = [document["title"], "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
        closing = [signature["post"] for signature in document["signatures"]] + document["addressees"]
        self.assertTrue(closing)
        for texts, sheet in ((head, first), (closing, last)):
            for text in texts:
                self.assertIn(re.sub(r"\s", "", text).lower(), sheet.lower())

    def picture(self, path, paper):
        self.browser.open(path, DESKTOP)
        self.browser.screenshot(path.with_suffix(".png"))
        last = str(len(paper.sizes))
        for first, to in (("1", "1"), (last, last)):
            subprocess.run(["pdftoppm", "-png", "-r", "70", "-f", first, "-l", to, path.with_suffix(".pdf"), path.with_suffix("")], check=True)
        pictures = list(path.parent.glob(f"{path.stem}*.png"))
        self.assertEqual(len(pictures), 3 if last != "1" else 2)
        self.assertTrue(all(picture.stat().st_size > 5000 for picture in pictures))

    def test_each_page_in_vietnamese(self):
        out, documents = self.write("vi")
        linked = {link for link in self.read(out / "index.html", "vi").links if link.endswith(".html")}
        self.assertEqual(linked, {f"{name}.html" for name in documents}, "the list leads to each document")
        charts = 0
        for name, document in [("index", None), *documents.items()]:
            with self.subTest(page=name):
                path = out / f"{name}.html"
                charts += self.read(path, "vi").tags["svg"]
                self.on_screen(path, (DESKTOP, PHONE))
                paper = self.on_paper(path)
                if document:
                    self.heads_and_signs(paper, document)
                if document and document["kind"] in PICTURES and document["subject"].endswith(UNIT) == (document["kind"] in ("minutes", "conclusion")):
                    self.picture(path, paper)
        self.assertGreater(charts, 5)

    def test_one_page_of_each_kind_in_english(self):
        out, documents = self.write("en")
        kinds = {document["kind"]: (name, document) for name, document in documents.items()}
        self.assertEqual(len(kinds), 8, sorted(kinds))
        for name, document in [("index", None), *kinds.values()]:
            with self.subTest(page=name):
                path = out / f"{name}.html"
                self.read(path, "en")
                self.on_screen(path, (DESKTOP,))
                paper = self.on_paper(path)
                if document:
                    self.heads_and_signs(paper, document)


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    missing = [name for name in (BROWSER, "pdfinfo", "pdftotext", "pdftoppm") if not shutil.which(name)]
    if missing:
        sys.exit(f"not there: {', '.join(missing)}; install chromium and poppler-utils")
    tool, root = sys.argv[1], pathlib.Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as work:
        folder = pathlib.Path(sys.argv[3] if len(sys.argv) == 4 else work).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        unittest.main(argv=sys.argv[:1])
