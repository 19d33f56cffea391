"""Answers and the keys they are kept under."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple

from msgspec import Struct

from rootcause.questionnaire.values import Given, Money, Other, Rows

__all__ = [
    "Answer",
    "AnswerKey",
    "Answers",
    "Given",
    "Money",
    "Other",
    "Remark",
    "Remarks",
    "Rows",
    "State",
    "Sure",
]


class AnswerKey(NamedTuple):
    """Which question an answer belongs to, and in which row or rung.

    Outside rows and rungs: `("summary",)`, instance `()`. In a row of a list: `question` is
    `"actions.owner"`, instance `(3,)`. In a rung of a ladder the instance is the path from the top: `(1, 2)` is the
    second cause of the first cause. Numbers are given once and never reused, so they survive reordering and removal.
    """

    question: str
    instance: tuple[int, ...] = ()

    def __str__(self) -> str:
        """As people write it: `summary`, `actions[3].owner`, `whys[1.2].because`."""
        if not self.instance:
            return self.question
        container, _, item = self.question.partition(".")
        return f"{container}[{'.'.join(map(str, self.instance))}]" + (f".{item}" if item else "")


class State(enum.StrEnum):
    """What became of a question."""

    ANSWERED = "answered"
    UNKNOWN = "unknown"
    SKIPPED = "skipped"
    DEFERRED = "deferred"
    COMPUTED = "computed"


class Sure(enum.StrEnum):
    """How sure the person is of an answer."""

    FACT = "fact"
    REPORTED = "reported"
    ASSUMPTION = "assumption"


class Answer(Struct, frozen=True):
    """What one person said to one question, when, and how sure they were.

    `value` is there when the state is answered or computed. `to` and `by` belong to deferred: whom to ask, until when.
    """

    state: State
    value: Given | None = None
    to: str | None = None
    by: date | None = None
    who: str | None = None
    when: datetime | None = None
    sure: Sure | None = None
    note: str | None = None
    evidence: tuple[str, ...] = ()


class Remark(Struct, frozen=True):
    """What was said about a question that has no answer yet; the answer takes it over."""

    note: str | None = None
    sure: Sure | None = None
    evidence: tuple[str, ...] = ()


Answers = Mapping[AnswerKey, Answer]
Remarks = Mapping[AnswerKey, Remark]
