"""The Vietnamese lunar calendar."""

from ctypes import c_int32, c_uint8
from typing import Any, NamedTuple, Optional

from ._call import call
from ._columns import Batch, Column
from .calendars import Rows


class LunarDates(NamedTuple):
    """Columns: year, month, day, leap (1 in the leap month), row_status (cchc.Row); and how many rows are not Row.OK."""

    year: Any
    month: Any
    day: Any
    leap: Any
    row_status: Any
    failed: int


class LunarYears(NamedTuple):
    """Columns: tet and hung_kings (days), leap_month (0: none), sensitive (1: other sources may have another date)."""

    tet: Any
    hung_kings: Any
    leap_month: Any
    sensitive: Any


def from_days(days: Column) -> LunarDates:
    """The lunar date of each day.

    >>> from cchc import lunar
    >>> rows = lunar.from_days(["2026-02-17", "2025-07-25"])
    >>> list(zip(rows.year, rows.month, rows.day, rows.leap))
    [(2026, 1, 1, 0), (2025, 6, 1, 1)]
    """
    batch = Batch()
    given = batch.days(days)
    year, year_pointer = batch.out(c_int32)
    columns = [batch.out(c_uint8) for _ in range(3)]
    call("cchc_lunar_from_days", given, batch.count, year_pointer, *[pointer for _, pointer in columns], *batch.rows())
    month, day, leap = [values for values, _ in columns]
    return LunarDates(year, month, day, leap, batch.row_status, batch.failed)


def to_days(year: Column, month: Column, day: Column, leap: Optional[Column] = None) -> Rows:
    """The day of each lunar date. leap: 1 in the leap month; None: no leap months."""
    batch = Batch()
    given = batch.days(year), batch.codes(month), batch.codes(day), batch.codes(leap)
    days, pointer = batch.out(c_int32)
    call("cchc_lunar_to_days", *given, batch.count, pointer, *batch.rows())
    return Rows(days, batch.row_status, batch.failed)


def years(first_year: int, count: int) -> LunarYears:
    """What people ask of lunar years: count years from first_year on, inside 1900 to 2199.

    >>> import cchc
    >>> [str(cchc.to_date(day)) for day in cchc.lunar.years(2025, 2).tet]
    ['2025-01-29', '2026-02-17']
    """
    batch = Batch()
    columns = [batch.out(kind, count) for kind in (c_int32, c_int32, c_uint8, c_uint8)]
    call("cchc_lunar_years", first_year, count, *[pointer for _, pointer in columns])
    return LunarYears(*[values for values, _ in columns])
