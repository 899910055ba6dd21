#!/usr/bin/env python3
"""Looks at the pages of the tool with a browser.

    check_html.py cchc_html_sample [FOLDER]

The program writes its sample; then each page is read (tags, anchors, loads, contrast), opened by Debian's Chromium at two widths
and printed. With a FOLDER the pages, screenshots and prints stay there. Standard library only; needs chromium and poppler-utils.
"""
import collections
import html.parser
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

PAGES = ("everything", "minutes", "bare", "many-rows", "index")
VOID = {"meta", "link", "br", "img", "hr", "input", "col"}
# Debian's own: a browser that was put elsewhere may be any version.
BROWSER = "/usr/bin/chromium"
QUIET = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--hide-scrollbars")
# Runs in a copy of the page, which has no policy against scripts: what is wider than the window, beside what scrolls by itself.
MEASURE = """<script>
const out = [document.documentElement.scrollWidth + ' ' + document.documentElement.clientWidth];
for (const e of document.querySelectorAll('body *')) {
  const r = e.getBoundingClientRect();
  if (r.right > document.documentElement.clientWidth + 1 && !e.closest('.scroll')) out.push(e.tagName + '.' + e.className);
}
for (const svg of document.querySelectorAll('svg')) {
  const box = svg.viewBox.baseVal;
  for (const t of svg.querySelectorAll('text')) {
    const b = t.getBBox();
    if (t.hasAttribute('transform')) continue;
    if (b.x < -1 || b.x + b.width > box.width + 1 || b.y < -1 || b.y + b.height > box.height + 1)
      out.push('text outside ' + svg.parentNode.id + ': ' + t.textContent.slice(0, 30));
  }
}
document.title = 'MEASURED ' + out.join('|') + ' END';
</script>"""
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')

program, folder = None, None


class Reader(html.parser.HTMLParser):
    """Tags that close what they open; ids, links, and what could load something."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open, self.problems, self.ids, self.anchors, self.loads, self.links = [], [], [], [], [], []
        self.tags = collections.Counter()
        self.texts = collections.defaultdict(list)  # by tag
        self.attributes = collections.defaultdict(list)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if len(attributes) != len(attrs):
            self.problems.append(f"{tag}: an attribute twice")
        self.tags[tag] += 1
        self.attributes[tag].append(attributes)
        for name, value in attributes.items():
            if name.startswith("on"):
                self.problems.append(f"{tag}: {name}")
            if name in ("src", "srcset", "data", "xlink:href", "action") or (name == "href" and tag != "a"):
                self.loads.append(value)
        if "id" in attributes:
            self.ids.append(attributes["id"])
        for name in ("aria-labelledby", "aria-describedby"):
            self.anchors += (attributes.get(name) or "").split()
        fill = attributes.get("fill", "")
        if fill.startswith("url(#"):
            self.anchors.append(fill[5:-1])
        if tag == "a":
            href = attributes.get("href", "")
            (self.anchors if href.startswith("#") else self.links).append(href.lstrip("#"))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.problems.append(f"</{tag}> at {self.getpos()} closes nothing")

    def handle_data(self, data):
        if self.open:
            self.texts[self.open[-1]].append(data)


def read(page):
    reader = Reader()
    reader.feed((folder / f"{page}.html").read_text(encoding="utf-8"))
    reader.close()
    return reader


def browse(*options, page):
    """Chromium's output and what it logged about the page."""
    with tempfile.TemporaryDirectory() as profile:
        done = subprocess.run([BROWSER, *QUIET, f"--user-data-dir={profile}", "--enable-logging=stderr", *options, page.as_uri()],
                              capture_output=True, timeout=120, check=True)
    return done.stdout.decode("utf-8"), [line for line in done.stderr.decode("utf-8", "replace").splitlines() if "CONSOLE" in line]


