"""Which of two times comes first."""

from __future__ import annotations

from datetime import date, timedelta

from rootcause.analysis.statement import Statement
from rootcause.analysis.timeline import between


def is_before(one: Statement, other: Statement) -> bool:
    """Whether one time lies before another; on the same day only when both have a time of day."""
    if not isinstance(one.value, date) or not isinstance(other.value, date):
        return False
    return between(other.value, one.value) < timedelta(0)
