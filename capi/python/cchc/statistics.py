"""Counts of dossiers, reconciliations, quality reports, periods, published forms."""

from ctypes import byref, c_int32, c_size_t, c_uint8, c_uint32
from datetime import date
from typing import Any, List, NamedTuple, Optional, Tuple

from . import _structs
from ._call import AnyDocument, Document, call, lang_number, make, take, take_json, take_text, text
from ._columns import new_column
from ._time import Day, day, to_date
from .constants import DocumentFormat, Table, Windows
from .dossiers import Counter, Dossiers, _Given


class Statistics(Counter):
    """Counts of dossiers under one query (format cchc.query/1; see cchc.query()): form II.06a and what stands beside it, by
    any grouping, with rates and checked identities.

    >>> import cchc
    >>> with cchc.Statistics(cchc.query("2020-01-01", "2020-10-01", by="agency")) as counted:
    ...     report = counted.read("id,agency,received,due,completed\\n1,Khe Sanh,2020-03-02,2020-03-09,2020-03-06\\n")
    ...     total = counted.result()["total"]
    >>> report["bad_rows"], total["resolved"]["early"]
    (0, 1)
    """

    _kind = _structs.Statistics
    _free = "cchc_statistics_free"
    _name = "statistics"

    def __init__(self, query: Document) -> None:
        self._own(make(self._kind, "cchc_statistics_create", *text(query)))

    def csv(self, grouping: int = 0) -> str:
        """All counts of one grouping of the query as CSV."""
        return take_text("cchc_statistics_result_csv", self._handle, grouping)

    def table(self, table: Table = Table.FORM_II06A, grouping: int = 0, lang: str = "vi") -> str:
        """A table of one grouping of the query as text, in columns. Table.TIMING: the query asked for the timing.

        >>> import cchc
        >>> counted = cchc.Statistics(cchc.query("2020-01-01", "2020-10-01", by="agency"))
        >>> _ = counted.read("id,agency,received,due,completed\\n1,Khe Sanh,2020-03-02,2020-03-09,2020-03-06\\n")
        >>> "Khe Sanh" in counted.table(cchc.Table.OUTLINE_274, lang="en")
        True
        """
        return take_text("cchc_statistics_table", self._handle, table, grouping, lang_number(lang))

    def form_document(
        self, grouping: int = 0, lang: str = "vi", format: DocumentFormat = DocumentFormat.MARKDOWN
    ) -> str:
        """Form II.06a of one grouping as a document, with tables of its rates and identities, without an issuer.

        >>> import cchc
        >>> counted = cchc.Statistics(cchc.query("2020-01-01", "2020-10-01", by="agency"))
        >>> "# REPORT" in counted.form_document(lang="en")
        True
        """
        return take_text("cchc_statistics_form_document", self._handle, grouping, lang_number(lang), format)

    def facts(self, agency: Optional[str] = None, kind: Optional[str] = None) -> Any:
        """The figures as facts for Criteria.score() and the like (format cchc.facts/1): "dossiers.received.total" ... agency: of a
        query that groups by agency alone, None: the total; kind: of the unit, as the criteria set names it ("xa").

        >>> import cchc
        >>> counted = cchc.Statistics(cchc.query("2020-01-01", "2020-10-01", by="agency"))
        >>> _ = counted.read("id,agency,received,due,completed\\n1,Khe Sanh,2020-03-02,2020-03-09,2020-03-06\\n")
        >>> facts = counted.facts("Khe Sanh", "xa")
        >>> facts["unit"], facts["facts"]["dossiers.resolved.early"]
        ('Khe Sanh', 1)
        """
        return take_json("cchc_statistics_facts_json", self._handle, *text(agency), *text(kind))

    def check_chain(self, following: "Statistics") -> Any:
        """Whether the period of the other begins with what this one left open (format cchc.chain/1)."""
        return take_json("cchc_statistics_check_chain", self._handle, following._handle)

    def consolidate(self, hierarchy: AnyDocument) -> Any:
        """Totals by level of government and for each unit with all that is below it (format cchc.consolidated/1).
        hierarchy: format cchc.hierarchy/1, or CSV with the columns unit, parent, level, title."""
        return take_json("cchc_statistics_consolidate", self._handle, *text(hierarchy))

    def consolidated_table(self, hierarchy: AnyDocument, table: Table = Table.FORM_BY_UNIT, lang: str = "vi") -> str:
        """The same as a table in text: Table.FORM_BY_LEVEL or Table.FORM_BY_UNIT."""
        return take_text("cchc_statistics_consolidated_table", self._handle, *text(hierarchy), table, lang_number(lang))

    def serialize(self) -> bytes:
        """The counts as bytes, to keep or to send; equal ones give equal bytes. Pickling does it, too.

        >>> import cchc, pickle
        >>> counted = cchc.Statistics(cchc.query("2020-01-01", "2020-10-01"))
        >>> pickle.loads(pickle.dumps(counted)).serialize() == counted.serialize()
        True
        """
        return take("cchc_statistics_serialize", self._handle)

    @classmethod
    def deserialize(cls, data: bytes) -> "Statistics":
        """Statistics from these bytes, which may come from anywhere."""
        return cls._make("cchc_statistics_deserialize", data, len(data))

    def __reduce__(self) -> Any:
        return Statistics.deserialize, (self.serialize(),)


