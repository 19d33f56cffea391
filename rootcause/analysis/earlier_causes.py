"""What earlier cases had as their cause as well, and what became of it there. Knows no files: `index` looks them up."""

from __future__ import annotations

import enum
from collections.abc import Collection, Iterable
from datetime import date
from typing import assert_never

from msgspec import Struct


class Became(enum.StrEnum):
    """What became of a cause before it was there again."""

    NOT_DONE = "not_done"
    DID_NOT_HELP = "did_not_help"
    NO_ACTION = "no_action"


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
    happened_on: date
    text: str
    likeness: float
    became: Became
    actions: tuple[EarlierAction, ...] = ()

    @property
    def in_words(self) -> str:
        """What became of it, to be read behind the name of the case."""
        what = f'"{self.actions[0].what}"' if self.actions else ""
        more = f" and {len(self.actions) - 1} more" if len(self.actions) > 1 else ""
        day = self.actions[0].day if self.actions else None
        match self.became:
            case Became.NO_ACTION:
                return "nothing was decided against it"
            case Became.NOT_DONE:
                return f"its action was not done: {what}{'' if day is None else f', due {day}'}{more}"
            case Became.DID_NOT_HELP:
                return f"its action was done and did not help: {what}{'' if day is None else f', done {day}'}{more}"
            case _:
                assert_never(self.became)


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
