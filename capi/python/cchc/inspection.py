"""Rounds of inspection: plan, self-reports, visits, findings, and what is written afterwards."""

from ctypes import byref, c_uint8
from typing import Any, List, Optional

from . import _structs
from ._call import Document, Handle, call, lang_number, make, take_json, take_text, text
from ._time import Day, day
from .calendars import Calendar
from .constants import DocumentFormat, Part
from .criteria import Criteria
from .statistics import Statistics


class Inspection(Handle):
    """A round of inspection: a plan, what the units handed in and what the team saw. What follows from it is a Round. Calls of
    several threads wait for each other.

    plan: format cchc.plan/1; outline: format cchc.outline/1, None: the built-in one that the plan names; criteria: the set by
    which units are scored and ranked; calendar: of all due days, None: "vn".

    >>> import cchc
    >>> with cchc.Inspection(cchc.builtin_plan("huong-hoa-2020")) as inspection:
    ...     inspection.add(cchc.Part.VISIT, "no JSON", "visits/a.json")
    ...     with inspection.round() as found:
    ...         found.result()["problems"][0]["source"]
    False
    'visits/a.json'
    """

    _kind = _structs.Inspection
    _free = "cchc_inspection_free"
    _one_thread = True

    def __init__(
        self, plan: Document, outline: Optional[Document] = None, criteria: Optional[Criteria] = None,
        calendar: Optional[Calendar] = None
    ) -> None:
        if calendar is None:
            with Calendar.builtin("vn") as vn:
                self._create(plan, outline, criteria, vn)
        else:
            self._create(plan, outline, criteria, calendar)

    def _create(
        self, plan: Document, outline: Optional[Document], criteria: Optional[Criteria], calendar: Calendar
    ) -> None:
        self._own(make(self._kind, "cchc_inspection_create", *text(plan), *text(outline), criteria and criteria._handle,
                       calendar._handle))

    def add(self, part: Part, document: Document, source: str) -> bool:
        """Adds one file; source is its name in problems. False: it is a problem of the round and does not count, or the unit
        has one that was added before."""
        taken = c_uint8()
        call("cchc_inspection_add", self._handle, part, *text(document), *text(source), byref(taken))
        return taken.value == 1

    def set_statistics(self, statistics: Statistics) -> None:
        """Gives it the figures of its dossiers, in place of what it had: grouped by agency among others."""
        call("cchc_inspection_set_statistics", self._handle, statistics._handle)

    def round(self, as_of: Day = None) -> "Round":
        """What follows from it as of a day, computed once; None: the end of the plan's period."""
        return Round._make("cchc_round_create", self._handle, day(as_of))


class Round(Handle):
    """What follows from an inspection: the result and its documents. It never changes; any number of threads may use it."""

    _kind = _structs.Round
    _free = "cchc_round_free"

    def result(self) -> Any:
        """Everything (format cchc.inspection-result/1)."""
        return take_json("cchc_round_result_json", self._handle)

    def overview(self, lang: str = "vi") -> str:
        """The first lines that a person needs."""
        return take_text("cchc_round_overview", self._handle, lang_number(lang))

    def documents(self, lang: str = "vi") -> List[Any]:
        """The documents that there are to write: name, kind, title, subject of each."""
        return list(take_json("cchc_round_document_names", self._handle, lang_number(lang)))

    def document(self, name: str, lang: str = "vi", format: DocumentFormat = DocumentFormat.MARKDOWN) -> str:
        """One document, by its name in this language."""
        return take_text("cchc_round_document", self._handle, *text(name), lang_number(lang), format)


def builtin_plan(id: str) -> Any:
    """A plan that ships with the library: "huong-hoa-2020" (format cchc.plan/1)."""
    return take_json("cchc_plan_builtin_json", *text(id))


def builtin_outline(id: str) -> Any:
    """An outline that ships with the library: "huong-hoa-2020" (format cchc.outline/1)."""
    return take_json("cchc_outline_builtin_json", *text(id))


def check_self_report(report: Document, outline: Optional[Document] = None, kind: Optional[str] = None) -> Any:
    """Everything that is wrong with a self-report (format cchc.inspection-problems/1). outline: None: the built-in one; kind:
    of the unit ("xa")."""
    return take_json("cchc_self_report_check", *text(report), *text(outline), *text(kind))
