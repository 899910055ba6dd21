#!/usr/bin/env python3
"""Looks at the pages of the tool with a browser.

    check_html.py cchc_html_sample [FOLDER]

The program writes its sample; then each page is read (tags, anchors, loads, contrast), opened by Debian's Chromium at two widths
and printed. With a FOLDER the pages, screenshots and prints stay there. Standard library only; needs chromium and poppler-utils.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

from browser import BROWSER, Browser
from page import OVERFLOW, Print, Reader, contrast, lost

PAGES = ("everything", "minutes", "bare", "many-rows", "index")

program, folder = None, None


def read(page):
    return Reader((folder / f"{page}.html").read_text(encoding="utf-8"))


class Pages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.browser = Browser()
        cls.addClassCleanup(cls.browser.close)
        # The list names each document's other files too; the sample does not write them.
        for page in PAGES[:-1]:
            for extension in ("md", "json"):
                (folder / f"{page}.{extension}").touch()

    def test_nothing_is_wrong_loaded_or_run(self):
        for page in PAGES:
            with self.subTest(page=page):
                self.assertEqual(read(page).faults(folder), [])

    def test_what_loads_is_found(self):
        """The check itself: what a page would ask for is told from what it says only."""
        def loading(body):
            return Reader(f"<meta content=\"default-src 'none'\">{body}").loading()
        for body in ("<td>http://a.vn url(b.png) @import</td>", '<a href="http://a.vn">a</a>', '<rect fill="url(#a)"/>', "<style>a { color: #000 }</style>"):
            self.assertEqual(loading(body), [], body)
        for body in ('<img src="http://a.vn/b.png">', '<link href="b.css">', '<p style="background: url(b.png)">', '<rect fill="url(http://a.vn)"/>',
                     "<style>p { background: url( 'b.png') }</style>", "<style>@import 'b.css';</style>", "<style>p { src: image-set('https://a.vn') }</style>",
                     '<meta http-equiv="Refresh" content="0; url=b.html">', "<script></script>", '<video poster="b.png"></video>'):
            self.assertTrue(loading(body), body)

    def test_what_is_lost_on_paper_is_found(self):
        pages = ["onetwothr", "eefour", "five"]
        self.assertEqual(lost(["one", "three", "four", "fourfive"], pages), [])
        self.assertEqual(lost(["six", "onethree", "thrfour", "twoeefour", "threesix"], pages), ["six", "onethree", "thrfour", "twoeefour", "threesix"])

    def test_bars_are_cheap_to_print(self):
        """A pattern becomes a picture for each bar: pages with charts took minutes, and megabytes."""
        got = read("everything")
        self.assertFalse(got.tags["pattern"] + got.tags["lineargradient"] + got.tags["filter"])
        self.assertIn("2 5", {path.get("stroke-dasharray") for path in got.attributes["path"]}, "the strokes tell bars apart without colours")

    def test_hostile_text_is_text(self):
        got = read("everything")
        hostile = "</title></style><script>document.title='broken'</script><img src=x onerror=alert(1)> \"'&{{title}}{{{svg}}}\ufffd\ufffd ]]>"
        for tag in ("p", "h3", "li", "a", "td", "th", "caption", "title", "desc", "figcaption"):
            self.assertTrue(any(hostile in text for text in got.texts[tag]), f"the text is not in any <{tag}>")
        self.assertIn("&lt;script&gt;", (folder / "own.txt").read_text(encoding="utf-8"))
        self.assertTrue((folder / "own.txt").read_text(encoding="utf-8").startswith("<b>[UBND huyện (báo cáo);]"))

    def test_readers_that_listen_get_all(self):
        got = read("everything")
        self.assertEqual(got.attributes["html"], [{"lang": "vi"}])
        self.assertEqual(read("bare").attributes["html"], [{"lang": "en"}])
        self.assertGreater(got.tags["svg"], 20)
        self.assertTrue(got.tags["nav"], "a long document has a table of contents")
        self.assertFalse(read("minutes").tags["nav"], "a short one has none")

    def test_missing_and_left_out_are_said(self):
        said = " ".join(read("everything").texts["text"])
        self.assertNotRegex(said, r"\b(nan|inf)\b")
        self.assertIn("12/2019", said, "a month on an axis, as people write it")
        self.assertIn("không có số liệu", said)
        self.assertIn("Còn 15 mục không vẽ ở đây", said)
        self.assertIn("1.200", said)
        self.assertIn("98,2", said)

    def test_styles_are_used(self):
        classes = {part for all in read("everything").attributes.values() for a in all for part in (a.get("class") or "").split()}
        self.assertLessEqual({"normal", "note", "warning", "notes", "wide", "many", "crowded", "n", "b", "total", "none"}, classes)
        self.assertIn("basis", {a.get("class") for a in read("minutes").attributes["p"]})

    def test_contrast(self):
        for page in ("everything", "index"):
            with self.subTest(page=page):
                style = re.search(r"<style>(.*?)</style>", (folder / f"{page}.html").read_text(encoding="utf-8"), re.S)[1]
                colours = set(re.findall(r"[^-]color: #([0-9a-f]{3}(?:[0-9a-f]{3})?)\b", style))
                backgrounds = set(re.findall(r"background: #([0-9a-f]{3}(?:[0-9a-f]{3})?)\b", style)) | {"fff"}
                self.assertGreaterEqual(len(colours), 3)
                for colour in colours:
                    for background in backgrounds:
                        self.assertGreaterEqual(contrast(colour, background), 4.5, f"{colour} on {background}")

    def test_fits_the_window(self):
        for page in PAGES:
            for width in (1280, 800) if page == "everything" else (800,):
                with self.subTest(page=page, width=width):
                    self.browser.open(folder / f"{page}.html", width)
                    self.assertEqual(self.browser.run(OVERFLOW), [])

    def test_opens_without_complaint(self):
        for page in ("everything", "minutes", "index"):
            with self.subTest(page=page):
                shot = folder / f"{page}.png"
                self.browser.open(folder / f"{page}.html")
                self.browser.screenshot(shot)
                self.assertEqual(self.browser.log, [])
                self.assertEqual(len(self.browser.loads), 1, self.browser.loads)
                self.assertGreater(shot.stat().st_size, 10000)

    def test_captions_stay_with_their_tables(self):
        """The same table at every height of a page: heading, caption and first row are never parted."""
        style = re.search(r"<style>(.*?)</style>", (folder / "minutes.html").read_text(encoding="utf-8"), re.S)[1]
        sections = []
        for n in range(14):
            rows = "".join(f"<tr><td>row{n}x{r}.</td><td>{r}</td></tr>" for r in range(6))
            sections.append(f"<section style='break-before: page'>{'<p class=normal>x</p>' * (n + 18)}<h2>heading{n}.</h2><div class=scroll>"
                            f"<table><caption>caption{n}.</caption><thead><tr><th>A</th><th>B</th></tr></thead><tbody>{rows}</tbody></table>"
                            "</div></section>")
        page = folder / "captions.html"
        page.write_text(f"<!DOCTYPE html><meta charset=utf-8><style>{style}</style><main>{''.join(sections)}</main>", encoding="utf-8")
        self.browser.open(page)
        self.browser.print(folder / "captions.pdf")
        sheets = Print(folder / "captions.pdf").texts
        parted = [n for n in range(14) if not any(all(word in sheet for word in (f"heading{n}.", f"caption{n}.", f"row{n}x0."))
                                                  for sheet in sheets)]
        self.assertEqual(parted, [])
        self.assertGreater(len(sheets), 18, "some of the tables do come to the end of a page")

    def test_prints_on_a4(self):
        for page in ("everything", "minutes", "many-rows"):
            with self.subTest(page=page):
                self.browser.open(folder / f"{page}.html")
                self.browser.print(folder / f"{page}.pdf")
                paper = Print(folder / f"{page}.pdf")
                texts = paper.texts
                self.assertEqual(len(paper.sizes), len(texts))
                self.assertTrue(paper.is_a4(), paper.sizes)
                self.assertFalse(paper.shrunk())
                self.assertIn("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", texts[0])
                self.assertIn("Độc lập - Tự do - Hạnh phúc", texts[0])
                self.assertIn("Nơi nhận:", "".join(texts))
                last = [text for text in texts if "TRƯỞNG ĐOÀN" in text]
                self.assertIn("Nơi nhận:", last[0], "signatures and addressees stand together")
                self.assertIn("30/2020/NĐ-CP", last[0], "no page has the note on the layout only")
                if page == "many-rows":
                    self.assertGreater(len(texts), 2)
                    self.assertTrue(all("Số hồ sơ" in text for text in texts[:-1]), "the heading of the table is on each page")
                    self.assertTrue(texts[1].lstrip().startswith("2"), "the number of the page")
                if page == "everything":
                    self.assertTrue(any(width > height for width, height in paper.sizes), "wide tables lie")
                    # The last column of the widest table is there in full: nothing is cut off at the edge.
                    self.assertGreaterEqual(re.sub(r"\s", "", "".join(texts)).count("(29)"), 1)


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    program = sys.argv[1]
    missing = [name for name in (BROWSER, "pdfinfo", "pdftotext") if not shutil.which(name)]
    if missing:
        sys.exit(f"not there: {', '.join(missing)}; install chromium and poppler-utils")
    with tempfile.TemporaryDirectory() as work:
        folder = pathlib.Path(sys.argv[2] if len(sys.argv) == 3 else work).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run([program, folder], check=True, timeout=120)
        unittest.main(argv=sys.argv[:1])
