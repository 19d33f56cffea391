"""How often something in a case was changed, and when last: by that a calendar knows the newer of two events."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Final

from msgspec import Struct

from rootcause.case.follow_through import row_of
from rootcause.case.model import Event, What
from rootcause.interview.answers import AnswerKey

# What a change of the questionnaire does is left out: it is worked out anew whenever a case is read.
_CHANGING: Final = frozenset(
    (
        What.ANSWERED,
        What.CHANGED,
        What.SKIPPED,
        What.UNKNOWN,
        What.DEFERRED,
        What.ADDED,
        What.REMOVED,
        What.DONE,
        What.SNOOZED,
        What.REOPENED,
    )
)


class Changes(Struct, frozen=True):
    """How many there were, and the time of the latest."""

    count: int = 0
    latest: datetime | None = None


def changes_of(history: Iterable[Event]) -> Mapping[AnswerKey, Changes]:
    """The changes of each answer outside of rows, and of each row."""
    found: dict[AnswerKey, Changes] = {}
    for event in history:
        if event.key is not None and event.what in _CHANGING:
            row = row_of(event.key)
            found[row] = together((found.get(row, Changes()), Changes(1, event.when)))
    return found


def together(several: Iterable[Changes]) -> Changes:
    """All of them; after a clock was put back the latest is still the one with the latest time."""
    found = tuple(several)
    times = (one.latest for one in found if one.latest is not None)
    return Changes(sum(one.count for one in found), max(times, default=None))
