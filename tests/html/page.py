"""What every page of the tool must hold: read from its text, measured in the browser, and printed. Standard library only."""
import collections
import html.parser
import re
import subprocess

VOID = {"meta", "link", "br", "img", "hr", "input", "col"}
# What may load by itself: an address as the value, and styles, whose url(…) does.
ADDRESSES = {"src", "srcset", "data", "xlink:href", "action", "formaction", "poster", "background", "ping"}
STYLES = {"style", "fill", "stroke", "filter", "mask", "clip-path", "marker-start", "marker-mid", "marker-end", "cursor"}
TOP_MARGIN = 57  # points; the number of a page stands in it

# What is wider than the window, beside what scrolls by itself; and what of a chart is written outside of it.
OVERFLOW = """(() => {
const out = [], wide = document.documentElement.clientWidth;
if (document.documentElement.scrollWidth > wide) out.push('the page is ' + document.documentElement.scrollWidth + ' wide');
for (const e of document.querySelectorAll('body *'))
  if (e.getBoundingClientRect().right > wide + 1 && !e.closest('.scroll')) out.push(e.tagName + '.' + e.className);
for (const svg of document.querySelectorAll('svg')) {
  const box = svg.viewBox.baseVal;
  for (const t of svg.querySelectorAll('text')) {
    const b = t.getBBox();
    if (t.hasAttribute('transform')) continue;
    if (b.x < -1 || b.x + b.width > box.width + 1 || b.y < -1 || b.y + b.height > box.height + 1)
      out.push('text outside ' + svg.parentNode.id + ': ' + t.textContent.slice(0, 30));
  }
}
return out;
})()"""

# Each pair of colours that a text and what is behind it have, with the first text that has it. Behind a text of a chart is the last
# shape before it that holds its middle, else the page.
COLOURS = """(() => {
const out = {}, clear = c => c === 'none' || c === 'transparent' || /, 0\\)$/.test(c);
const behind = e => {
  for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor; if (!clear(c)) return c; }
  return 'rgb(255, 255, 255)';
};
const drawn = (text, svg) => {
  const r = text.getBoundingClientRect(), x = (r.left + r.right) / 2, y = (r.top + r.bottom) / 2;
  let colour = behind(svg);
  for (const s of svg.querySelectorAll('rect, circle, path, polygon')) {
    if (!(s.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING) || s.closest('defs, clipPath')) continue;
    const b = s.getBoundingClientRect(), style = getComputedStyle(s);
    if (clear(style.fill) || s.tagName === 'path') continue;
    if (b.left <= x && x <= b.right && b.top <= y && y <= b.bottom) colour = style.fill;
  }
  return colour;
};
const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walk.nextNode()) {
  const words = walk.currentNode.textContent.trim(), e = walk.currentNode.parentElement, svg = e.closest('svg');
  if (!words || e.closest('title, desc') || !e.getClientRects().length) continue;
  const pair = svg ? getComputedStyle(e).fill + ' on ' + drawn(e, svg) : getComputedStyle(e).color + ' on ' + behind(e);
  out[pair] = out[pair] || words.slice(0, 40);
}
return out;
})()"""

# The texts of the page as they stand on paper, each on its own: what is hidden there and what is in charts is not among them.
TEXTS = """[...document.querySelectorAll('h1, h2, h3, h4, h5, p, li, th, td, caption, figcaption')]
  .filter(e => !e.closest('.toc, svg') && !e.querySelector('p, li, td')).map(e => e.innerText)"""


