"""The file format, key by key, as pydantic models; `docs/format.md` says the same in words.

Validation here ends at the shape of the file: what a key may hold, not whether a name exists or an
expression makes sense. Every model takes plain values and refuses keys it does not know.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetPydanticSchema,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError
from pydantic_core.core_schema import no_info_plain_validator_function

from rootcause.questionnaire.model import Part, ResponseType

LANGUAGE = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
QUESTION_ID = r"^[a-z][a-z0-9_]{0,63}$"


def _plain_text(value: object) -> str:
    if isinstance(value, str):
        text = value
    elif isinstance(value, int | Decimal) and not isinstance(value, bool):
        text = str(value)  # `title: 2024` is a text that happens to look like a number
    else:
        raise PydanticCustomError("text", "expected a text")
    if not text.strip():
        raise PydanticCustomError("empty_text", "expected a text, found an empty one")
    return text


def _text_or_languages(value: object) -> dict[str, str] | str:
    if not isinstance(value, dict):
        return _plain_text(value)
    if not value:
        raise PydanticCustomError("empty_text", "expected a text, found an empty one")
    return {str(language): _plain_text(text) for language, text in value.items()}


def _one_or_many(value: object) -> object:
    return value if isinstance(value, list) else [value]


def _choices(value: object) -> object:
    if not isinstance(value, dict):
        return value
    return {id: label if _is_choice_mapping(label) else {"label": label} for id, label in value.items()}


def _is_choice_mapping(value: object) -> bool:
    return isinstance(value, dict) and ("label" in value or "hint" in value)


def _from(least: int) -> Callable[[object], int]:
    def read(value: object) -> int:
        if isinstance(value, int) and not isinstance(value, bool) and value >= least:
            return value
        raise PydanticCustomError("whole_number", "expected a whole number from {least} on", {"least": least})

    return read


def _bound(value: object) -> int | Decimal | str:
    if isinstance(value, int | Decimal | str) and not isinstance(value, bool):
        return value
    raise PydanticCustomError("bound", "expected a number, a date or a duration")


def _default(value: object) -> object:
    if isinstance(value, dict) and "compute" in value:
        return Computed.model_validate(value)
    return value


def _expression(value: object) -> str:
    # `when: true` and `compute: 12` are expressions too
    if isinstance(value, bool):
        return "true" if value else "false"
    return _plain_text(value)


def _read_by(read: Callable[[object], object]) -> GetPydanticSchema:
    # PlainValidator would also work out how to write the value, which nobody asks for and takes longer than the rest.
    return GetPydanticSchema(lambda _source, _handler: no_info_plain_validator_function(read))


PlainText = Annotated[str, _read_by(_plain_text), WithJsonSchema({"type": ["string", "number"]})]
TextDoc = Annotated[
    str | dict[str, str],
    _read_by(_text_or_languages),
    WithJsonSchema({"type": ["string", "number", "object"], "additionalProperties": {"type": "string"}}),
]
ExpressionDoc = Annotated[str, _read_by(_expression), WithJsonSchema({"type": "string"})]
Minutes = Annotated[int, _read_by(_from(0)), WithJsonSchema({"type": "integer", "minimum": 0})]
Length = Annotated[int, _read_by(_from(1)), WithJsonSchema({"type": "integer", "minimum": 1})]
Bound = Annotated[int | Decimal | str, _read_by(_bound), WithJsonSchema({"type": ["integer", "number", "string"]})]
Id = Annotated[str, StringConstraints(pattern=QUESTION_ID)]

Shown = Literal["causes", "options", "actions", "timeline"]
"""The role of a list or ladder whose entries may stand beside a question."""


class Document(BaseModel):
    """What every mapping of the format has in common: nothing is coerced, nothing unknown is let through."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, hide_input_in_errors=True, defer_build=True)


class ChoiceDoc(Document):
    """An option of a choice."""

    label: TextDoc
    hint: TextDoc | None = None


