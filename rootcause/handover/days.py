"""Days as other programs write them, which is not always as people do."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from typing import Final

from rootcause.questionnaire.response.days import read_day
from rootcause.questionnaire.response.problem import Problem

_TIME: Final = re.compile(r"[T ]+\d{1,2}:\d\d.*", re.DOTALL)
_SHORT_YEAR: Final = re.compile(r"(\d{1,2}([./ -])(?:\d{1,2}|[A-Za-z]+)\2)(\d\d)")
_IN_NUMBERS: Final = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})")


def days_meant(text: str) -> tuple[date, ...] | Problem:
    """All days that the text can mean; none for an empty one.

    Spreadsheets write days as their country does: `12/1/2026` is one day or another, `1.12.2026` is not in doubt.
    """
    written = _TIME.sub("", text.strip())
    if match := _SHORT_YEAR.fullmatch(written):
        written = f"{match[1]}20{match[3]}"
    if not written:
        return ()
    if match := _IN_NUMBERS.fullmatch(written):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        orders = [(second, first)] if match[2] == "." else [(second, first), (first, second)]
        if found := _existing(year, orders):
            return found
    day = read_day(written)
    return day if isinstance(day, Problem) else (day,)


def _existing(year: int, orders: list[tuple[int, int]]) -> tuple[date, ...]:
    found = []
    for month, day in orders:
        with suppress(ValueError):
            found.append(date(year, month, day))
    return tuple(dict.fromkeys(found))
