"""Working calendars and due dates."""

from ctypes import byref, c_int32, c_int64, c_uint8
from datetime import date, datetime
from typing import Any, List, NamedTuple, Optional, Tuple, Union

from . import _structs
from ._call import Document, Handle, call, lang_number, refuse, take_json, take_text, text
from ._columns import Batch, Column
from ._time import Day, Instant, Limit, day, instant, limit_milli, to_date, to_datetime
from .constants import NO_INSTANT, NO_LIMIT, Boundary, Code, Row
from .rules import Rule


class Rows(NamedTuple):
    """Columns: values, row_status (cchc.Row); and how many rows are not Row.OK."""

    values: Any
    row_status: Any
    failed: int


class DueDates(NamedTuple):
    """Columns: due_at (instants), due_day (days), row_status (cchc.Row); and how many rows are not Row.OK."""

    due_at: Any
    due_day: Any
    row_status: Any
    failed: int


class TimeLeft(NamedTuple):
    """Columns: days and seconds, negative where overdue, row_status (cchc.Row); and how many rows are not Row.OK."""

    days: Any
    seconds: Any
    row_status: Any
    failed: int


class Pauses(NamedTuple):
    """Pauses of many dossiers: those of row i are offsets[i] to offsets[i + 1] of the other columns. model: cchc.Pause; begin,
    end, due: instants; end None: all are open; due: the new due instant of Pause.REPLACE."""

    offsets: Column
    model: Column
    begin: Column
    end: Optional[Column] = None
    due: Optional[Column] = None


_REFUSALS = {
    Row.MISSING: (Code.E_ARG_RANGE, "a value is missing"),
    Row.OUTSIDE_COVERAGE: (Code.E_OUTSIDE_COVERAGE, "outside the calendar's coverage"),
    Row.LIMIT_REFUSED: (Code.E_LIMIT_REFUSED, "the counting rule does not allow this time limit"),
    Row.ARGUMENT_RANGE: (Code.E_ARG_RANGE, "out of range, or dates in an impossible order"),
}


def _need(row_status: Any, *asked: object) -> None:
    """For calls with one row: raises what a column only marks."""
    if row_status[0] != Row.OK:
        code, reason = _REFUSALS[Row(row_status[0])]
        refuse(code, ", ".join(str(one) for one in asked) + ": " + reason)


