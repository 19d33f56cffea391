"""What a typed date, moment, duration or amount is understood as, shown before it is taken."""

from __future__ import annotations

from datetime import date, datetime, tzinfo

from rootcause.questionnaire.model import Question, ResponseType
from rootcause.questionnaire.response.problem import Problem
from rootcause.questionnaire.response.reading import Raw, read_answer
from rootcause.questionnaire.response.wording import show
from rootcause.questionnaire.response.words_of_time import WEEKDAY_NAMES
from rootcause.questionnaire.values import Given

_T = ResponseType
PREVIEWED = frozenset((_T.DATE, _T.DATETIME, _T.DURATION, _T.MONEY))
"""What people write in many ways."""


def understood(
    question: Question, raw: Raw, zone: tzinfo | None, now: datetime, language: str | None = None
) -> str | None:
    """The likeliest meaning in full; None when there is none yet, or of this type nothing to show."""
    if question.type not in PREVIEWED:
        return None
    value = read_answer(question, raw, zone, now)
    return None if isinstance(value, Problem) else in_full(question, value, language)


def in_full(question: Question, value: Given, language: str | None = None) -> str:
    """A value with the day of the week: `Saturday, 21 November 2026, 14:30 +01:00`."""
    shown = show(question, value, language)
    if not isinstance(value, date):
        return shown
    timeless = question.type is _T.DATETIME and not isinstance(value, datetime)
    return f"{WEEKDAY_NAMES[value.weekday()]}, {shown}" + (", without a time" if timeless else "")
