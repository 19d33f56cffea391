"""What the interview asks, and what may come back: the seam between the engine and whoever answers.

The terminal, the plain mode, an answers file and the tests are interviewers; none of them knows a rule of the
interview.
"""

from __future__ import annotations

from datetime import date
from typing import Protocol

from msgspec import Struct

from rootcause.interview.answers import Answer, AnswerKey, Given, Sure
from rootcause.interview.progress import Progress
from rootcause.questionnaire.model import Question, Section
from rootcause.questionnaire.response.problem import Problem
from rootcause.questionnaire.response.reading import Raw


class Row(Struct, frozen=True):
    """A row or rung that is there already: its number or path, and its answers in words, first question first."""

    instance: tuple[int, ...]
    cells: tuple[tuple[Question, str], ...]


class Prompt(Struct, frozen=True):
    """One question to put to a person. All texts are in the language of the interview, quotes filled in.

    For a list or ladder itself (`question.type.repeats`) it asks whether there is more to add: reply `Add`, or
    `Reply(False)` when that was all; `rows` are those there are. In a row or rung `context` says which one it is.
    `position` is the place of the question, from 1, among those asked in its section.
    `problem` is set when an earlier answer stands here that does not fit any more.
    """

    key: AnswerKey
    question: Question
    section: Section
    text: str
    label: str
    hint: str | None
    context: str | None
    intro: str | None
    answer: Answer | None
    default: Given | None
    rows: tuple[Row, ...]
    problem: Problem | None
    position: int
    progress: Progress


class Reply(Struct, frozen=True):
    """An answer as it was typed or written, still to be read."""

    raw: Raw
    sure: Sure | None = None
    note: str | None = None
    evidence: tuple[str, ...] = ()


class Skip(Struct, frozen=True):
    """Leave a question that is not required."""


class DoNotKnow(Struct, frozen=True):
    """Say that it is not known."""

    note: str | None = None


class Defer(Struct, frozen=True):
    """Have somebody else asked, until a day."""

    to: str
    by: date | None = None
    note: str | None = None


class Back(Struct, frozen=True):
    """Go to the question before."""


class Revisit(Struct, frozen=True):
    """Go to a question by its key."""

    key: AnswerKey


class Add(Struct, frozen=True):
    """One more row, or one more cause of the rung with that path (`()` for the first level)."""

    under: tuple[int, ...] = ()


class Remove(Struct, frozen=True):
    """Take a row, or a rung with all below it, off the list. Its answers are kept, inactive."""

    instance: tuple[int, ...]


class Quit(Struct, frozen=True):
    """Leave; everything answered is kept."""


Move = Reply | Skip | DoNotKnow | Defer | Back | Revisit | Add | Remove | Quit


class Interviewer(Protocol):
    """Whoever puts a question to somebody and brings back what they want."""

    def ask(self, prompt: Prompt, problem: Problem | None) -> Move:
        """Put the question; `problem` says why the reply before was not taken."""
        ...
