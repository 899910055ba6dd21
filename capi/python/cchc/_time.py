"""Days and instants of the library, and Python's dates: wall time of Viet Nam, no zone."""

from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Optional, Union

from .constants import NO_DAY, NO_INSTANT

EPOCH = datetime(1970, 1, 1)
EPOCH_DAY = EPOCH.toordinal()
VIET_NAM = timezone(timedelta(hours=7))

#: A moment: datetime, a date (its 00:00), ISO text ("2020-01-16T09:00"), the library's number, or None for "did not happen".
Instant = Union[datetime, date, str, int, None]
#: A day: date, ISO text ("2020-01-16"), the library's number, or None.
Day = Union[date, str, int, None]
#: A time limit: exact, so 0.5 is half a day and 0.1 a tenth.
Limit = Union[int, float, str, Decimal]


def is_missing(value: object) -> bool:
    """None, and what pandas has in its place: NaN, NaT and NA, of which none equals itself."""
    return value is None or (value != value) is not False


def instant(value: Instant) -> int:
    """The library's number for a moment: seconds of Viet Nam wall time since 1970-01-01T00:00. A datetime with a zone is
    converted, one without is wall time.

    >>> import cchc
    >>> cchc.instant("2020-01-16T09:00")
    1579165200
    >>> cchc.instant(None) == cchc.NO_INSTANT
    True
    """
    if value is None or is_missing(value):
        return NO_INSTANT
    if isinstance(value, str):
        value = datetime.fromisoformat(value)
    if isinstance(value, datetime):
        wall = value if value.tzinfo is None else value.astimezone(VIET_NAM).replace(tzinfo=None)
        return (wall - EPOCH) // timedelta(seconds=1)
    if isinstance(value, date):
        return (value.toordinal() - EPOCH_DAY) * 86400
    return value


def day(value: Day) -> int:
    """The library's number for a day: days since 1970-01-01.

    >>> import cchc
    >>> cchc.day("2020-01-16")
    18277
    """
    if value is None or is_missing(value):
        return NO_DAY
    if isinstance(value, str):
        value = date.fromisoformat(value)
    if isinstance(value, date):
        return value.toordinal() - EPOCH_DAY
    return value


def to_datetime(number: int) -> Optional[datetime]:
    """The moment of a number of the library; None for NO_INSTANT.

    >>> import cchc
    >>> cchc.to_datetime(1579165200).isoformat()
    '2020-01-16T09:00:00'
    """
    return None if number == NO_INSTANT else EPOCH + timedelta(seconds=int(number))


def to_date(number: int) -> Optional[date]:
    """The day of a number of the library; None for NO_DAY.

    >>> import cchc
    >>> cchc.to_date(18277).isoformat()
    '2020-01-16'
    """
    return None if number == NO_DAY else date.fromordinal(int(number) + EPOCH_DAY)


def limit_milli(limit: Limit) -> int:
    """A time limit in thousandths of its unit, as columns of limits have it.

    >>> import cchc
    >>> cchc.limit_milli(0.5)
    500
    """
    milli = Decimal(str(limit)) * 1000
    if milli != int(milli):
        raise ValueError(f"a time limit has at most three decimals; found {limit}")
    return int(milli)