class Reader(html.parser.HTMLParser):
    """Tags that close what they open; ids, links, and what could load something."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.text = text
        self.open, self.problems, self.ids, self.anchors, self.loads, self.links, self.styles = [], [], [], [], [], [], []
        self.tags = collections.Counter()
        self.texts = collections.defaultdict(list)  # by tag
        self.attributes = collections.defaultdict(list)
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if len(attributes) != len(attrs):
            self.problems.append(f"{tag}: an attribute twice")
        self.tags[tag] += 1
        self.attributes[tag].append(attributes)
        for name, value in attributes.items():
            if name.startswith("on"):
                self.problems.append(f"{tag}: {name}")
            if name in ADDRESSES or (name == "href" and tag != "a"):
                self.loads.append(value or "")
            if name in STYLES:
                self.styles.append(value or "")
        if "id" in attributes:
            self.ids.append(attributes["id"])
        for name in ("aria-labelledby", "aria-describedby"):
            self.anchors += (attributes.get(name) or "").split()
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

    def faults(self, folder):
        """What is wrong with the page, which lies in `folder`; nothing if all is well."""
        out = self.problems + [f"<{tag}> is left open" for tag in self.open]
        out += [f"the id {i} {n} times" for i, n in collections.Counter(self.ids).items() if n > 1]
        out += [f"#{a} leads nowhere" for a in self.anchors if a not in self.ids]
        out += [f"{link} is no file" for link in self.links if "://" not in link and not (folder / link).is_file()]
        out += self.loading() + self.unheard()
        return out

    def loading(self):
        out = [f"{load} is loaded" for load in self.loads if not load.startswith("data:")]
        out += [f"<{tag}>" for tag in ("script", "img", "iframe", "form") if self.tags[tag]]
        out += [f"{name} of <meta>" for meta in self.attributes["meta"] if (name := (meta.get("http-equiv") or "").lower()) == "refresh"]
        # An address in a text is only read; one in a style is asked for.
        out += re.findall(r"(?i)https?://\S+|@import|url\((?!#)[^)]*", "\n".join(self.styles + self.texts["style"]))
        return out if "default-src 'none'" in self.text else [*out, "no policy"]

    def unheard(self):
        """What somebody who listens to the page would miss."""
        out = [f"{self.tags[part]} <{part}> for {self.tags['table']} tables" for part in ("caption", "thead") if self.tags[part] != self.tags["table"]]
        out += [f"a <th> without scope: {th}" for th in self.attributes["th"] if th.get("scope") not in ("col", "row")]
        for svg in self.attributes["svg"]:
            if svg.get("role") != "img" or len(svg.get("aria-labelledby", "").split()) != 2:
                out.append(f"a chart without words for it: {svg}")
        if self.tags["desc"] != self.tags["svg"] or not all(text.strip() for text in self.texts["desc"]):
            out.append("a chart without a description")
        if self.tags["h1"] != 1:
            out.append(f"{self.tags['h1']} titles")
        return out


def luminance(colour):
    """Of #rgb, #rrggbb or rgb(r, g, b), as WCAG has it."""
    if colour.startswith("rgb"):
        parts = [float(part) / 255 for part in re.findall(r"[\d.]+", colour)[:3]]
    else:
        digits = "".join(2 * d for d in colour) if len(colour) == 3 else colour
        parts = [int(digits[i:i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def faint(colours):
    """Of what COLOURS gives, the pairs that are hard to read."""
    return [f"{pair}: {words}" for pair, words in colours.items() if contrast(*pair.split(" on ")) < 4.5]


def lost(texts, pages):
    """Those of the texts that are not on the pages, all without blanks: in one piece, or parted where a page ends and the next begins."""
    def parted(text):
        return any(page.endswith(text[:cut]) and following.startswith(text[cut:])
                   for page, following in zip(pages, pages[1:]) for cut in range(1, len(text)))
    return [text for text in texts if not any(text in page for page in pages) and not parted(text)]


class Print:
    """A printed page: its sizes in points, its words with their places, and its text by page."""

    def __init__(self, pdf):
        def tool(*args):
            return subprocess.run([*args], capture_output=True, text=True, check=True).stdout
        info = tool("pdfinfo", "-f", "1", "-l", "999", pdf)
        self.sizes = [tuple(map(float, size)) for size in re.findall(r"Page +\d+ size: +([\d.]+) x ([\d.]+) pts", info)]
        self.pages = []  # of each its words: left, top, right, bottom, word
        for page in tool("pdftotext", "-raw", "-bbox", pdf, "-").split("<page ")[1:]:
            found = re.findall(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]*)<', page)
            self.pages.append([(*map(float, box), html.unescape(word)) for *box, word in found])
        self.texts = tool("pdftotext", "-layout", pdf, "-").split("\f")[:-1]

    def is_a4(self):
        return bool(self.sizes) and all(sorted(map(round, size)) == [595, 842] for size in self.sizes)

    def shrunk(self):
        """A browser makes everything smaller where something is too wide for the paper: the heading has its size then no more."""
        widths = [right - left for left, _, right, _, word in self.pages[0] if word == "NGHĨA"]
        return not widths or abs(widths[0] - 39) > 0.5  # at 11.5 points

    def outside(self, margin=20):
        """Words that are nearer to the edge of the paper than any margin."""
        out = []
        for (width, height), words in zip(self.sizes, self.pages):
            out += [w for left, top, right, bottom, w in words if left < margin or top < margin or right > width - margin or bottom > height - margin]
        return out

    def missing(self, texts):
        """Those of the texts whose words are not all on the paper, in their order; the numbers of the pages are no part of a text."""
        pages = ["".join(word for *_, bottom, word in page if bottom > TOP_MARGIN or not word.isdigit()) for page in self.pages]
        return lost([re.sub(r"\s", "", text) for text in texts], pages)