class Reconciliation(Counter):
    """The same dossiers under several policies, and each difference broken down by what in the policies makes it. The query
    has the format cchc.reconcile_query/1.

    >>> import cchc
    >>> query = {"format": "cchc.reconcile_query/1", "from": "2020-01-01", "to": "2020-10-01",
    ...          "policies": ["form-ii06a", "td"]}
    >>> with cchc.Reconciliation(query) as both:
    ...     _ = both.read("id,received,due,completed\\n1,2020-03-02,,2020-03-06\\n")
    ...     both.result()["differences"][0]["change"]
    {'on_time': 1, 'no_due_resolved': -1}
    """

    _kind = _structs.Reconcile
    _free = "cchc_reconcile_free"
    _name = "reconcile"

    def __init__(self, query: Document) -> None:
        self._own(make(self._kind, "cchc_reconcile_create", *text(query)))


class Flagged(NamedTuple):
    """Columns: flags (bit f is set for cchc.Flag f), problem (cchc.Problem); and how many have a problem."""

    flags: Any
    problem: Any
    failed: int


class Quality(Counter):
    """Counts of what is wrong with dossiers, in total and by agency, with examples. today: the last day on which something
    can have happened; None: the day before the as-of date.

    >>> import cchc
    >>> with cchc.Quality(cchc.query("2020-01-01", "2020-10-01"), today="2020-12-31") as checked:
    ...     added = checked.add(cchc.Dossiers(id=["1"], received=["2020-03-02"], completed=["2020-03-01"]))
    >>> added.flags[0] == 1 << cchc.Flag.ENDED_BEFORE_RECEIVED
    True
    """

    _kind = _structs.Quality
    _free = "cchc_quality_free"
    _name = "quality"

    def __init__(self, query: Document, today: Day = None) -> None:
        self._own(make(self._kind, "cchc_quality_create", *text(query), day(today)))

    def add(self, dossiers: Dossiers) -> Flagged:
        """Adds dossiers in columns, all or (where it fails) none."""
        given = _Given(dossiers)
        flags, flags_pointer = new_column(c_uint32, given.rows.count, given.rows.with_numpy)
        problem, problem_pointer = new_column(c_uint8, given.rows.count, given.rows.with_numpy)
        failed = c_size_t()
        call("cchc_quality_add_columns", self._handle, byref(given.struct), flags_pointer, problem_pointer, byref(failed))
        return Flagged(flags, problem, int(failed.value))

    def csv(self) -> str:
        """The counts as CSV: a row for each agency and flag or problem, captions in the first line."""
        return take_text("cchc_quality_result_csv", self._handle)


def period_dates(name: str, windows: Windows = Windows.CALENDAR) -> List[Tuple[date, date]]:
    """The dates of a period by its name, or of several that follow each other: "2020-03", "2020-Q1", "2020-H1", "2020-9M",
    "2020", "2020-Q1..2020-Q4".

    >>> import cchc
    >>> [(str(begin), str(end)) for begin, end in cchc.period_dates("2020-Q1", cchc.Windows.ND_09_2019)]
    [('2019-12-15', '2020-03-15')]
    """
    most = 1200  # what the library gives at once
    first, past, count = (c_int32 * most)(), (c_int32 * most)(), c_size_t()
    call("cchc_period_dates", *text(name), windows, first, past, most, byref(count))
    found = [(to_date(first[i]), to_date(past[i])) for i in range(count.value)]
    return [(begin, end) for begin, end in found if begin and end]


def form_check(form: AnyDocument, following: Optional[AnyDocument] = None, variant: Optional[Document] = None) -> Any:
    """Which identities a published form II.06a breaks, and by how much (format cchc.form-check/1). form: CSV, rows, or the
    result of Statistics; following: the form of the period after it; variant: its kind; None: found from the header.

    >>> import cchc
    >>> counted = cchc.Statistics(cchc.query("2020-01-01", "2020-10-01"))
    >>> cchc.form_check(counted.result())["holds"]
    True
    """
    return take_json("cchc_form_check", *text(form), *text(following), *text(variant))
