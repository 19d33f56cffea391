"""When a problem happened, as far as its case tells."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from rootcause.analysis.record import Record

_TOLD_BY: Final = ("detected", "started")
"""Roles, the one that counts first: a problem that was there for long counts in the month that learned of it."""


def happened_on(record: Record, begun: datetime) -> date:
    """The day on which it was noticed, else on which it started, else on which the case was begun.

    It is the day where the person was. One after the case was begun is a slip, and does not count.
    """
    told = (one.value for role in _TOLD_BY for one in record.by_role.get(role, ()))
    return next((day for value in told if (day := _day(value, begun)) is not None), begun.date())


def _day(value: object, begun: datetime) -> date | None:
    match value:
        case datetime(tzinfo=zone) if zone is not None:
            return value.date() if value.date() <= begun.astimezone(zone).date() else None
        case datetime():
            return value.date() if value.date() <= begun.date() else None
        case date():
            return value if value <= begun.date() else None
        case _:
            return None