class Computed(Document):
    """A default that is worked out from earlier answers."""

    compute: ExpressionDoc


class CheckDoc(Document):
    """A condition on an answer, and what to say when it is false."""

    that: ExpressionDoc
    otherwise: TextDoc = Field(alias="else")


ChoicesDoc = Annotated[dict[str, ChoiceDoc], BeforeValidator(_choices)]


class QuestionDoc(Document):
    """A question, also one of a row or rung."""

    id: Id
    type: Annotated[ResponseType, Field(strict=False)]
    ask: TextDoc | None = None
    label: TextDoc | None = None
    hint: TextDoc | None = None
    required: bool = True
    quick: bool = False
    show: Shown | None = None
    default: Annotated[Any, BeforeValidator(_default)] = None
    min: Bound | None = None
    max: Bound | None = None
    pattern: PlainText | None = None
    max_length: Length | None = None
    choices: ChoicesDoc | None = None
    list_name: str | None = Field(None, alias="list")
    other: bool = False
    labels: dict[str, TextDoc] | None = None
    unit: TextDoc | None = None
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")] | None = None
    when: ExpressionDoc | None = None
    check: Annotated[list[CheckDoc], BeforeValidator(_one_or_many)] = []
    compute: ExpressionDoc | None = None
    role: str | None = None
    private: bool = False
    was: Annotated[list[str], BeforeValidator(_one_or_many)] = []
    each: list[QuestionDoc] | None = None
    next: TextDoc | None = None
    stop_when: ExpressionDoc | None = None


class SectionDoc(Document):
    """A section with its questions."""

    id: Id
    title: TextDoc
    questions: Annotated[list[QuestionDoc], Field(min_length=1)]
    part: Annotated[Part, Field(strict=False)] = Part.WHAT
    intro: TextDoc | None = None
    when: ExpressionDoc | None = None


class IncludeDoc(Document):
    """An entry of `sections` that brings sections from another file."""

    include: PlainText
    sections: list[str] | None = None


class ExampleDoc(Document):
    """An entry of `tests`."""

    name: PlainText
    answers: dict[str, Any]
    today: str | None = None
    shown: list[str] = []
    hidden: list[str] = []
    computed: dict[str, Any] = {}
    refused: list[str] = []


def _section(value: object) -> SectionDoc | IncludeDoc:
    # Not a union: its errors would name both alternatives, and the person meant one.
    model = IncludeDoc if isinstance(value, dict) and "include" in value else SectionDoc
    return model.model_validate(value)


def _format_version(value: object) -> int:
    if value == 1 and isinstance(value, int) and not isinstance(value, bool):
        return 1
    raise PydanticCustomError("format_version", "expected 1, the version of the format that this rootcause reads")


def _semantic(value: str) -> str:
    if re.fullmatch(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)", value):
        return value
    raise PydanticCustomError("version", "expected three numbers such as 1.0.0")


SectionEntry = Annotated[SectionDoc | IncludeDoc, _read_by(_section)]


class FragmentDoc(Document):
    """A file that others include: lists, sections or both."""

    rootcause: Annotated[int, _read_by(_format_version)]
    language: Annotated[str, StringConstraints(pattern=LANGUAGE)] = "en"
    lists: dict[str, ChoicesDoc] = {}
    include: Annotated[list[PlainText], BeforeValidator(_one_or_many)] = []
    sections: list[SectionEntry] = []


class QuestionnaireDoc(FragmentDoc):
    """A whole questionnaire file."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{0,63}$")]
    version: Annotated[str, _read_by(_plain_text), AfterValidator(_semantic)]
    title: TextDoc
    description: TextDoc | None = None
    source: TextDoc | None = None
    minutes: Minutes | None = None
    sections: Annotated[list[SectionEntry], Field(min_length=1)]
    tests: list[ExampleDoc] = []
