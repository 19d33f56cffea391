"""What a single value of a questionnaire file may be; each function reads one or raises `NotThis`."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Final

from rootcause.questionnaire.written import TextDoc

LANGUAGE: Final = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
QUESTION_ID: Final = r"^[a-z][a-z0-9_]{0,63}$"
QUESTIONNAIRE_ID: Final = r"^[a-z][a-z0-9-]{0,63}$"
CURRENCY: Final = r"^[A-Z]{3}$"
SHOWN: Final = ("causes", "options", "actions", "timeline")
"""The roles of a list or ladder whose entries may stand beside a question."""


class NotThis(ValueError):
    """A value that its place does not take: `kind` of mistake, the message as a format, and what goes into it."""

    def __init__(self, kind: str, message: str, **context: object) -> None:
        super().__init__(message)
        self.kind = kind
        self.message = message
        self.context = context


def plain_text(value: object) -> str:
    """A text that is not blank."""
    if type(value) is str:
        text = value
    elif isinstance(value, int | Decimal) and not isinstance(value, bool):
        text = str(value)  # `title: 2024` is a text that happens to look like a number
    else:
        raise NotThis("text", "expected a text")
    if not text or text.isspace():
        raise NotThis("empty_text", "expected a text, found an empty one")
    return text


def text_or_languages(value: object) -> TextDoc:
    """A text, or one for each language."""
    if not isinstance(value, dict):
        return plain_text(value)
    if not value:
        raise NotThis("empty_text", "expected a text, found an empty one")
    return {str(language): plain_text(text) for language, text in value.items()}


def one_or_many(value: object) -> object:
    """A list of one where something stands alone."""
    return value if isinstance(value, list) else [value]


def choices_in_full(value: object) -> object:
    """Choices of which each is a mapping, also those that are a text only."""
    if not isinstance(value, dict):
        return value
    return {id: label if _is_choice_mapping(label) else {"label": label} for id, label in value.items()}


def _is_choice_mapping(value: object) -> bool:
    return isinstance(value, dict) and ("label" in value or "hint" in value)


def whole_from(least: int) -> Callable[[object], int]:
    """Reads a whole number that is not smaller."""

    def read(value: object) -> int:
        if isinstance(value, int) and not isinstance(value, bool) and value >= least:
            return value
        raise NotThis("whole_number", "expected a whole number from {least} on", least=least)

    return read


def bound(value: object) -> int | Decimal | str:
    """A `min` or `max`; whether it fits the type is seen later."""
    if isinstance(value, int | Decimal | str) and not isinstance(value, bool):
        return value
    raise NotThis("bound", "expected a number, a date or a duration")


def expression(value: object) -> str:
    """An expression as text; `when: true` and `compute: 12` are expressions too."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return plain_text(value)


def format_version(value: object) -> int:
    """The version of the format."""
    if value == 1 and isinstance(value, int) and not isinstance(value, bool):
        return 1
    raise NotThis("format_version", "expected 1, the version of the format that this rootcause reads")


def semantic(value: object) -> str:
    """The version of a questionnaire."""
    text = plain_text(value)
    if re.fullmatch(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)", text):
        return text
    raise NotThis("version", "expected three numbers such as 1.0.0")
