"""What earlier cases had as their cause as well, and what became of it there. Knows no files: `index` looks them up."""

from __future__ import annotations

import enum
from collections.abc import Collection, Iterable
from datetime import date, timedelta
from typing import Final

from msgspec import Struct

from rootcause.analysis.analysis import Analysis
from rootcause.analysis.same_cause import Said
from rootcause.questionnaire.values import Given, Other

LOOK_BACK: Final = timedelta(days=2 * 365)
"""How far back earlier cases count: an incident report to the CCADB names the like of the last two years."""


class Became(enum.StrEnum):
    """What became of a cause before it was there again."""

    NOT_DONE = "not_done"
    DID_NOT_HELP = "did_not_help"
    NO_ACTION = "no_action"


class Sought(Struct, frozen=True):
    """A cause of a case, of which earlier ones are looked up. `is_end` says that its tree is known no further."""

    number: str
    said: Said
    is_end: bool


class EarlierAction(Struct, frozen=True):
    """An action of an earlier case: the day it was due, or it got done, if somebody wrote that down."""

    what: str
    day: date | None


class EarlierCause(Struct, frozen=True):
    """A cause that an earlier case had too. `number` is that of the present case.

    `actions` are those that were still open, those by the day they were due, or else all, the last one done first.
    """

    number: str
    case_id: str
    title: str
    begun_on: date
    text: str
    likeness: float
    became: Became
    actions: tuple[EarlierAction, ...] = ()


def sought_in(analysis: Analysis) -> tuple[Sought, ...]:
    """Every cause that is known."""
    return tuple(
        Sought(one.cause.number, Said(one.cause.text, _kind(one.cause.row.value("kind")), analysis.spoken), one.is_end)
        for one in analysis.traced.causes
    )


def of_cause(earlier: Iterable[EarlierCause]) -> dict[str, EarlierCause]:
    """The latest by the number of the cause that is there again; `earlier` has the latest first."""
    found: dict[str, EarlierCause] = {}
    for one in earlier:
        found.setdefault(one.number, one)
    return found


def unlinked(earlier: Iterable[EarlierCause], linked: Collection[str]) -> tuple[EarlierCause, ...]:
    """Without the causes for which the case is linked to an earlier one: that one may be linked to those before it."""
    earlier = tuple(earlier)
    known = {one.number for one in earlier if one.case_id in linked}
    return tuple(one for one in earlier if one.number not in known)


def _kind(value: Given | None) -> str | None:
    if isinstance(value, Other):
        return value.text
    return value if isinstance(value, str) else None
