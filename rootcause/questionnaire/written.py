"""What a questionnaire file holds, as records: one for each mapping of the format.

`accepting` makes them of values that are plainly right, `document` is what pydantic makes of all others. Nothing here
has been looked at beyond the shape of the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from msgspec import Struct, field

from rootcause.questionnaire.model import Part, ResponseType

TextDoc = str | dict[str, str]
"""A text, or one for each language."""


class ChoiceDoc(Struct, frozen=True):
    """An option of a choice."""

    label: TextDoc
    hint: TextDoc | None = None


class Computed(Struct, frozen=True):
    """A default that is worked out from earlier answers."""

    compute: str


class CheckDoc(Struct, frozen=True):
    """A condition on an answer, and what to say when it is false."""

    that: str
    otherwise: TextDoc


class QuestionDoc(Struct, frozen=True):
    """A question, also one of a row or rung."""

    id: str
    type: ResponseType
    ask: TextDoc | None = None
    label: TextDoc | None = None
    hint: TextDoc | None = None
    required: bool = True
    quick: bool = False
    show: str | None = None
    default: Any = None
    min: int | Decimal | str | None = None
    max: int | Decimal | str | None = None
    pattern: str | None = None
    max_length: int | None = None
    choices: Mapping[str, ChoiceDoc] | None = None
    list_name: str | None = None
    other: bool = False
    labels: Mapping[str, TextDoc] | None = None
    unit: TextDoc | None = None
    currency: str | None = None
    when: str | None = None
    check: list[CheckDoc] = field(default_factory=list)
    compute: str | None = None
    role: str | None = None
    private: bool = False
    was: list[str] = field(default_factory=list)
    each: list[QuestionDoc] | None = None
    next: TextDoc | None = None
    stop_when: str | None = None


class SectionDoc(Struct, frozen=True):
    """A section with its questions."""

    id: str
    title: TextDoc
    questions: list[QuestionDoc]
    part: Part = Part.WHAT
    intro: TextDoc | None = None
    when: str | None = None


class IncludeDoc(Struct, frozen=True):
    """An entry of `sections` that brings sections from another file."""

    include: str
    sections: list[str] | None = None


class ExampleDoc(Struct, frozen=True):
    """An entry of `tests`."""

    name: str
    answers: Mapping[str, Any]
    today: str | None = None
    shown: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    computed: Mapping[str, Any] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)


class FragmentDoc(Struct, frozen=True):
    """A file that others include: lists, sections or both."""

    rootcause: int
    language: str = "en"
    lists: Mapping[str, Mapping[str, ChoiceDoc]] = field(default_factory=dict)
    include: list[str] = field(default_factory=list)
    sections: list[SectionDoc | IncludeDoc] = field(default_factory=list)


class QuestionnaireDoc(FragmentDoc, frozen=True, kw_only=True):
    """A whole questionnaire file."""

    id: str
    version: str
    title: TextDoc
    sections: list[SectionDoc | IncludeDoc]
    description: TextDoc | None = None
    source: TextDoc | None = None
    minutes: int | None = None
    tests: list[ExampleDoc] = field(default_factory=list)
