"""Whether a text names a day, and when a day is over. "Q3", "asap" and "next sprint" are none."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Final

from rootcause.analysis.checks.examined import Examined

_WRITTEN: Final = re.compile(r"\b(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\.\d{1,2}\.|\d{1,2}/\d{1,2}\b|\d{1,2}:\d{2}\b)")
_NUMBER: Final = re.compile(r"\d")


def names_day(text: str, examined: Examined) -> bool:
    """Whether a text holds a date, a time of day, or a month with a number."""
    if _WRITTEN.search(text):
        return True
    months = examined.phrases("months")
    return months is not None and months.find(text) is not None and bool(_NUMBER.search(text))


def last_day(value: object) -> date:
    """The day after which a date or time is over; never, for what is no time."""
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else date.max
