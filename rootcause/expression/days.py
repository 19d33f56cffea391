"""Days, moments and the time between them, whatever a zone does to its clocks."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_EVEN, Decimal

_EPOCH = datetime(1970, 1, 1)
_MICROSECOND = timedelta(microseconds=1)
_MINUTE = Decimal(60_000_000)


def day_from(text: str) -> date | None:
    """The date that is written as year-month-day, or None."""
    if len(text) != 10 or not text.isascii() or text[4] != "-" or text[7] != "-":
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def day_of(value: date | datetime) -> date:
    """The day on the calendar of the value's own zone."""
    return value.date() if isinstance(value, datetime) else value


def elapsed(start: datetime, end: datetime) -> timedelta:
    """The time that passes between two moments, negative when the first is the later one.

    Python's own difference of two moments in one zone is that of the clocks on the wall, off by an hour across a
    change to summer time.
    """
    return _since_epoch(end) - _since_epoch(start)


def minutes_in(span: timedelta) -> Decimal:
    """The minutes in a span of time, to six decimals, a half going to the even digit."""
    return (Decimal(span // _MICROSECOND) / _MINUTE).quantize(Decimal("0.000001"), ROUND_HALF_EVEN)


def _since_epoch(moment: datetime) -> timedelta:
    return moment.replace(tzinfo=None) - _EPOCH - (moment.utcoffset() or timedelta())
