"""What is wrong with an expression, and where in it."""

from __future__ import annotations

import enum
from dataclasses import dataclass


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


@dataclass(frozen=True, slots=True)
class Flaw:
    """One flaw. `start` and `end` count code points from the beginning of the expression."""

    rule: str
    message: str
    start: int
    end: int
    help: str | None = None
