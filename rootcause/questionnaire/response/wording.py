"""A value as people read it."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from rootcause.questionnaire.model import Question
from rootcause.questionnaire.response.amounts import grouped
from rootcause.questionnaire.response.durations import show_duration
from rootcause.questionnaire.response.formats import ENGLISH, Formats, formats_for
from rootcause.questionnaire.response.moments import show_moment
from rootcause.questionnaire.values import Given, Money, Other, Rows


def show(question: Question, value: Given, language: str | None = None, formats: Formats = ENGLISH) -> str:
    """One line or paragraph: labels for choices, units for numbers, zones for moments.

    Texts follow the language. Days, durations and figures follow `formats`, for where somebody may type them again they
    stand as they are read.
    """
    match value:
        case str():
            return _label(question, value, language)
        case bool():
            named = formats_for(language)
            return named.yes if value else named.no
        case Money(amount, currency):
            return f"{grouped(amount, formats)} {currency}".rstrip()
        case Other(text):
            return text
        case Rows(instances, _):
            return str(len(instances))
        case tuple():
            choices: tuple[str | Other, ...] = value  # type: ignore[assignment]  # the named tuples went before
            return ", ".join(_label(question, choice, language) for choice in choices)
        case int() | Decimal():
            return _amount(question, value, language, formats)
        case timedelta():
            return show_duration(value, formats)
        case date():
            return show_moment(value, formats)


def _label(question: Question, choice: str | Other, language: str | None) -> str:
    if isinstance(choice, Other):
        return choice.text
    if not question.response.choices:
        return choice
    offered = question.response.choice(choice)
    return choice if offered is None else offered.label.in_language(language)


def _amount(question: Question, value: int | Decimal, language: str | None, formats: Formats) -> str:
    response = question.response
    shown = grouped(value, formats)
    if response.unit is not None:
        shown = f"{shown} {response.unit.in_language(language)}"
    label = response.labels.get(value) if isinstance(value, int) else None
    return shown if label is None else f"{shown} ({label.in_language(language)})"
