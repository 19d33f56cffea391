"""Where an answer stands among those that could be given: on a scale, or among choices whose order is known."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from rootcause.analysis.record import Record
from rootcause.analysis.statement import Statement
from rootcause.questionnaire.model import Question, ResponseType

_ORDERS: Final = (
    ("none", "very_low", "low", "medium", "high", "very_high"),
    ("very_small", "small", "medium", "large", "very_large"),
)
"""Ids of choices whose order is known; how a questionnaire lists its choices does not say which is the lowest."""


class Grade(Struct, frozen=True):
    """`place` counts from 0, the lowest of `count`; `lowest` and `highest` are the ends in words."""

    place: int
    count: int
    lowest: str
    highest: str

    @property
    def level(self) -> float:
        """From 0, the lowest, to 1."""
        return self.place / (self.count - 1)

    @property
    def middle(self) -> float:
        """The middle of its share when all of them divide the way from 0 to 1."""
        return (self.place + 0.5) / self.count


def grade(record: Record, statement: Statement) -> Grade | None:
    """None for an answer that has no place in an order: a text, an answer in words of its own, a single choice."""
    id, _, item = statement.key.question.partition(".")
    question = record.questionnaire.questions.get(id)
    question = question.item(item) if question is not None and item else question
    if question is None or statement.value is None:
        return None
    match question.type:
        case ResponseType.SCALE:
            return _on_scale(question, statement, record.language)
        case ResponseType.CHOICE:
            return _among_choices(question, statement, record.language)
    return None


def _on_scale(question: Question, statement: Statement, language: str | None) -> Grade | None:
    """A scale goes from 1 to 5 where its question does not say."""
    response, value = question.response, statement.value
    low = 1 if response.min is None else response.min
    high = 5 if response.max is None else response.max
    if not (isinstance(value, int) and isinstance(low, int) and isinstance(high, int) and low <= value <= high > low):
        return None
    ends = [response.labels[end].in_language(language) if end in response.labels else str(end) for end in (low, high)]
    return Grade(value - low, high - low + 1, *ends)


def _among_choices(question: Question, statement: Statement, language: str | None) -> Grade | None:
    labels = {choice.id: choice.label.in_language(language) for choice in question.response.choices}
    order = next((order for order in _ORDERS if len(labels) > 1 and set(labels) <= set(order)), ())
    offered = [id for id in order if id in labels]
    if statement.value not in offered:
        return None
    return Grade(offered.index(str(statement.value)), len(offered), labels[offered[0]], labels[offered[-1]])
