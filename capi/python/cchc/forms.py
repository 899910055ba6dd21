"""Form II.06a in one call, for people and for programs."""

from typing import Any, Dict, List, NamedTuple, Tuple

from ._call import lang_number
from .constants import Table
from .dossiers import Source, query
from .statistics import Statistics

# The columns of the form, (3) to (13), as the result of statistics has them.
COLUMNS: List[Tuple[str, str]] = [
    ("received", "total"), ("received", "online"), ("received", "direct"), ("received", "carried_over"),
    ("resolved", "total"), ("resolved", "early"), ("resolved", "on_time"), ("resolved", "overdue"),
    ("in_process", "total"), ("in_process", "within"), ("in_process", "overdue"),
]

_TOTAL = {"vi": "Tổng số", "en": "Total"}
_BAD_ROWS = {"vi": "dòng không đọc được", "en": "rows cannot be read"}


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


class Form:
    """Form II.06a, made by form_ii06a(). print() shows it, with its rates and identities and the rows that cannot be read below.

    rows    its rows as numbers, which pandas.DataFrame(form.rows) takes with their names
    total   its last row
    result  everything that was counted (format cchc.statistics/1)
    report  what was read (format cchc.read_report/1)
    """

    def __init__(self, text: str, result: Any, report: Any, lang: str) -> None:
        self.result = result
        self.report = report
        self.lang = lang
        self.rows = [_row(", ".join(group["key"].values()), group) for group in result["groups"][0]["rows"]]
        self.total = _row(_TOTAL[lang], result["total"])
        self._text = text

    def __str__(self) -> str:
        return "\n".join([self._text.rstrip("\n"), *self._issues()])

    def __repr__(self) -> str:
        return f"<Form II.06a: {len(self.rows)} rows, {self.total.received} dossiers, {self.report['bad_rows']} bad rows>"

    def _issues(self) -> List[str]:
        if not self.report["bad_rows"]:
            return []
        first = [f"  {issue['line']}: {issue['message']}" for issue in self.report["issues"][:10]]
        return ["", f"{self.report['bad_rows']} / {self.report['rows']} {_BAD_ROWS[self.lang]}", *first]


def form_ii06a(source: Source, *, from_: Any, to: Any, by: str = "agency", lang: str = "vi", policy: str = "form-ii06a",
               as_of: Any = None, **reading: Any) -> Form:
    """Form II.06a for [from_, to) from a document of dossiers: its text, a path (pathlib.Path), or an open binary file. by:
    what a row is for, "agency" or "field", or several as "agency,field". Other arguments are those of Statistics.read().

    >>> import cchc
    >>> csv = "id,agency,channel,received,due,completed\\n1,Khe Sanh,online,2020-03-02,2020-03-09,2020-03-06\\n"
    >>> form = cchc.form_ii06a(csv, from_="2020-01-01", to="2020-10-01", lang="en")
    >>> print(form)  # doctest: +ELLIPSIS
    Situation and results of handling administrative procedures (form II.06a/VPCP/KSTT)
    Period: from 2020-01-01 through 2020-09-30
    ...
    1   │ Khe Sanh │     1 │      1 │       0 │       0 │     1 │     1 │    0 │       0 │     0 │      0 │       0
    ...
    R1 Early and on time, of those resolved: 1 / 1 = 100.00 %
    ...
    >>> form.rows[0].unit, form.total.early
    ('Khe Sanh', 1)
    """
    lang_number(lang)
    if not by:
        raise ValueError('by says what a row of the form is for, as "agency"')
    more = {} if as_of is None else {"as_of": as_of}
    with Statistics(query(from_, to, by=by, policy=policy, **more)) as counted:
        report = counted.read(source, **reading)
        return Form(counted.table(Table.FORM_II06A, 0, lang), counted.result(), report, lang)
