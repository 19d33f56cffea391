"""Whom somebody asks, and until when: a name with a day behind it, which never lies behind today."""

from __future__ import annotations

from datetime import date

from rootcause.questionnaire.response.days import days_meant, show_day
from rootcause.questionnaire.response.problem import Problem
from rootcause.questionnaire.response.words_of_time import NOW

_BEFORE_A_DAY = frozenset(("until", "till", "by", "before"))
_LONGEST = 6  # words, as in `friday the 31st of January 2026`
_TO_COME = "give a day to come, such as friday or in 2 weeks"


def coming_day(typed: str, today: date) -> date | Problem:
    """What `friday` or `by 31 Jan` means where the day is still to come."""
    words = typed.split()
    while len(words) > 1 and words[0].lower() in _BEFORE_A_DAY:
        words = words[1:]
    meant = days_meant(" ".join(words), today)
    return meant if isinstance(meant, Problem) else _to_come(meant, today)


def name_and_day(asked: str, today: date | None = None) -> tuple[str, date | Problem | None]:
    """The name, which may be empty, and the day behind it; without `today` only a day that is the same on any day."""
    words = asked.split()
    for start in range(max(1, len(words) - _LONGEST), len(words)):
        meant = days_meant(" ".join(words[start:]), today)
        if isinstance(meant, tuple) and words[-1].lower() != NOW:
            return _name(words[:start]), meant[0] if today is None else _to_come(meant, today)
    return " ".join(words), None


def not_over(day: date, today: date) -> date | Problem:
    """The day, unless it is over."""
    return _to_come((day,), today)


def _to_come(meant: tuple[date, ...], today: date) -> date | Problem:
    """The likeliest of them that is not over."""
    over = Problem(f"{show_day(meant[0])} is over", _TO_COME)
    return next((day for day in meant if day >= today), over)


def _name(words: list[str]) -> str:
    """The words in front of a day, without those that lead to it."""
    while words and words[-1].strip(",").lower() in {"", *_BEFORE_A_DAY}:
        words = words[:-1]
    return " ".join(words).rstrip(",")
