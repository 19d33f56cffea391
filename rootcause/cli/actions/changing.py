"""Says of follow-ups what became of them, in the history of their cases."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from rootcause.analysis.follow_ups import Kind
from rootcause.case.follow_through import NO_PROGRESS, Progress, finish, progress_of, reopen, row_of, snooze
from rootcause.case.model import Case
from rootcause.case.store import CASE_FILE, CaseStore
from rootcause.cli.actions.days import read_day
from rootcause.cli.actions.meaning import meant
from rootcause.cli.confirming import ask
from rootcause.cli.indexing import index_at, today
from rootcause.cli.output import say
from rootcause.cli.taking_up import clock_in, zone_of
from rootcause.cli.whereabouts import command, store_at
from rootcause.errors import RootcauseError
from rootcause.index.tables import ActionRow
from rootcause.interview.answers import AnswerKey
from rootcause.interview.keys import parse_key
from rootcause.terminal.presence import can_ask

PATIENCE: Final = 10.0
"""In seconds: how long to wait for a case that somebody else has just now."""

_LONG_BEFORE: Final = timedelta(days=180)
"""What is done so long before the problem of its case is a slip of the pen; a case may be written down weeks later."""


class Said(Struct, frozen=True):
    """What somebody says of follow-ups: in words, by whom, and where the cases are that an option names."""

    words: str | None
    by: str | None
    cases: str | None


def say_done(ids: Sequence[str], said: Said, *, moved: bool | None, on: str | None) -> None:
    """Each of them is done. Raises RootcauseError; then nothing was written of those behind."""
    day = today(os.environ)
    done_on = None if on is None else read_day(on, "--on", day, lambda one: one <= day, "past or today")
    rows = meant(ids, said.cases)
    for row in rows:
        if moved is not None and row.kind != Kind.REVIEW:
            raise RootcauseError(
                f'--moved is for effect reviews, and {row.item_id} is not one: "{row.what}"',
                hint="leave it out; the review comes up when the action is done",
            )
        if done_on is not None and (slip := slip_of(row, done_on, day)):
            raise RootcauseError(f"--on: {slip}", hint="is the year right?")
    for row in rows:
        looked, words = _asked(row, said.words, moved) if can_ask(sys.stdin, sys.stderr) else (moved, said.words)
        finish_row(row, replace(said, words=words), moved=looked, on=done_on)


def slip_of(row: ActionRow, done_on: date, day: date) -> str:
    """Why nobody can have meant that it got done on that day; empty where somebody can."""
    if done_on >= min(day, date.fromisoformat(row.happened_on)) - _LONG_BEFORE:
        return ""
    return f"{done_on} is long before {row.happened_on}, the day of the problem in {row.case_id}"


def _asked(row: ActionRow, words: str | None, moved: bool | None) -> tuple[bool | None, str | None]:
    """Whether the measure moved and what came of it, asked where it was not said; Enter leaves it out."""
    if row.status == "done":
        return moved, words
    if row.kind == Kind.REVIEW and moved is None:
        said = ask(f"Did it work, did the measure move? {_named(row)} [y/n, Enter if nobody knows]")
        moved = {"y": True, "n": False}.get(said[:1].lower())
    if words is None:
        words = ask(f"What came of it? {_named(row)} [Enter leaves it out]") or None
    return moved, words


def finish_row(row: ActionRow, said: Said, *, moved: bool | None, on: date | None) -> bool:
    """One of them is done, today or on that day; whether that was new. What comes next is said.

    A result that is added later changes no day.
    """

    def change(case: Case, key: AnswerKey, now: Progress) -> Case | None:
        is_known = _is_done(row, now)
        kept = now.on if now.done else date.fromisoformat(row.done_on) if is_known and row.done_on else None
        adds = (
            (said.words is not None and said.words != now.result)
            or (moved is not None and moved != now.moved)
            or (on is not None and on != kept)
        )
        if is_known and not adds:
            return None
        clock = clock_in(zone_of(case))
        words = now.result if said.words is None else said.words
        looked = now.moved if moved is None else moved
        return finish(
            case, key, now=clock(), who=said.by, result=words, moved=looked, on=on or kept or today(os.environ)
        )

    if not _changed(row, said.cases, change):
        say(f"{_named(row)} was done already.")
        return False
    say(f"Done: {_named(row)}.")
    _tell_next(row, said.cases, moved)
    return True


def say_snoozed(ids: Sequence[str], said: Said, until: str) -> None:
    """Each of them waits until that day. Raises RootcauseError."""
    if not (said.words or "").strip():
        raise RootcauseError("--why is empty", hint="say what makes it wait; the report says so")
    day = today(os.environ)
    later = read_day(until, "--until", day, lambda one: one > day, "a day to come")
    for row in meant(ids, said.cases):
        snooze_row(row, said, later)


def snooze_row(row: ActionRow, said: Said, until: date) -> bool:
    """One of them waits until that day; whether that was new."""

    def change(case: Case, key: AnswerKey, now: Progress) -> Case | None:
        if _is_done(row, now):
            hint = f"open it again first: rootcause actions reopen {row.item_id}"
            raise RootcauseError(f"{_named(row)} is done", hint=hint)
        if (now.until, now.why) == (until, said.words):
            return None
        return snooze(case, key, now=clock_in(zone_of(case))(), who=said.by, until=until, why=said.words or "")

    is_new = _changed(row, said.cases, change)
    say(f"Put off to {until}: {_named(row)}.")
    return is_new


def say_reopened(ids: Sequence[str], said: Said) -> None:
    """Each of them is to be done again. Raises RootcauseError."""
    for row in meant(ids, said.cases):
        is_new = _changed(row, said.cases, partial(_reopened, row, said))
        say(f"Open again: {_named(row)}." if is_new else f"{_named(row)} is open already.")


def _reopened(row: ActionRow, said: Said, case: Case, key: AnswerKey, now: Progress) -> Case | None:
    if not _is_done(row, now):
        return None
    return reopen(case, key, now=clock_in(zone_of(case))(), who=said.by, why=said.words)


def _is_done(row: ActionRow, now: Progress) -> bool:
    """By the history as it is under the lock; where that says nothing, by its answer."""
    return row.status == "done" if now.done is None else now.done


def _changed(row: ActionRow, cases: str | None, change: Callable[[Case, AnswerKey, Progress], Case | None]) -> bool:
    """Change the case as it is now, which may be more than the list knew; whether there was something to change."""
    store = CaseStore(store_at(cases).root, patience=PATIENCE)
    key = parse_key(row.answer_key)
    assert key is not None
    with store.open(store.root / row.case_id / CASE_FILE) as opened:
        case = change(opened.case, key, progress_of(opened.case).get(key, NO_PROGRESS))
        if case is not None:
            opened.save(case)
    return case is not None


def _tell_next(row: ActionRow, cases: str | None, moved: bool | None) -> None:
    if row.kind == Kind.ACTION:
        with index_at(cases) as index:
            found = index.actions(
                "case_id = :case AND kind = 'review' AND answer_key LIKE :row AND status = 'open'",
                {"case": row.case_id, "row": f"{row.answer_key}.%"},
            )
        for review in found:
            say(f'Did it work? Look on {review.due_on}, {review.item_id}: "{review.what}"')
    elif row.kind == Kind.REVIEW and moved is None:
        say(f"Whether the measure moved is not said yet: rootcause actions done {row.item_id} --moved yes, or no")
    elif row.kind == Kind.REVIEW and not moved:
        key = parse_key(row.answer_key)
        assert key is not None
        again = command("actions reopen", f"{row.case_id}:{row_of(key)}", cases)
        say(f"The measure did not move. Open the action again: {again}")
        say(f"Or look deeper: {command('resume', row.case_id, cases)}")


def _named(row: ActionRow) -> str:
    return f'{row.item_id} "{row.what}"' if len(row.what) <= 60 else f'{row.item_id} "{row.what[:59].rstrip()}…"'
