"""Which of the questions that could be asked are asked in this run."""

from __future__ import annotations

import enum

from rootcause.interview.answers import State


class Selection(enum.StrEnum):
    """`quick` those that must be asked, `required` those that need an answer and have none.

    `unanswered` also asks again what was skipped or not known, `deferred` only what somebody else was to answer.
    """

    ALL = "all"
    QUICK = "quick"
    REQUIRED = "required"
    UNANSWERED = "unanswered"
    DEFERRED = "deferred"

    @property
    def asks_again(self) -> frozenset[State]:
        """What became of the questions that are put once more."""
        return _AGAIN.get(self, frozenset())


_AGAIN = {
    Selection.UNANSWERED: frozenset((State.SKIPPED, State.UNKNOWN)),
    Selection.DEFERRED: frozenset((State.DEFERRED,)),
}
