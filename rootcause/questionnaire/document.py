"""The file format, key by key, as pydantic models; `docs/format.md` says the same in words.

Validation here ends at the shape of the file: what a key may hold, not whether a name exists or an
expression makes sense. Every model takes plain values and refuses keys it does not know.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import (
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
from rootcause.questionnaire.plain_values import (
    CURRENCY,
    LANGUAGE,
    QUESTION_ID,
    QUESTIONNAIRE_ID,
    NotThis,
    bound,
    choices_in_full,
    expression,
    format_version,
    one_or_many,
    plain_text,
    semantic,
    text_or_languages,
    whole_from,
)


def _default(value: object) -> object:
    if isinstance(value, dict) and "compute" in value:
        return Computed.model_validate(value)
    return value


def _checked(read: Callable[[object], object]) -> Callable[[object], object]:
    """What reads a plain value, with its objections as pydantic's."""

    def validate(value: object) -> object:
        try:
            return read(value)
        except NotThis as refused:
            raise PydanticCustomError(refused.kind, refused.message, refused.context) from refused

    return validate


def _read_by(read: Callable[[object], object]) -> GetPydanticSchema:
    # PlainValidator would also work out how to write the value, which nobody asks for and takes longer than the rest.
    return GetPydanticSchema(lambda _source, _handler: no_info_plain_validator_function(_checked(read)))


PlainText = Annotated[str, _read_by(plain_text), WithJsonSchema({"type": ["string", "number"]})]
TextDoc = Annotated[
    str | dict[str, str],
    _read_by(text_or_languages),
    WithJsonSchema({"type": ["string", "number", "object"], "additionalProperties": {"type": "string"}}),
]
ExpressionDoc = Annotated[str, _read_by(expression), WithJsonSchema({"type": "string"})]
Minutes = Annotated[int, _read_by(whole_from(0)), WithJsonSchema({"type": "integer", "minimum": 0})]
Length = Annotated[int, _read_by(whole_from(1)), WithJsonSchema({"type": "integer", "minimum": 1})]
Bound = Annotated[int | Decimal | str, _read_by(bound), WithJsonSchema({"type": ["integer", "number", "string"]})]
Id = Annotated[str, StringConstraints(pattern=QUESTION_ID)]

Shown = Literal["causes", "options", "actions", "timeline"]


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


ChoicesDoc = Annotated[dict[str, ChoiceDoc], BeforeValidator(choices_in_full)]


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
    currency: Annotated[str, StringConstraints(pattern=CURRENCY)] | None = None
    when: ExpressionDoc | None = None
    check: Annotated[list[CheckDoc], BeforeValidator(one_or_many)] = []
    compute: ExpressionDoc | None = None
    role: str | None = None
    private: bool = False
    was: Annotated[list[str], BeforeValidator(one_or_many)] = []
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


SectionEntry = Annotated[SectionDoc | IncludeDoc, _read_by(_section)]


class FragmentDoc(Document):
    """A file that others include: lists, sections or both."""

    rootcause: Annotated[int, _read_by(format_version)]
    language: Annotated[str, StringConstraints(pattern=LANGUAGE)] = "en"
    lists: dict[str, ChoicesDoc] = {}
    include: Annotated[list[PlainText], BeforeValidator(one_or_many)] = []
    sections: list[SectionEntry] = []


class QuestionnaireDoc(FragmentDoc):
    """A whole questionnaire file."""

    id: Annotated[str, StringConstraints(pattern=QUESTIONNAIRE_ID)]
    version: Annotated[str, _read_by(semantic), WithJsonSchema({"type": "string"})]
    title: TextDoc
    description: TextDoc | None = None
    source: TextDoc | None = None
    minutes: Minutes | None = None
    sections: Annotated[list[SectionEntry], Field(min_length=1)]
    tests: list[ExampleDoc] = []
