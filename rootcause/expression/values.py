"""What an expression can evaluate to, and the third truth value.

Numbers are whole or exact decimals, never binary floats, so 0.1 + 0.2 == 0.3 here as it does for people.
"""

from __future__ import annotations

import enum
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Final, Literal


class Unknown(enum.Enum):
    """Not answered, not known, or not asked: Kleene's third truth value."""

    UNKNOWN = "unknown"

    def __bool__(self) -> bool:
        raise TypeError("unknown is neither true nor false")


UNKNOWN: Final = Unknown.UNKNOWN

# A choice is the id of its option as str; choices are a frozenset of ids. `datetime` is always aware.
Value = bool | int | Decimal | str | frozenset[str] | date | datetime | timedelta
Maybe = Value | Literal[Unknown.UNKNOWN]
