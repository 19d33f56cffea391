"""What becomes of a case when something in it gets done, is put off or opened again, and where each such thing stands.

Nothing of it is stored beside the history: the last word counts. Where somebody answers the status or the day of an
action anew, that answer is the last word.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from msgspec import Struct
from msgspec.structs import replace

from rootcause.case.model import Case, Event, Link, What
from rootcause.interview.answers import AnswerKey
from rootcause.interview.keys import parse_key

STATUS = "status"
DUE = "due"
_ANSWERING = frozenset(
    (What.ANSWERED, What.CHANGED, What.SKIPPED, What.UNKNOWN, What.DEFERRED, What.ADDED, What.REMOVED)
)


class Progress(Struct, frozen=True):
    """Where something stands that is to be done.

    `done` is None where nobody has said so: then its answer tells. `on` is the day on which it got done, `result` what
    came of it, `moved` whether its measure moved. `until` is the day to which it was put off, and `why`. `place` is
    that of the entry of the history that says `done`, `reopened` that of the last one that opened it again.
    """

    done: bool | None = None
    on: date | None = None
    result: str | None = None
    who: str | None = None
    moved: bool | None = None
    until: date | None = None
    why: str | None = None
    place: int = -1
    reopened: int = -1


NO_PROGRESS = Progress()


def finish(  # what there is to say about it
    case: Case,
    key: AnswerKey,
    *,
    now: datetime,
    who: str | None = None,
    result: str | None,
    moved: bool | None = None,
    on: date | None = None,
) -> Case:
    """The case in which the action, promise or other thing at that key is done, `on` that day or today."""
    another_day = None if on == now.date() else on
    return _noted(case, Event(now, who, What.DONE, key, note=result, moved=moved, on=another_day))


def snooze(case: Case, key: AnswerKey, *, now: datetime, who: str | None = None, until: date, why: str) -> Case:
    """The case in which it is put off to that day."""
    return _noted(case, Event(now, who, What.SNOOZED, key, note=why, until=until))


def reopen(case: Case, key: AnswerKey, *, now: datetime, who: str | None = None, why: str | None = None) -> Case:
    """The case in which it is to be done again."""
    return _noted(case, Event(now, who, What.REOPENED, key, note=why))


def link(case: Case, earlier: str, *, now: datetime, who: str | None = None, reason: str | None = None) -> Case:
    """The case with a link to an earlier one; it takes the place of one to the same case."""
    left = tuple(one for one in case.links if one.case != earlier)
    event = Event(now, who, What.LINKED, note=_words(earlier, reason))
    return replace(_noted(case, event), links=(*left, Link(earlier, reason, who, now)))


def unlink(case: Case, earlier: str, *, now: datetime, who: str | None = None) -> Case:
    """The case without the link to that case. Raises ValueError when there is none."""
    gone = next((one for one in case.links if one.case == earlier), None)
    if gone is None:
        raise ValueError(f"the case has no link to {earlier}")
    event = Event(now, who, What.UNLINKED, note=_words(earlier, gone.reason))
    return replace(_noted(case, event), links=tuple(one for one in case.links if one is not gone))


def progress_of(case: Case) -> Mapping[AnswerKey, Progress]:
    """Where each thing stands of which the history says more than its answer; rows by the key of the row."""
    found: dict[AnswerKey, Progress] = {}
    for place, event in enumerate(case.history):
        key = event.key
        if key is None:
            continue
        if event.what is What.DONE:
            former, on = found.get(key, NO_PROGRESS), event.on or event.when.date()
            found[key] = Progress(
                True, on, event.note, event.who, event.moved, former.until, former.why, place, former.reopened
            )
        elif event.what is What.REOPENED:
            found[key] = Progress(False, who=event.who, why=event.note, place=place, reopened=place)
        elif event.what is What.SNOOZED:
            found[key] = replace(found.get(key, NO_PROGRESS), until=event.until, why=event.note)
        elif event.what is What.MIGRATED and event.note is not None:
            _move(found, parse_key(event.note), key)
        elif found and event.what in _ANSWERING:
            _answered_anew(found, key)
    return found


def row_of(key: AnswerKey) -> AnswerKey:
    """The row or rung of an answer; outside of rows the answer itself."""
    return AnswerKey(key.question.partition(".")[0], key.instance)


def _answered_anew(found: dict[AnswerKey, Progress], key: AnswerKey) -> None:
    """What was said about a former answer is over."""
    found.pop(key, None)
    row, item = row_of(key), key.question.partition(".")[2]
    if row not in found or not item:
        return
    if item == STATUS:
        found[row] = Progress(until=found[row].until, why=found[row].why, reopened=found[row].reopened)
    elif item == DUE:
        found[row] = replace(found[row], until=None, why=None)


def _move(found: dict[AnswerKey, Progress], before: AnswerKey | None, after: AnswerKey) -> None:
    """A question has another name now, and so have the rows of a list."""
    if before is None:
        return
    for former, present in ((before, after), (row_of(before), row_of(after))):
        if former in found and former != present:
            moved = found.pop(former)
            found.setdefault(present, moved)  # what was said under the new name already was said later


def _noted(case: Case, event: Event) -> Case:
    return replace(case, history=(*case.history, event))


def _words(earlier: str, reason: str | None) -> str:
    return earlier if reason is None else f"{earlier}: {reason}"
