"""The causes of a case of which earlier ones are looked up."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from msgspec import Struct

from rootcause.analysis.analysis import Analysis
from rootcause.analysis.same_cause import Said
from rootcause.questionnaire.values import Given, Other

LOOK_BACK: Final = timedelta(days=2 * 365)
"""How far back earlier cases count: an incident report to the CCADB names the like of the last two years."""


class Sought(Struct, frozen=True):
    """A cause. `is_end` says that its tree is known no further."""

    number: str
    said: Said
    is_end: bool


def sought_in(analysis: Analysis) -> tuple[Sought, ...]:
    """Every cause that is known."""
    return tuple(
        Sought(one.cause.number, Said(one.cause.text, _kind(one.cause.row.value("kind")), analysis.spoken), one.is_end)
        for one in analysis.traced.causes
    )


def _kind(value: Given | None) -> str | None:
    if isinstance(value, Other):
        return value.text
    return value if isinstance(value, str) else None
