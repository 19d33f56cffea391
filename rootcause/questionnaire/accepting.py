"""From the plain values of a file to records, for a file whose shape is plainly right.

pydantic has the last word on what a file may hold (`document`) and says what is wrong with it. But its import alone
takes longer than reading a file, so what is plainly right is read here, and pydantic sees the rest. What a single
value may be stands in `plain_values`, for both; a test compares them on thousands of files.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeVar

from rootcause.questionnaire.model import Part, ResponseType
from rootcause.questionnaire.plain_values import (
    CURRENCY,
    LANGUAGE,
    QUESTION_ID,
    QUESTIONNAIRE_ID,
    SHOWN,
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
from rootcause.questionnaire.written import (
    CheckDoc,
    ChoiceDoc,
    Computed,
    ExampleDoc,
    FragmentDoc,
    IncludeDoc,
    QuestionDoc,
    QuestionnaireDoc,
    SectionDoc,
)

_T = TypeVar("_T")
_Reader = Callable[[Any], Any]
_Keys = Mapping[str, tuple[str, _Reader]]


def read_questionnaire(value: object) -> QuestionnaireDoc | None:
    """A questionnaire, when the plain values of its file are plainly right."""
    return _attempt(QuestionnaireDoc, _QUESTIONNAIRE, value)


def read_fragment(value: object) -> FragmentDoc | None:
    """A file that others include, when its plain values are plainly right."""
    return _attempt(FragmentDoc, _FRAGMENT, value)


def _attempt(record: type[_T], keys: _Keys, value: object) -> _T | None:
    try:
        return _record(record, keys, value)
    except (ValueError, KeyError, TypeError):  # KeyError: an unknown key; TypeError: a record lacks what it needs
        return None


def _record(record: type[_T], keys: _Keys, value: Any) -> _T:
    if type(value) is not dict:
        raise NotThis("dict_type", "expected a mapping")
    read = {}
    for key, inner in value.items():
        name, reader = keys[key]
        read[name] = reader(inner)
    return record(**read)


def _only(kind: type[_T]) -> Callable[[object], _T]:
    def read(value: object) -> _T:
        if type(value) is kind:
            return value
        raise NotThis("type", "expected another type")

    return read


def _or_nothing(reader: _Reader) -> _Reader:
    return lambda value: None if value is None else reader(value)


def _matching(pattern: str) -> _Reader:
    matches = re.compile(pattern.removesuffix("$") + r"\Z").match

    def read(value: object) -> str:
        if type(value) is str and matches(value):
            return value
        raise NotThis("pattern", "expected another form")

    return read


def _each(reader: _Reader, *, least: int = 0) -> _Reader:
    def read(value: object) -> list[Any]:
        if type(value) is list and len(value) >= least:
            return [reader(one) for one in value]
        raise NotThis("list_type", "expected a list")

    return read


def _by_name(reader: _Reader) -> _Reader:
    def read(value: object) -> dict[str, Any]:
        if type(value) is dict:
            return {name: reader(inner) for name, inner in value.items()}
        raise NotThis("dict_type", "expected a mapping")

    return read


def _of(record: type[Any], keys: _Keys) -> _Reader:
    return lambda value: _record(record, keys, value)


def _one_of(words: tuple[str, ...]) -> _Reader:
    def read(value: object) -> str:
        if type(value) is str and value in words:
            return value
        raise NotThis("literal", "expected another word")

    return read


def _default(value: object) -> object:
    return _record(Computed, _COMPUTED, value) if isinstance(value, dict) and "compute" in value else value


def _section(value: object) -> SectionDoc | IncludeDoc:
    if isinstance(value, dict) and "include" in value:
        return _record(IncludeDoc, _INCLUDE, value)
    return _record(SectionDoc, _SECTION, value)


def _keys(**readers: _Reader) -> dict[str, tuple[str, _Reader]]:
    return {name: (name, reader) for name, reader in readers.items()}


_bool, _str = _only(bool), _only(str)
_text, _maybe_text = text_or_languages, _or_nothing(text_or_languages)
_maybe_expression = _or_nothing(expression)
_id = _matching(QUESTION_ID)
_words = _each(_str)

_COMPUTED: Final = _keys(compute=expression)
_CHOICE: Final = _keys(label=_text, hint=_maybe_text)
_CHECK: Final[_Keys] = {"that": ("that", expression), "else": ("otherwise", _text)}
_choice_docs = _by_name(_of(ChoiceDoc, _CHOICE))
_choices: _Reader = lambda value: _choice_docs(choices_in_full(value))  # noqa: E731  # one of a table of readers
_QUESTION: Final[_Keys] = {
    **_keys(
        id=_id,
        type=ResponseType,
        ask=_maybe_text,
        label=_maybe_text,
        hint=_maybe_text,
        required=_bool,
        quick=_bool,
        show=_or_nothing(_one_of(SHOWN)),
        default=_default,
        min=_or_nothing(bound),
        max=_or_nothing(bound),
        pattern=_or_nothing(plain_text),
        max_length=_or_nothing(whole_from(1)),
        choices=_or_nothing(_choices),
        other=_bool,
        labels=_or_nothing(_by_name(_text)),
        unit=_maybe_text,
        currency=_or_nothing(_matching(CURRENCY)),
        when=_maybe_expression,
        check=lambda value: _each(_of(CheckDoc, _CHECK))(one_or_many(value)),
        compute=_maybe_expression,
        role=_or_nothing(_str),
        private=_bool,
        was=lambda value: _words(one_or_many(value)),
        each=_or_nothing(_each(lambda value: _record(QuestionDoc, _QUESTION, value))),
        next=_maybe_text,
        stop_when=_maybe_expression,
    ),
    "list": ("list_name", _or_nothing(_str)),
}
_SECTION: Final = _keys(
    id=_id,
    title=_text,
    questions=_each(_of(QuestionDoc, _QUESTION), least=1),
    part=Part,
    intro=_maybe_text,
    when=_maybe_expression,
)
_INCLUDE: Final = _keys(include=plain_text, sections=_or_nothing(_words))
_EXAMPLE: Final = _keys(
    name=plain_text,
    answers=_by_name(lambda value: value),
    today=_or_nothing(_str),
    shown=_words,
    hidden=_words,
    computed=_by_name(lambda value: value),
    refused=_words,
)
_FRAGMENT: Final = _keys(
    rootcause=format_version,
    language=_matching(LANGUAGE),
    lists=_by_name(_choices),
    include=lambda value: [plain_text(one) for one in _each(lambda name: name)(one_or_many(value))],
    sections=_each(_section),
)
_QUESTIONNAIRE: Final = _FRAGMENT | _keys(
    id=_matching(QUESTIONNAIRE_ID),
    version=semantic,
    title=_text,
    description=_maybe_text,
    source=_maybe_text,
    minutes=_or_nothing(whole_from(0)),
    sections=_each(_section, least=1),
    tests=_each(_of(ExampleDoc, _EXAMPLE)),
)