def luminance(colour):
    digits = "".join(2 * d for d in colour) if len(colour) == 3 else colour
    parts = [int(digits[i:i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


class Pages(unittest.TestCase):
    def test_tags_close_and_anchors_lead_somewhere(self):
        for page in PAGES:
            with self.subTest(page=page):
                got = read(page)
                self.assertEqual(got.problems, [])
                self.assertEqual(got.open, [], "left open")
                self.assertEqual([i for i, n in collections.Counter(got.ids).items() if n > 1], [], "ids that are not unique")
                self.assertLessEqual(set(got.anchors), set(got.ids), "links and labels that lead nowhere")
                for link in got.links:
                    if link.endswith(".html"):
                        self.assertTrue((folder / link).exists(), link)

    def test_nothing_is_loaded_and_nothing_runs(self):
        for page in PAGES:
            with self.subTest(page=page):
                got = read(page)
                self.assertEqual([load for load in got.loads if not load.startswith("data:")], [])
                self.assertEqual(got.tags["script"] + got.tags["img"] + got.tags["iframe"] + got.tags["form"], 0)
                text = (folder / f"{page}.html").read_text(encoding="utf-8")
                self.assertNotRegex(text, r"(?i)https?://|@import|url\((?!#)")
                self.assertIn("default-src 'none'", text)

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
        self.assertEqual(got.tags["caption"], got.tags["table"])
        self.assertEqual(got.tags["thead"], got.tags["table"])
        self.assertTrue(all(th.get("scope") in ("col", "row") for th in got.attributes["th"]))
        self.assertGreater(got.tags["svg"], 20)
        self.assertEqual(got.tags["desc"], got.tags["svg"])
        self.assertTrue(all(svg["role"] == "img" and len(svg["aria-labelledby"].split()) == 2 for svg in got.attributes["svg"]))
        self.assertEqual(got.tags["h1"], 1)
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
            with self.subTest(page=page):
                text = POLICY.sub("", (folder / f"{page}.html").read_text(encoding="utf-8"))
                copy = folder / f"{page}.measured.html"
                copy.write_text(text.replace("</body>", MEASURE + "</body>"), encoding="utf-8")
                for width in (1280, 800) if page == "everything" else (800,):
                    dom, log = browse("--dump-dom", f"--window-size={width},900", page=copy)
                    found = re.search(r"<title>MEASURED (\d+) (\d+)(.*?) END</title>", dom, re.S)
                    self.assertTrue(found, "the page was not measured")
                    self.assertLessEqual(int(found[1]), int(found[2]), f"at {width}: {found[3]}")
                    self.assertEqual(found[3], "", f"at {width}")
                    self.assertEqual(log, [])
                copy.unlink()

    def test_opens_without_complaint(self):
        for page in ("everything", "minutes", "index"):
            with self.subTest(page=page):
                shot = folder / f"{page}.png"
                # As it is, with its policy: what is logged here is logged at the reader's.
                _, log = browse(f"--screenshot={shot}", "--window-size=1280,1800", page=folder / f"{page}.html")
                self.assertEqual(log, [])
                self.assertGreater(shot.stat().st_size, 10000)

    def print_page(self, page):
        pdf = folder / f"{page}.pdf"
        browse(f"--print-to-pdf={pdf}", "--no-pdf-header-footer", page=folder / f"{page}.html")
        info = subprocess.run(["pdfinfo", "-f", "1", "-l", "999", pdf], capture_output=True, text=True, check=True).stdout
        # A browser makes everything smaller where something is too wide for the paper: the heading has its size then no more.
        words = subprocess.run(["pdftotext", "-bbox", pdf, "-"], capture_output=True, text=True, check=True).stdout
        box = re.search(r'xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="[\d.]+">NGHĨA<', words)
        self.assertAlmostEqual(float(box[2]) - float(box[1]), 39, delta=0.5)  # at 11.5 points
        text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout
        return re.findall(r"Page +\d+ size: +([\d.]+) x ([\d.]+) pts", info), text.split("\f")[:-1]

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
        browse(f"--print-to-pdf={folder / 'captions.pdf'}", "--no-pdf-header-footer", page=page)
        text = subprocess.run(["pdftotext", folder / "captions.pdf", "-"], capture_output=True, text=True, check=True).stdout
        sheets = text.split("\f")
        parted = [n for n in range(14) if not any(all(word in sheet for word in (f"heading{n}.", f"caption{n}.", f"row{n}x0."))
                                                  for sheet in sheets)]
        self.assertEqual(parted, [])
        self.assertGreater(len(sheets), 18, "some of the tables do come to the end of a page")

    def test_prints_on_a4(self):
        for page in ("everything", "minutes", "many-rows"):
            with self.subTest(page=page):
                sizes, texts = self.print_page(page)
                self.assertEqual(len(sizes), len(texts))
                for size in sizes:
                    self.assertIn(sorted(round(float(points)) for points in size), [[595, 842]])
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
                    self.assertIn(("841.92", "594.96"), sizes, "wide tables lie")
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
