"""When a problem happened, as far as its case tells."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from rootcause.analysis.record import Record

_TOLD_BY: Final = ("detected", "started")
"""Roles, the one that counts first: a problem that was there for long counts in the month that learned of it."""


def happened_on(record: Record, begun: datetime) -> date:
    """The day on which it was noticed, else on which it started, else on which the case was begun.

    A day after the case was begun is a slip, and does not count.
    """
    last = begun.date()
    days = (_day(one.value) for role in _TOLD_BY for one in record.by_role.get(role, ()))
    return next((day for day in days if day is not None and day <= last), last)


def _day(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else None
