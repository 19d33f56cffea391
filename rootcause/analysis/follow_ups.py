"""Everything in a case that somebody still has to do, or has done: actions, and what is promised to be looked at again.

An action that is done is looked at once more, to see whether its measure moved; so its test of done becomes a follow-up
of its own.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import zip_longest
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from rootcause.analysis.record import Record
from rootcause.analysis.statement import Row, Statement
from rootcause.case.follow_through import DUE, NO_PROGRESS, STATUS, Progress
from rootcause.interview.answers import Answer, AnswerKey, State

REVIEW_AFTER: Final = timedelta(days=30)
"""After an action is done its effect is looked at; the figure is ours: long enough to see one, short enough to care."""


NOT_YET: Final = (False, "not_asked")
"""Under the role of the follow-up: what says that nobody has looked or asked so far."""


class Kind(enum.StrEnum):
    """What a follow-up is."""

    ACTION = "action"
    REVIEW = "review"
    INTERIM = "interim"
    PROMISE = "promise"
    QUESTION = "question"


class FollowUp(Struct, frozen=True):
    """One thing to do, and where it stands. `row` is the row of an action.

    An action and an effect review go by the key of the row and of its test of done. `due` is the day that counts now,
    `first_due` the one before it was put off. `done_on` is None for what was done on a day that nobody wrote down.
    """

    kind: Kind
    key: AnswerKey
    what: str
    owner: str | None = None
    due: date | None = None
    first_due: date | None = None
    is_done: bool = False
    progress: Progress = NO_PROGRESS
    done_on: date | None = None
    row: Row | None = None

    def is_overdue(self, today: date) -> bool:
        """Whether its day is over, and it is not done."""
        return not self.is_done and self.due is not None and self.due < today


def follow_ups(record: Record) -> tuple[FollowUp, ...]:
    """All of them, done or not: actions with their reviews, temporary fixes, promises, questions left to somebody."""
    return (
        *_actions(record),
        *_interim_fixes(record),
        *_promises(record),
        *_questions(record),
    )


def _actions(record: Record) -> Iterator[FollowUp]:
    for statement in record.by_role.get("actions", ()):
        for row in statement.rows:
            if row.is_known:
                action = _action(record, statement, row)
                yield action
                yield from _review(record, action, row)


def _action(record: Record, statement: Statement, row: Row) -> FollowUp:
    key = AnswerKey(statement.key.question, row.instance)
    progress, status = record.progress.get(key, NO_PROGRESS), row.cells.get(STATUS)
    said_done = status is not None and status.value == "done"
    is_done = said_done if progress.done is None else progress.done
    done_on = progress.on
    if is_done and done_on is None and status is not None:
        done_on = _day(None if status.answer is None else status.answer.when)
    first_due = _day(row.value(DUE))
    what = row.known("what") or next((cell for cell in row.cells.values() if cell.is_known), None)
    return FollowUp(
        Kind.ACTION,
        key,
        "" if what is None else what.text,
        row.text("owner") or None,
        progress.until or first_due,
        first_due,
        is_done,
        progress,
        done_on if is_done else None,
        row,
    )


def _review(record: Record, action: FollowUp, row: Row) -> Iterator[FollowUp]:
    """What is left of an action that is done: to see that it worked. What was seen stays when it is opened again."""
    measure = row.known("done_when")
    if measure is None:
        return
    progress = record.progress.get(measure.key, NO_PROGRESS)
    if not action.is_done and not progress.done:
        return
    before = progress.on is not None and action.done_on is not None and progress.on < action.done_on
    if action.is_done and (before or progress.place < action.progress.reopened):
        progress = NO_PROGRESS  # that was about what had been done before
    due = None if action.done_on is None else action.done_on + REVIEW_AFTER
    yield _single(Kind.REVIEW, measure.key, measure.text, due, progress, owner=action.owner, row=row)


def _interim_fixes(record: Record) -> Iterator[FollowUp]:
    for fix, end in interim_fixes(record):
        if fix is not None:
            progress, until = _progress(record, fix.key), None if end is None else _day(end.value)
            if progress.until is not None and until is not None and until > progress.until:
                progress = replace(progress, until=None, why=None)  # a later end was set since
            yield _single(Kind.INTERIM, fix.key, fix.text, until, progress)


def interim_fixes(record: Record) -> Iterator[tuple[Statement | None, Statement | None]]:
    """Each temporary fix with its end, as far as they are known; the first belongs to the first, and so on."""
    fixes = [one for one in record.by_role.get("interim_fix", ()) if one.is_known]
    ends = [one for one in record.by_role.get("interim_fix_end", ()) if one.is_known]
    return zip_longest(fixes, ends)


def _promises(record: Record) -> Iterator[FollowUp]:
    """What a day is set for under the follow-up: somebody counts on it. What came of it is told below, if anything."""
    asked = record.by_role.get("follow_up", ())
    for place, one in enumerate(asked):
        if one.is_known and isinstance(one.value, date):
            promise = _single(Kind.PROMISE, one.key, one.label, _day(one.value), _progress(record, one.key))
            told = next(filter(_tells_what_came_of_it, asked[place + 1 :]), None)
            if told is not None and promise.progress.done is None:
                noted = None if told.answer is None else _day(told.answer.when)
                promise = replace(promise, is_done=True, done_on=noted)
            yield promise


def _tells_what_came_of_it(said: Statement) -> bool:
    return said.is_known and not isinstance(said.value, date) and said.value not in NOT_YET


def _questions(record: Record) -> Iterator[FollowUp]:
    for one in record.statements:
        for cell in (one, *(cell for row in one.rows for cell in row.cells.values())):
            answer = cell.answer
            if answer is not None and answer.state is State.DEFERRED:
                yield _question(record, cell, answer)


def _question(record: Record, asked: Statement, answer: Answer) -> FollowUp:
    return _single(
        Kind.QUESTION, asked.key, asked.ask, answer.by, _progress(record, asked.key), owner=answer.to or None
    )


def _single(
    kind: Kind,
    key: AnswerKey,
    what: str,
    due: date | None,
    progress: Progress,
    *,
    owner: str | None = None,
    row: Row | None = None,
) -> FollowUp:
    is_done = progress.done is True
    done_on = progress.on if is_done else None
    return FollowUp(kind, key, what, owner, progress.until or due, due, is_done, progress, done_on, row)


def _progress(record: Record, key: AnswerKey) -> Progress:
    return record.progress.get(key, NO_PROGRESS)


def _day(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else None
