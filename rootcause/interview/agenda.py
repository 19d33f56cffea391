"""What comes next: the first open question that belongs to the selection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rootcause.interview.answers import AnswerKey
from rootcause.interview.route import lowest
from rootcause.interview.selection import Selection

if TYPE_CHECKING:
    from rootcause.interview.standpoint import Standpoint


def again(standpoint: Standpoint) -> tuple[AnswerKey, ...]:
    """The questions that are put once more though something was said about them."""
    states = standpoint.selection.asks_again
    if not states:
        return ()
    answers = standpoint.answers
    return tuple(key for key in standpoint.asked() if key in answers and answers[key].state in states)


def next_open(standpoint: Standpoint) -> AnswerKey | None:
    """The first question in order that is open and belongs to the selection."""
    match standpoint.selection:
        case Selection.ALL:
            return _first(standpoint, standpoint.route.open)
        case Selection.QUICK:
            return _first(standpoint, standpoint.route.open & standpoint.routing.quick)
        case Selection.REQUIRED:
            missing = next(iter(standpoint.missing()), None)
            return None if missing is None else _as_asked(standpoint, missing)
        case Selection.UNANSWERED:
            return _earlier(standpoint, _first(standpoint, standpoint.route.open), _still_asked(standpoint))
        case Selection.DEFERRED:
            return _still_asked(standpoint)


def _first(standpoint: Standpoint, bits: int) -> AnswerKey | None:
    index = lowest(bits)
    return None if index is None else standpoint.standing(standpoint.routing.questions[index].id).open[0]


def _as_asked(standpoint: Standpoint, key: AnswerKey) -> AnswerKey:
    """A list with too few rows is missing as a whole; what is asked is the first question of its next row."""
    open = standpoint.standing(key.question).open
    return open[0] if open and key not in open else key


def _still_asked(standpoint: Standpoint) -> AnswerKey | None:
    return next((key for key in standpoint.again if standpoint.is_asked(key)), None)


def _earlier(standpoint: Standpoint, one: AnswerKey | None, other: AnswerKey | None) -> AnswerKey | None:
    if one is None or other is None:
        return one or other
    place = {key: index for index, key in enumerate(standpoint.asked())}
    return min(one, other, key=lambda key: place.get(key, len(place)))
