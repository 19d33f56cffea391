"""What is wrong with an expression, and where in it."""

from __future__ import annotations

import enum
import re

from msgspec import Struct


class FlawRule(enum.StrEnum):
    """The kinds of flaw. The names are stable: they are what a rule page and a suppression name."""

    SYNTAX = "expression-syntax"
    LIMIT = "expression-limit"
    FUNCTION = "unknown-function"
    ARGUMENTS = "wrong-arguments"
    REFERENCE = "unknown-reference"
    LATER = "forward-reference"
    OPTION = "unknown-option"
    TYPE = "type-mismatch"


class Flaw(Struct, frozen=True):
    """One flaw. `start` and `end` count code points from the beginning of the expression.

    `replacement` is what to write instead of those characters, where that can be told.
    """

    rule: str
    message: str
    start: int
    end: int
    help: str | None = None
    replacement: str | None = None


def quoted(written: str) -> str:
    """A piece of an expression as a message names it: between quotes, short, on one line."""
    line = on_one_line(written)
    short = line if len(line) <= 60 else line[:59] + "…"
    is_text = len(line) > 1 and line[0] in "'\"" and line.find(line[0], 1) == len(line) - 1
    return short if is_text else f'"{short}"'


def on_one_line(written: str) -> str:
    """A piece of an expression without its line breaks."""
    return re.sub(r"\s*[\r\n]\s*", " ", written)
