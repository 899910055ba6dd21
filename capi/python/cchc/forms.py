"""Form II.06a in one call, for people and for programs."""

import unicodedata
from typing import Any, Dict, List, NamedTuple, Tuple

from .dossiers import Source, query
from .statistics import Statistics

# The columns of the form, (3) to (13), as the result of statistics has them.
COLUMNS: List[Tuple[str, str]] = [
    ("received", "total"), ("received", "online"), ("received", "direct"), ("received", "carried_over"),
    ("resolved", "total"), ("resolved", "early"), ("resolved", "on_time"), ("resolved", "overdue"),
    ("in_process", "total"), ("in_process", "within"), ("in_process", "overdue"),
]

_CAPTIONS = {
    "vi": ["Tổng số", "Trực tuyến", "Trực tiếp", "Kỳ trước", "Tổng số", "Trước hạn", "Đúng hạn", "Quá hạn", "Tổng số",
           "Trong hạn", "Quá hạn"],
    "en": ["total", "online", "direct", "carried", "total", "early", "on time", "overdue", "total", "within", "overdue"],
}
_GROUPS = {"vi": ("Tiếp nhận", "Đã giải quyết", "Đang giải quyết"), "en": ("Received", "Resolved", "In process")}
_WORDS = {
    "vi": ("Tình hình, kết quả giải quyết thủ tục hành chính (mẫu II.06a/VPCP/KSTT)", "từ {} đến trước {}", "Đơn vị", "Tổng số"),
    "en": ("Administrative procedures received and resolved (form II.06a/VPCP/KSTT)", "from {} to before {}", "Unit", "Total"),
}


class FormRow(NamedTuple):
    """A unit, and the columns (3) to (13) of the form."""

    unit: str
    received: int
    online: int
    direct: int
    carried_over: int
    resolved: int
    early: int
    on_time: int
    overdue: int
    in_process: int
    within: int
    in_process_overdue: int


def _row(unit: str, counts: Dict[str, Any]) -> FormRow:
    return FormRow(unit, *[counts[group][name] for group, name in COLUMNS])


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else not unicodedata.combining(c) for c in text)


class Form:
    """Form II.06a. rows and total are numbers, result is everything that was counted (format cchc.statistics/1), report what
    was read. print() shows a table, with bad rows below it."""

    def __init__(self, result: Any, report: Any, lang: str) -> None:
        self.result = result
        self.report = report
        self.lang = lang
        title = _WORDS[lang][3]
        groups = result["groups"][0]["rows"] if result["groups"] else []
        self.rows = [_row(", ".join(group["key"].values()), group) for group in groups]
        self.total = _row(title, result["total"])

    def __str__(self) -> str:
        title, period, unit, _ = _WORDS[self.lang]
        asked = self.result["query"]
        table = [(unit, *_CAPTIONS[self.lang]), ("(2)", *[f"({n})" for n in range(3, 14)])]
        table += [(row[0], *[str(cell) for cell in row[1:]]) for row in [*self.rows, self.total]]
        widths = [max(map(_width, column)) for column in zip(*table)]
        lines = [title, period.format(asked["from"], asked["to"]), "", self._groups(widths)]
        for cells in table:
            padding = [" " * (width - _width(cell)) for width, cell in zip(widths, cells)]
            numbers = [pad + cell for pad, cell in zip(padding[1:], cells[1:])]
            lines.append("  ".join([cells[0] + padding[0], *numbers]))
        lines.insert(6, "─" * max(map(_width, lines[4:])))
        return "\n".join([*lines, *self._issues()])

    def _groups(self, widths: List[int]) -> str:
        line = " " * widths[0]
        for caption, (begin, end) in zip(_GROUPS[self.lang], ((1, 5), (5, 9), (9, 12))):
            room = sum(widths[begin:end]) + 2 * (end - begin - 1)
            line += "  " + caption + " " * (room - _width(caption))
        return line.rstrip()

    def _issues(self) -> List[str]:
        if not self.report["bad_rows"]:
            return []
        first = [f"  {issue['line']}: {issue['message']}" for issue in self.report["issues"][:10]]
        words = {"vi": "dòng không đọc được", "en": "rows cannot be read"}[self.lang]
        return ["", f"{self.report['bad_rows']} / {self.report['rows']} {words}", *first]


def form_ii06a(source: Source, *, from_: Any, to: Any, by: str = "agency", lang: str = "vi", policy: str = "form-ii06a",
               as_of: Any = None, **reading: Any) -> Form:
    """Form II.06a for [from_, to) from a document of dossiers: its text, a path (pathlib.Path), or an open binary file. by:
    what a row is for, "agency" or "field", or several as "agency,field". Other arguments are those of Statistics.read().

    >>> import cchc
    >>> csv = "id,agency,channel,received,due,completed\\n1,Khe Sanh,online,2020-03-02,2020-03-09,2020-03-06\\n"
    >>> print(cchc.form_ii06a(csv, from_="2020-01-01", to="2020-10-01", lang="en"))
    Administrative procedures received and resolved (form II.06a/VPCP/KSTT)
    from 2020-01-01 to before 2020-10-01
    <BLANKLINE>
              Received                        Resolved                        In process
    Unit      total  online  direct  carried  total  early  on time  overdue  total  within  overdue
    (2)         (3)     (4)     (5)      (6)    (7)    (8)      (9)     (10)   (11)    (12)     (13)
    ────────────────────────────────────────────────────────────────────────────────────────────────
    Khe Sanh      1       1       0        0      1      1        0        0      0       0        0
    Total         1       1       0        0      1      1        0        0      0       0        0
    """
    if lang not in _WORDS:
        raise ValueError(f'lang is "vi" or "en", not {lang!r}')
    more = {} if as_of is None else {"as_of": as_of}
    with Statistics(query(from_, to, by=by, policy=policy, **more)) as counted:
        report = counted.read(source, **reading)
        return Form(counted.result(), report, lang)
