"""Says of follow-ups what became of them, in the history of their cases."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from typing import Final

from msgspec import Struct

from rootcause.analysis.follow_ups import Kind
from rootcause.case.follow_through import NO_PROGRESS, Progress, finish, progress_of, reopen, row_of, snooze
from rootcause.case.model import Case
from rootcause.case.store import CASE_FILE, CaseStore
from rootcause.cli.actions.days import read_day
from rootcause.cli.indexing import index_at, today
from rootcause.cli.output import say
from rootcause.cli.taking_up import clock_in, zone_of
from rootcause.cli.whereabouts import command, store_at
from rootcause.errors import RootcauseError
from rootcause.index.identity import LENGTH
from rootcause.index.index import Index
from rootcause.index.tables import ActionRow
from rootcause.interview.answers import Answer, AnswerKey
from rootcause.interview.keys import parse_key
from rootcause.interview.rows import rows_of
from rootcause.source.nearest import nearest

PATIENCE: Final = 10.0
"""In seconds: how long to wait for a case that somebody else has just now."""

_LONG_BEFORE: Final = timedelta(days=180)
"""What is done so long before the problem of its case is a slip of the pen; a case may be written down weeks later."""

_SHORTEST: Final = 4
_MANY: Final = 5


class Said(Struct, frozen=True):
    """What somebody says of follow-ups: in words, by whom, and where the cases are that an option names."""

    words: str | None
    by: str | None
    cases: str | None


def say_done(ids: Sequence[str], said: Said, *, moved: bool | None, on: str | None) -> None:
    """Each of them is done. Raises RootcauseError; then nothing was written of those behind."""
    day = today(os.environ)
    done_on = None if on is None else read_day(on, "--on", day, lambda one: one <= day, "past or today")
    rows = _rows(ids, said.cases)
    for row in rows:
        if moved is not None and row.kind != Kind.REVIEW:
            raise RootcauseError(
                f'--moved is for effect reviews, and {row.item_id} is not one: "{row.what}"',
                hint="leave it out; the review comes up when the action is done",
            )
        if done_on is not None and done_on < min(day, date.fromisoformat(row.happened_on)) - _LONG_BEFORE:
            raise RootcauseError(
                f"--on: {done_on} is long before {row.happened_on}, the day of the problem in {row.case_id}",
                hint="is the year right?",
            )
    for row in rows:
        finish_row(row, said, moved=moved, on=done_on)


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
    for row in _rows(ids, said.cases):
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
    for row in _rows(ids, said.cases):
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
    elif row.kind == Kind.REVIEW and moved is False:
        key = parse_key(row.answer_key)
        assert key is not None
        again = command("actions reopen", f"{row.case_id}:{row_of(key)}", cases)
        say(f"The measure did not move. Open the action again: {again}")
        say(f"Or look deeper: {command('resume', row.case_id, cases)}")


def _rows(ids: Sequence[str], cases: str | None) -> list[ActionRow]:
    """The follow-ups that are meant, each once. Raises RootcauseError for what names none, or several."""
    with index_at(cases) as index:
        found = [_row(one, index, cases) for one in ids]
    return list({(row.case_id, row.kind, row.answer_key): row for row in found}.values())


def _row(reference: str, index: Index, cases: str | None) -> ActionRow:
    case, colon, key = reference.rpartition(":")
    found = _by_key(case, key, index, cases) if colon else _by_id(reference.strip().lower(), index)
    if len(found) == 1:
        return found[0]
    if found:
        listed = ", ".join(f"{row.item_id} ({row.what[:40]})" for row in found[:_MANY])
        raise RootcauseError(f'"{reference}" fits {len(found)} follow-ups: {listed}', hint="give more of the ID")
    ids = [id for (id,) in index.query("SELECT item_id FROM actions")]
    near = nearest(reference.lower(), ids) if len(ids) < 10_000 else None
    hint = f'did you mean "{near}"?' if near else "`rootcause actions --all` lists them with their IDs"
    raise RootcauseError(f'there is no follow-up "{reference}"', hint=hint)


def _by_id(id: str, index: Index) -> list[ActionRow]:
    if re.fullmatch(f"(?:rc-)?[a-z2-7]{{{_SHORTEST},{LENGTH}}}", id) is None:
        return []
    id = id.removeprefix("rc-")
    return index.actions("item_id >= :id AND item_id < :after", {"id": id, "after": id + "~"})


def _by_key(case: str, key: str, index: Index, cases: str | None) -> list[ActionRow]:
    """`CASE:actions[3]`, or `CASE:3` for the action that the report shows as number 3, whatever its key."""
    store = store_at(cases)
    folder = store.folder(case)
    rows = index.actions("case_id = :case", {"case": folder.name})
    if not key.isdecimal():
        return [row for row in rows if row.answer_key == key]
    answers = store.read(folder / CASE_FILE).answers
    return [row for row in rows if row.kind == Kind.ACTION and _place(row, answers) == int(key)]


def _place(row: ActionRow, answers: Mapping[AnswerKey, Answer]) -> int | None:
    """Which row of its list it is now, as lists and reports count them; keys of rows stay when others go."""
    key = parse_key(row.answer_key)
    assert key is not None
    instances = rows_of(answers.get(AnswerKey(key.question))).instances
    return instances.index(key.instance) + 1 if key.instance in instances else None


def _named(row: ActionRow) -> str:
    return f'{row.item_id} "{row.what}"' if len(row.what) <= 60 else f'{row.item_id} "{row.what[:59].rstrip()}…"'
