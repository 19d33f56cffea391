"""What an answer can be once it has been read: the values that questions take."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Final, NamedTuple

OTHER: Final = "other"
"""What stands for an answer in words of its own, among the ids of choices."""


class Money(NamedTuple):
    """An amount; the currency is an ISO 4217 code, or empty when nobody said."""

    amount: Decimal
    currency: str = ""


class Other(NamedTuple):
    """An answer that is none of the choices offered."""

    text: str


class Rows(NamedTuple):
    """The rows of a list or the rungs of a ladder, in their order; their answers have keys of their own.

    `closed` says that the person has no more to add.
    """

    instances: tuple[tuple[int, ...], ...] = ()
    closed: bool = False


Given = str | bool | int | Decimal | date | datetime | timedelta | Money | Other | Rows | tuple[str | Other, ...]
"""An answer that has been read. A `datetime` is aware; a moment of which only the day is known is a `date`. A choice is
the id of its option, or `Other`; choices are a tuple of them."""
