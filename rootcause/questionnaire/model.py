"""A questionnaire as the program works with it: expressions parsed, lists resolved, includes brought in.

All values are frozen and hold no positions; `Loaded.routes` leads from a question back to its place in a file.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Any

from msgspec import Struct, field

from rootcause.expression.syntax import Expression


class ResponseType(enum.StrEnum):
    """The kinds of answer a question takes."""

    TEXT = "text"
    PARAGRAPH = "paragraph"
    YESNO = "yesno"
    CHOICE = "choice"
    CHOICES = "choices"
    INTEGER = "integer"
    NUMBER = "number"
    SCALE = "scale"
    DATE = "date"
    DATETIME = "datetime"
    DURATION = "duration"
    MONEY = "money"
    EMAIL = "email"
    URL = "url"
    PERSON = "person"
    LIST = "list"
    LADDER = "ladder"

    @property
    def repeats(self) -> bool:
        """Whether the answer consists of rows or rungs with questions of their own."""
        return self in (ResponseType.LIST, ResponseType.LADDER)


class Part(enum.StrEnum):
    """Where the report groups a section."""

    WHAT = "what"
    WHY = "why"
    DIFFERENT = "different"
    PREPARE = "prepare"


class Text(Struct, frozen=True):
    """A text in one or more languages, with `${name}` still in it."""

    by_language: Mapping[str, str]
    fallback: str

    def in_language(self, language: str | None) -> str:
        """The text in that language, else in the questionnaire's own."""
        found = self.by_language.get(language) if language else None
        return found if found is not None else self.by_language[self.fallback]


class Choice(Struct, frozen=True):
    """One option of a choice; `id` is what expressions and answers name."""

    id: str
    label: Text
    hint: Text | None = None


class Check(Struct, frozen=True):
    """A condition that an answer must not make false, and what to say when it does."""

    that: Expression
    otherwise: Text


class Literal(Struct, frozen=True):
    """A default as it was written, still to be parsed like an answer."""

    raw: Any


class Response(Struct, frozen=True, eq=False):
    """What counts as an answer: the type and its bounds. Bounds are as written, parsed by `response`.

    Compared by identity, so that what is built from it can be kept beside it. `min` and `max` bound the value of
    numbers, dates and durations, and the count of choices, rows and levels.
    """

    type: ResponseType
    choices: tuple[Choice, ...] = ()
    other: bool = False
    min: int | Decimal | str | None = None
    max: int | Decimal | str | None = None
    pattern: str | None = None
    max_length: int | None = None
    labels: Mapping[int, Text] = field(default_factory=dict)
    unit: Text | None = None
    currency: str | None = None

    def choice(self, id: str) -> Choice | None:
        """The choice with that id, or None."""
        return next((choice for choice in self.choices if choice.id == id), None)


class Question(Struct, frozen=True):
    """One question. `each`, `next` and `stop_when` belong to lists and ladders."""

    id: str
    ask: Text
    response: Response
    label: Text | None = None
    hint: Text | None = None
    required: bool = True
    quick: bool = False
    show: str | None = None
    default: Literal | Expression | None = None
    when: Expression | None = None
    checks: tuple[Check, ...] = ()
    compute: Expression | None = None
    role: str | None = None
    private: bool = False
    was: tuple[str, ...] = ()
    each: tuple[Question, ...] = ()
    next: Text | None = None
    stop_when: Expression | None = None

    @property
    def type(self) -> ResponseType:
        """The type of the response."""
        return self.response.type

    @property
    def field(self) -> str:
        """For a question of a row or rung: the name the report knows it by."""
        return self.role or self.id

    def item(self, id: str) -> Question | None:
        """The question of a row or rung with that id, or None."""
        return next((item for item in self.each if item.id == id), None)


class Section(Struct, frozen=True):
    """Questions that belong together, asked only when `when` is true."""

    id: str
    title: Text
    part: Part
    questions: tuple[Question, ...]
    intro: Text | None = None
    when: Expression | None = None


class Example(Struct, frozen=True):
    """A test that the author wrote into the file: answers, and what must follow from them."""

    name: str
    answers: Mapping[str, Any]
    today: str | None = None
    shown: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    computed: Mapping[str, Any] = field(default_factory=dict)
    refused: tuple[str, ...] = ()


class Questionnaire(Struct, frozen=True, eq=False, dict=True):
    """A whole questionnaire. `digest` is the SHA-256 of its files in hexadecimal, prefixed `sha256:`."""

    id: str
    version: str
    title: Text
    language: str
    sections: tuple[Section, ...]
    digest: str
    description: Text | None = None
    source: Text | None = None
    minutes: int | None = None
    examples: tuple[Example, ...] = ()

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        """Every question outside rows and rungs by id, in the order in which they stand."""
        return {question.id: question for section in self.sections for question in section.questions}

    @cached_property
    def section_of(self) -> Mapping[str, Section]:
        """The section of each question outside rows and rungs."""
        return {question.id: section for section in self.sections for question in section.questions}

    def with_role(self, *roles: str) -> Iterator[Question]:
        """The questions outside rows and rungs that have one of these roles, in order."""
        return (question for question in self.questions.values() if question.role in roles)

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages that any text has, the questionnaire's own first."""
        seen = {self.language: None}
        for section in self.sections:
            seen.update(dict.fromkeys(section.title.by_language))
            for question in section.questions:
                seen.update(dict.fromkeys(question.ask.by_language))
        return tuple(seen)
