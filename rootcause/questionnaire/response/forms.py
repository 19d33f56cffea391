"""What an answer to a question may look like, and an earlier answer as one would type it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal

from rootcause.questionnaire.model import Question, ResponseType
from rootcause.questionnaire.response.amounts import CENTS, in_digits
from rootcause.questionnaire.response.moments import show_duration, show_offset
from rootcause.questionnaire.response.reading import Raw
from rootcause.questionnaire.values import Given, Money, Other, Rows

_T = ResponseType


_FORMS = {
    _T.NUMBER: "a number such as 12.5",
    _T.INTEGER: "a whole number",
    _T.DATE: "a day such as 2026-01-31 or 31 Jan 2026",
    _T.DATETIME: "such as 2026-01-31 14:30, or the day alone when the time is not known",
    _T.DURATION: "such as 90 min, 2 h 15 min or 3 d",
    _T.EMAIL: "an address such as name@example.org",
    _T.URL: "an address such as https://example.org/page",
    _T.PERSON: "a name or a role",
}
_TYPED_FORMS = {
    _T.DATE: "a day such as friday, 31 Jan or 2026-01-31",
    _T.DATETIME: "such as yesterday 14:30, 31 Jan 14:30 or, when the time is not known, 2026-01-31",
    _T.DURATION: "such as 90 min, 2 h 15 min or half a day",
}


def form(question: Question, language: str | None, *, typed: bool = False) -> str | None:
    """How an answer is written, with an example; None where there is nothing to say.

    `typed` is for a person at a prompt, who may say yesterday; in a file that would be another day tomorrow.
    """
    response = question.response
    match question.type:
        case _T.INTEGER | _T.NUMBER | _T.DATE | _T.DATETIME | _T.DURATION:
            unit = f", in {response.unit.in_language(language)}" if response.unit is not None else ""
            forms = _FORMS | _TYPED_FORMS if typed else _FORMS
            return forms[question.type] + _between(question) + unit
        case _T.MONEY:
            return f"an amount such as 1200 or 1,200.50 {response.currency or 'EUR'}{_between(question)}"
        case _T.SCALE:
            return _scale(question, language)
        case _T.CHOICES:
            return _how_many(question)
        case _T.TEXT | _T.PARAGRAPH if response.max_length is not None:
            return f"at most {response.max_length} characters"
        case _:
            return _FORMS.get(question.type)


def _between(question: Question) -> str:
    low, high = question.response.min, question.response.max
    if low is not None and high is not None:
        return f", from {low} to {high}"
    if low is not None:
        return f", at least {low}"
    return f", at most {high}" if high is not None else ""


def _scale(question: Question, language: str | None) -> str:
    response = question.response
    low = response.min if response.min is not None else 1
    high = response.max if response.max is not None else 5
    labels = ", ".join(f"{value} {text.in_language(language)}" for value, text in sorted(response.labels.items()))
    return f"a number from {low} to {high}" + (f": {labels}" if labels else "")


def _how_many(question: Question) -> str | None:
    low, high = question.response.min, question.response.max
    if low is not None and high is not None:
        return f"choose {low}" if low == high else f"choose {low} to {high}"
    if low is not None:
        return f"choose {low} or more"
    return f"choose at most {high}" if high is not None else None


def written(value: Given) -> Raw:
    """A value as an answers file has it: what reading it again gives the same value."""
    match value:
        case bool():
            return value
        case Other(text):
            return {"other": text}
        case Money(amount, currency):
            return f"{in_digits(amount, CENTS)} {currency}".rstrip()
        case Rows():
            return None
        case tuple():
            choices: tuple[str | Other, ...] = value  # type: ignore[assignment]  # the named tuples went before
            return [written(choice) for choice in choices]
        case datetime():
            precision = "seconds" if value.second else "minutes"
            return f"{value.replace(tzinfo=None).isoformat(' ', precision)} {show_offset(value)}"
        case timedelta():
            return show_duration(value)
        case date():
            return value.isoformat()
        case Decimal():
            return in_digits(value)
        case int() | str():
            return str(value)
