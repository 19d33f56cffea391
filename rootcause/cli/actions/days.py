"""Days that people name in options, and days as a list says them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from rootcause.errors import RootcauseError
from rootcause.questionnaire.response.days import days_meant
from rootcause.questionnaire.response.problem import Problem


def read_day(text: str, option: str, today: date, fits: Callable[[date], bool], expected: str) -> date:
    """The day that is meant: of several that a text can mean, the first that fits.

    Raises RootcauseError when it is none, or none of them fits.
    """
    meant = days_meant(text, today)
    if isinstance(meant, Problem):
        raise RootcauseError(f"{option}: {meant.message}", hint=meant.hint)
    found = next(filter(fits, meant), None)
    if found is None:
        raise RootcauseError(f"{option}: {in_full(meant[0])} is not {expected}", hint=f"today is {in_full(today)}")
    return found


def read_due(text: str, today: date) -> date | None:
    """The last day that is asked for by `overdue`, `7d` or a day; None for `all`. Raises RootcauseError."""
    plain = text.strip().lower()
    if plain == "all":
        return None
    if plain == "overdue":
        return today - timedelta(1)
    if match := re.fullmatch(r"(\d{1,4})d", plain):
        return today + timedelta(int(match[1]))
    meant = days_meant(text, today)
    if isinstance(meant, Problem):
        raise RootcauseError(f"--due: {meant.message}", hint="expected overdue, all, 7d for seven days, or a day")
    return next((day for day in meant if day >= today), meant[0])


def from_today(day: date, today: date) -> str:
    """How far away it is, in words: `3 days overdue`, `today`, `in 5 days`."""
    days = (day - today).days
    if days == 0:
        return "today"
    if days == 1:
        return "tomorrow"
    return f"in {days} days" if days > 0 else f"{counted(-days, 'day')} overdue"


def in_full(day: date) -> str:
    """`2026-01-31`, as it is typed as well."""
    return day.isoformat()


def counted(number: int, noun: str) -> str:
    """`1 day`, `2 days`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