class Calendar(Handle):
    """A working calendar. It never guesses: a day outside its coverage is refused. It never changes, and any number of
    threads may use it.

    >>> import cchc
    >>> with cchc.Calendar.builtin("vn") as vn:
    ...     print(vn.due("2020-01-16T09:00", 15))
    ...     print(vn.is_working_day("2020-01-23"), vn.working_day_after("2020-01-16", 15))
    2020-02-13 17:00:00
    False 2020-02-13
    """

    _kind = _structs.Calendar
    _free = "cchc_calendar_free"

    @classmethod
    def builtin(cls, id: str = "vn") -> "Calendar":
        """A calendar that ships with the library: "vn", the civil servants' of Viet Nam."""
        return cls._make("cchc_calendar_builtin", *text(id))

    @classmethod
    def from_json(cls, document: Document, base: Optional["Calendar"] = None) -> "Calendar":
        """Reads a calendar (format cchc.calendar/1). base: the one that it extends, if that is not built in."""
        if base is None:
            return cls._make("cchc_calendar_from_json", *text(document))
        return cls._make("cchc_calendar_from_json_with_base", *text(document), base._handle)

    def with_projection(self, to_year: int) -> "Calendar":
        """This calendar, continued to the end of a year with the holidays that the law lets expect."""
        return self._make("cchc_calendar_with_projection", self._handle, to_year)

    def as_known_on(self, known: Day) -> "Calendar":
        """This calendar as it was known on a day."""
        return self._make("cchc_calendar_as_known_on", self._handle, day(known))

    def to_json(self) -> str:
        """The calendar as a file (format cchc.calendar/1); reading it back gives an equal one. Pickling does it, too."""
        return take_text("cchc_calendar_to_json", self._handle)

    def __reduce__(self) -> Any:
        return Calendar.from_json, (self.to_json(),)

    def days(self, begin: Day, end: Day) -> List[Any]:
        """What it knows about each day of [begin, end): kind, name, source, evidence, office hours (format cchc.days/1). A list
        that pandas.DataFrame() takes as it is.

        >>> import cchc
        >>> [(one["date"], one["kind"]) for one in cchc.Calendar.builtin("vn").days("2020-01-22", "2020-01-24")]
        [('2020-01-22', 'working'), ('2020-01-23', 'holiday')]
        """
        return list(take_json("cchc_calendar_days_json", self._handle, day(begin), day(end))["days"])

    @property
    def coverage(self) -> Tuple[date, date]:
        """The first day covered, and the day after the last one.

        >>> import cchc
        >>> [str(end) for end in cchc.Calendar.builtin("vn").coverage]
        ['2015-01-01', '2027-01-01']
        """
        first, past = c_int32(), c_int32()
        call("cchc_calendar_coverage", self._handle, byref(first), byref(past))
        return to_date(first.value) or date.min, to_date(past.value) or date.max

    @property
    def projected_from(self) -> Optional[date]:
        """The first day from which on it is only projected; None: nothing is."""
        first = c_int32()
        call("cchc_calendar_projected_from", self._handle, byref(first))
        return to_date(first.value)

    # ---- One day, one dossier: what columns only mark is raised as cchc.Error

    def is_working_day(self, asked: Day) -> bool:
        """Is it a working day?"""
        rows = self.is_working([asked])
        _need(rows.row_status, asked)
        return bool(rows.values[0])

    def working_day_after(self, start: Day, n: int) -> date:
        """The n-th working day after a day, which is not counted; before it where n is negative."""
        rows = self.add_working_days([start], [n])
        _need(rows.row_status, start, n)
        return to_date(rows.values[0]) or date.min

    def working_days_between(self, begin: Day, end: Day) -> int:
        """The number of working days in [begin, end); negative where end is before begin."""
        rows = self.count_working_days([begin], [end])
        _need(rows.row_status, begin, end)
        return int(rows.values[0])

    def working_seconds_between(self, begin: Instant, end: Instant) -> int:
        """The working seconds in [begin, end) by office hours; negative where end is before begin.

        >>> import cchc
        >>> cchc.Calendar.builtin("vn").working_seconds_between("2020-01-16T09:00", "2020-01-17T09:00") / 3600
        7.5
        """
        rows = self.working_seconds([begin], [end])
        _need(rows.row_status, begin, end)
        return int(rows.values[0])

    def instant_after(self, start: Instant, seconds: int, boundary: Boundary = Boundary.EARLIEST) -> datetime:
        """The instant so many working seconds after an instant; before it where they are negative.

        >>> import cchc
        >>> with cchc.Calendar.builtin("vn") as vn:
        ...     print(vn.instant_after("2020-01-16T09:00", 8 * 3600))
        2020-01-17 09:30:00
        """
        rows = self.advance([start], [seconds], boundary)
        _need(rows.row_status, start, seconds)
        return to_datetime(rows.values[0]) or datetime.min

    def due(self, received: Instant, limit: Limit, rule: Union[Rule, str] = "working-days") -> datetime:
        """When is a dossier due? limit is in the unit of the rule, which is one, or the name of one that is built in."""
        rows = self._with_rule(rule, lambda found: self.due_dates([received], [limit_milli(limit)], found))
        _need(rows.row_status, received, limit)
        return to_datetime(rows.due_at[0]) or datetime.min

    def explain(self, received: Instant, limit: Limit, rule: Union[Rule, str] = "working-days", lang: str = "vi") -> str:
        """The same in words: the rule, the days counted, the days skipped and why, with their sources."""
        at, milli, number = instant(received), limit_milli(limit), lang_number(lang)
        return str(self._with_rule(
            rule, lambda found: take_text("cchc_due_explain", self._handle, found._handle, at, milli, number)))

    def time_left_text(self, now: Instant, due: Instant, lang: str = "vi") -> str:
        """How much working time is left, in words.

        >>> import cchc
        >>> cchc.Calendar.builtin("vn").time_left_text("2020-06-15T10:00", "2020-06-16T17:00", "en")
        '1 day 5 h left'
        """
        return take_text("cchc_due_time_left_text", self._handle, instant(now), instant(due), lang_number(lang))

    @staticmethod
    def _with_rule(rule: Union[Rule, str], ask: Any) -> Any:
        if isinstance(rule, Rule):
            return ask(rule)
        with Rule.builtin(rule) as found:
            return ask(found)

    # ---- Columns

    def is_working(self, days: Column) -> Rows:
        """Is each day a working day? values: 1 and 0."""
        batch = Batch()
        given = batch.days(days)
        values, pointer = batch.out(c_uint8)
        call("cchc_calendar_is_working", self._handle, given, batch.count, pointer, *batch.rows())
        return Rows(values, batch.row_status, batch.failed)

    def add_working_days(self, days: Column, n: Column) -> Rows:
        """The n-th working day after each day; before it where n is negative. values: days.

        >>> import array, cchc
        >>> rows = cchc.Calendar.builtin("vn").add_working_days(array.array("i", [18277, 18277]), [15, -1])
        >>> rows.values, rows.failed
        (array('i', [18305, 18276]), 0)
        """
        batch = Batch()
        given = batch.days(days), batch.days(n)
        values, pointer = batch.out(c_int32)
        call("cchc_calendar_add_working_days", self._handle, *given, batch.count, pointer, *batch.rows())
        return Rows(values, batch.row_status, batch.failed)

    def count_working_days(self, begin: Column, end: Column) -> Rows:
        """The number of working days in each [begin, end). values: numbers."""
        batch = Batch()
        given = batch.days(begin), batch.days(end)
        values, pointer = batch.out(c_int32)
        call("cchc_calendar_count_working_days", self._handle, *given, batch.count, pointer, *batch.rows())
        return Rows(values, batch.row_status, batch.failed)

    def working_seconds(self, begin: Column, end: Column) -> Rows:
        """The working seconds in each [begin, end) by office hours. values: numbers, NO_INSTANT where not judged; with numpy
        values.view("timedelta64[s]") has NaT there.

        >>> import cchc
        >>> rows = cchc.Calendar.builtin("vn").working_seconds(["2020-01-16T09:00", None], ["2020-01-20T09:00", None])
        >>> rows.values[0], rows.failed
        (54000, 1)
        """
        batch = Batch()
        given = batch.instants(begin), batch.instants(end)
        values, pointer = batch.out(c_int64)
        call("cchc_calendar_working_seconds", self._handle, *given, batch.count, pointer, *batch.rows())
        return Rows(values, batch.row_status, batch.failed)

    def advance(self, start: Column, seconds: Column, boundary: Boundary = Boundary.EARLIEST) -> Rows:
        """The instant so many working seconds after each instant, before it where they are negative: the inverse of
        working_seconds(). values: instants.

        >>> import cchc
        >>> vn = cchc.Calendar.builtin("vn")
        >>> [str(cchc.to_datetime(vn.advance(["2020-01-16T07:30"], [4 * 3600], which).values[0])) for which in cchc.Boundary]
        ['2020-01-16 11:30:00', '2020-01-16 13:30:00']
        """
        batch = Batch()
        given = batch.instants(start), batch.numbers(seconds, NO_INSTANT)
        values, pointer = batch.out(c_int64)
        call("cchc_calendar_advance", self._handle, *given, batch.count, boundary, pointer, *batch.rows())
        return Rows(values, batch.row_status, batch.failed)

    def due_dates(self, received: Column, limit_milli: Column, rule: Rule) -> DueDates:
        """When is each dossier due? received: instants; limit_milli: limits in thousandths of the rule's unit."""
        return self._due_dates("cchc_due_compute", received, limit_milli, rule)

    def due_dates_paused(
        self, received: Column, limit_milli: Column, rule: Rule, pauses: Pauses, as_of: Instant
    ) -> DueDates:
        """When is each dossier due that was paused? Of pauses counts what happened before as_of.

        >>> import cchc
        >>> pauses = cchc.Pauses([0, 1], [cchc.Pause.RESTART], ["2020-06-04T10:00"], ["2020-06-09T15:00"])
        >>> with cchc.Calendar.builtin("vn") as vn, cchc.Rule.builtin("working-days") as rule:
        ...     rows = vn.due_dates_paused(["2020-06-01T09:00"], [5000], rule, pauses, as_of="2020-09-01")
        >>> str(cchc.to_date(rows.due_day[0]))
        '2020-06-16'
        """
        # Lengths of their own: one more than there are rows, and one for each pause.
        offsets, each = Batch(), Batch()
        given = [offsets.column(pauses.offsets, c_int64), each.codes(pauses.model)]
        given += [each.instants(column) for column in (pauses.begin, pauses.end, pauses.due)]
        found = self._due_dates("cchc_due_compute_paused", received, limit_milli, rule, *given, instant(as_of),
                                offsets=offsets.count, pauses=(given[0], each.count))
        return found

    def _due_dates(
        self, name: str, received: Column, limits: Column, rule: Rule, *more: Any,
        offsets: Optional[int] = None, pauses: Optional[Tuple[Any, int]] = None
    ) -> DueDates:
        batch = Batch()
        given = batch.instants(received), batch.numbers(limits, NO_LIMIT)
        if offsets not in (None, batch.count + 1):
            raise ValueError(f"{batch.count} rows have {batch.count + 1} offsets; found {offsets}")
        if pauses is not None and pauses[0][batch.count] > pauses[1]:
            raise ValueError(f"the offsets go to {pauses[0][batch.count]}; there are {pauses[1]} pauses")
        due_at, at = batch.out(c_int64)
        due_day, on = batch.out(c_int32)
        call(name, self._handle, rule._handle, *given, batch.count, *more, at, on, *batch.rows())
        return DueDates(due_at, due_day, batch.row_status, batch.failed)

    def time_left(self, now: Instant, due: Column) -> TimeLeft:
        """How much working time is left until each due instant, or has passed since: whole working days, and seconds."""
        batch = Batch()
        given = batch.instants(due)
        days, days_pointer = batch.out(c_int32)
        seconds, seconds_pointer = batch.out(c_int32)
        call("cchc_due_time_left", self._handle, instant(now), given, batch.count, days_pointer, seconds_pointer, *batch.rows())
        return TimeLeft(days, seconds, batch.row_status, batch.failed)


def projected_holidays(year: int) -> Any:
    """The holidays that the Labour Code lets expect in a year, and what is still to be decided (format cchc.projection/1).

    >>> import cchc
    >>> cchc.projected_holidays(2027)["days"][1]["date"]
    '2027-02-06'
    """
    return take_json("cchc_projected_holidays_json", year)
