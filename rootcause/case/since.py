"""What came into a case since a person stopped: answers of those who were asked, mostly through an answers file.

The rule, in which a person without a name is one of their own:

- An event is the person's own when it has their name, unless it answers a question that somebody else had been asked:
  that answer was handed in for the other one.
- They stopped at their last own event. A session that was left has one for that; of one that was killed it is the last
  move. A change of the questionnaire is nobody's move, and neither is a waiver, a link, or an action that gets done.
- What came in are the events after the person last left, or after the last own one if they never did, that are not
  their own, and of which the answer still stands: nobody, the person included, has touched that question since.

So after a killed session something may be told twice, but nothing is passed over.
"""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from rootcause.case.model import Case, Event, What
from rootcause.interview.answers import Answer, AnswerKey, State

_ANSWERING = {What.ANSWERED, What.CHANGED, What.SKIPPED, What.UNKNOWN, What.DEFERRED, What.ADDED, What.REMOVED}
_NO_MOVE = {
    What.MIGRATED,
    What.SET_ASIDE,
    What.WAIVED,
    What.UNWAIVED,
    What.DONE,
    What.SNOOZED,
    What.REOPENED,
    What.LINKED,
    What.UNLINKED,
}


class CameIn(Struct, frozen=True):
    """An answer that came in. `was_asked` is whom the question was left to, if it was."""

    key: AnswerKey
    who: str | None
    when: datetime
    was_asked: str | None = None


class Since(Struct, frozen=True):
    """When and where a person stopped, and what came in, in order.

    `left` is None for one who was not there yet, `at` also for one whom no question waited for.
    """

    left: datetime | None = None
    at: AnswerKey | None = None
    came_in: tuple[CameIn, ...] = ()


def since_left(case: Case, who: str | None) -> Since:
    """What is new to a person, in a case as it was saved, before it is fitted to a changed questionnaire."""
    own = [index for index, event in enumerate(case.history) if _is_own(event, who)]
    if not own:
        return Since()
    stopped = case.history[own[-1]]
    last_left = max((index for index in own if case.history[index].what is What.LEFT), default=own[-1])
    latest: dict[AnswerKey, Event] = {}
    asked: dict[AnswerKey, str | None] = {}
    for event in case.history[last_left + 1 :]:
        if event.key is None or event.what not in _ANSWERING:
            continue
        latest.pop(event.key, None)
        latest[event.key] = event
        if deferral := _deferral(event):
            asked[event.key] = deferral.to
    came_in = tuple(
        CameIn(key, event.who, event.when, asked.get(key))
        for key, event in latest.items()
        if not _is_own(event, who) and key in case.answers
    )
    return Since(stopped.when, stopped.key, came_in)


def _is_own(event: Event, who: str | None) -> bool:
    return event.who == who and event.what not in _NO_MOVE and _deferral(event) is None


def _deferral(event: Event) -> Answer | None:
    """What the event replaced, if it answers a question that was left to somebody."""
    before = event.before
    answers = before is not None and before.state is State.DEFERRED and event.what in {What.ANSWERED, What.UNKNOWN}
    return before if answers else None
