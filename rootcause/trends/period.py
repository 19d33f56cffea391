"""From which day to which: the period, its months, and how people write it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from msgspec import Struct

from rootcause.errors import RootcauseError
from rootcause.questionnaire.response.days import read_day
from rootcause.questionnaire.response.problem import Problem
from rootcause.source.visible import shortened

DEFAULT_SINCE: Final = "12m"
_BACK: Final = re.compile(r"(\d{1,4}) ?([dm])")
_HINT: Final = "write a day such as 2026-01-31, 90d for the last 90 days, or 12m for this month and the eleven before"


class Period(Struct, frozen=True):
    """From one day to another, both within. `today` is the day by which something is overdue."""

    since: date
    until: date
    today: date

    def parameters(self) -> dict[str, str]:
        """For the SQL. `recurrence_start` is a year before the first day; only compared, so it may be no real day."""
        year = max(self.since.year - 1, 1)
        return {
            "since": self.since.isoformat(),
            "until": self.until.isoformat(),
            "today": self.today.isoformat(),
            "recurrence_start": f"{year:04}{self.since.isoformat()[4:]}",
        }

    def months(self) -> tuple[str, ...]:
        """Every month of which a day is within, `2026-01`."""
        return tuple(f"{day:%Y-%m}" for day in _first_days(self.since.replace(day=1), self.until))

    def last_whole_months(self) -> tuple[Period, Period] | None:
        """The last month that is over, and the one before it; None when the first of these began before the period."""
        first = self.until.replace(day=1)
        last = self.until if _next_month(first) == self.until + timedelta(1) else first - timedelta(1)
        first = last.replace(day=1)
        if first < self.since:
            return None
        before = first - timedelta(1)
        return Period(first, last, self.today), Period(before.replace(day=1), before, self.today)


def read_period(since: str | None, until: str | None, today: date) -> Period:
    """What was asked for; this month and the eleven before it by default. Raises RootcauseError."""
    last = today if until is None else _day(until, "--until", today)
    first = _first_day(since or DEFAULT_SINCE, last, today)
    if first > last:
        raise RootcauseError(f"the period ends on {last}, before it begins on {first}", hint=_HINT)
    return Period(first, last, today)


def _first_day(text: str, last: date, today: date) -> date:
    back = _BACK.fullmatch(text.strip().lower())
    if back is None:
        return _day(text, "--since", today)
    count = int(back[1])
    if count == 0:
        raise RootcauseError(f'--since is "{text}"; expected at least one', hint=_HINT)
    try:
        if back[2] == "d":
            return last - timedelta(count - 1)
        months = 12 * last.year + last.month - count
        return date(months // 12, months % 12 + 1, 1)
    except (OverflowError, ValueError) as error:
        raise RootcauseError(f'--since is "{text}"; that is before the year 1', hint=_HINT) from error


def _day(text: str, option: str, today: date) -> date:
    read = read_day(text, today)
    if isinstance(read, Problem):
        raise RootcauseError(f'{option} is "{shortened(text)}"; expected a day', hint=_HINT)
    return read


def _first_days(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first = _next_month(first)


def _next_month(first: date) -> date:
    return (first + timedelta(32)).replace(day=1)
