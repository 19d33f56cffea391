"""Brings the tables up to date with the case files: a look at all of them, a read of those that changed."""

from __future__ import annotations

import itertools
import json
import sqlite3
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from msgspec import Struct

from rootcause.index.database import count_change, create_indexes, drop_indexes, has_cases, put_in, take_out, version
from rootcause.index.differing import Differences, differences, keep
from rootcause.index.reading import Outcome, Reader, Wanted, read_all
from rootcause.index.remembered import forget, recall
from rootcause.index.scanning import scan
from rootcause.index.stamps import UNSURE, Stamp, settled, stamp_of

MANY: Final = 2_000
"""From so many changed files on, it takes long enough to be told; so many are committed at once."""

_TOGETHER: Final = 200

_FILES: Final = "files"
"""The question of which files there are, for what is remembered."""


class Updated(Struct, frozen=True):
    """Tables that say what the files say: their version, and what was learned of them on the way.

    `nameless` are the cases that cannot be kept because their names are no text.
    """

    version: int
    nameless: tuple[str, ...]
    learned: dict[str, str]


class _Work(Struct, frozen=True):
    """What there is to do, after a look at a certain moment; `seen` is the version that the tables had.

    `digest` is that of all files as they are, where the tables do not know it yet, `groups` are those of parts of them.
    `by_now` are those of the changed ones that are read again although their files may be as they were.
    """

    looked_at: int
    seen: int
    nameless: tuple[str, ...]
    digest: str | None
    groups: Mapping[str, str] | None
    changed: Mapping[str, Stamp]
    gone: list[str]
    by_now: frozenset[str]
    questionnaires: list[str]

    def __bool__(self) -> bool:
        return bool(self.gone or self.changed or self.questionnaires)


def update(
    connection: sqlite3.Connection,
    root: Path,
    reader: Reader,
    now: Callable[[], int],
    tell: Callable[[int], None],
) -> Updated:
    """Make the tables say what the files say.

    Afterwards a transaction is open, in which the tables stay as they are whoever changes them. `now` is in nanoseconds
    since 1970; `tell` is given how many are read, if that takes its time. Raises OSError.
    """
    begun_at = now()
    while True:
        connection.execute("BEGIN")
        work = _look(connection, root, reader, now())
        if not work:
            return Updated(work.seen, work.nameless, {} if work.digest is None else {_FILES: work.digest})
        connection.execute("ROLLBACK")
        if len(work.changed) >= MANY:
            tell(len(work.changed))
        if (done := _do(connection, root, reader, work, begun_at)) is not None:
            connection.execute("BEGIN")
            if version(connection) == done:  # and from here on nothing changes
                return Updated(done, work.nameless, {})
            connection.execute("ROLLBACK")


def _look(connection: sqlite3.Connection, root: Path, reader: Reader, now: int) -> _Work:
    """Compare what is there with what was read."""
    seen = version(connection)
    found = scan(root)
    digest: str | None = found.digest()
    as_before = recall(connection, _FILES) == digest
    changed, gone, groups = Differences({}, set(), None) if as_before else differences(connection, found.cases())
    questionnaires = _changed_questionnaires(connection, reader)
    by_now = frozenset(_stale(connection, reader, questionnaires)) - gone
    if missing := by_now - changed.keys():
        changed |= {name: (*stamp,) for name, *stamp in found.cases() if name in missing}  # type: ignore[misc]
    digest = None if as_before else digest
    return _Work(now, seen, found.nameless, digest, groups, changed, sorted(gone), by_now, questionnaires)


def _changed_questionnaires(connection: sqlite3.Connection, reader: Reader) -> list[str]:
    """Those that are found elsewhere now, or of which a file was written since, though it may say the same."""
    found = []
    for asked, digest, made_of in connection.execute("SELECT asked, digest, made_of FROM questionnaires").fetchall():
        files = json.loads(made_of)
        as_before = all(stamp_of(path) == tuple(stamp) for path, *stamp in files)
        if files and as_before and reader.place(asked) == files[0][0]:
            continue
        if (now := reader.find(asked)).files or now.digest != digest:
            found.append(asked)
    return found


def _stale(connection: sqlite3.Connection, reader: Reader, questionnaires: Iterable[str]) -> Iterator[str]:
    """The cases whose questionnaire is another one today, and those of which other answers may count today."""
    yield from (name for (name,) in connection.execute("SELECT case_id FROM files WHERE day <> ?", (reader.day,)))
    for asked in questionnaires:
        ((digest,),) = connection.execute("SELECT digest FROM questionnaires WHERE asked = ?", (asked,))
        if digest != reader.find(asked).digest:
            yield from (name for (name,) in connection.execute("SELECT case_id FROM files WHERE asked = ?", (asked,)))


def _do(connection: sqlite3.Connection, root: Path, reader: Reader, work: _Work, begun_at: int) -> int | None:
    """Do the work; the version of the tables then, None when another process changed something meanwhile."""
    done = _begin(connection, work.seen)
    if done is None:
        return None
    keep(connection, work.groups, (*work.changed, *work.gone))
    (create_indexes if has_cases(connection) else drop_indexes)(connection)
    former = _digests(connection, work.changed)
    wanted = [Wanted(name, None if name in work.by_now else former.get(name)) for name in sorted(work.changed)]
    _forget(connection, work.gone)
    asked = set(work.questionnaires)
    written = 0
    for outcomes in _in_parts(read_all(root, wanted, reader), _TOGETHER):
        _keep(connection, outcomes, former, reader, work)
        asked.update(one.asked for one in outcomes if one.asked is not None)
        written += len(outcomes)
        if written % MANY == 0:
            _keep_questionnaires(connection, asked, reader, begun_at)
            connection.execute("COMMIT")
            done = _begin(connection, done)
            if done is None:
                return None
    _keep_questionnaires(connection, asked, reader, begun_at)
    connection.execute("DELETE FROM questionnaires WHERE asked NOT IN (SELECT asked FROM files WHERE asked NOT NULL)")
    create_indexes(connection)
    connection.execute("COMMIT")
    return done


def _begin(connection: sqlite3.Connection, seen: int) -> int | None:
    """Begin to change the tables, and the version they have then; None when another process did so since."""
    connection.execute("BEGIN IMMEDIATE")
    if version(connection) == seen:
        forget(connection)
        count_change(connection)
        return version(connection)
    connection.execute("ROLLBACK")
    return None


def _digests(connection: sqlite3.Connection, names: Iterable[str]) -> dict[str, str]:
    """What the files of these cases held when they were read, as far as they were."""
    query = "SELECT digest FROM files WHERE case_id = ?"
    return {name: digest for name in names for (digest,) in connection.execute(query, (name,))}


def _forget(connection: sqlite3.Connection, gone: Sequence[str]) -> None:
    take_out(connection, gone)
    connection.executemany("DELETE FROM files WHERE case_id = ?", [(name,) for name in gone])


def _keep(
    connection: sqlite3.Connection, outcomes: Sequence[Outcome], former: Container[str], reader: Reader, work: _Work
) -> None:
    _forget(connection, [one.case_id for one in outcomes if one.is_gone and one.case_id in former])
    there = [one for one in outcomes if not one.is_gone]
    same = [one for one in there if one.rows is None and one.message is None]
    read = [one for one in there if one.rows is not None or one.message is not None]
    connection.executemany(
        "UPDATE files SET written = ?, changed = ?, size = ?, number = ? WHERE case_id = ?",
        [(*settled(work.changed[one.case_id], work.looked_at), one.case_id) for one in same],
    )
    take_out(connection, [one.case_id for one in read if one.case_id in former])
    put_in(connection, [one.rows for one in read if one.rows is not None])
    connection.executemany(
        "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [_file(one, reader, work) for one in read],
    )


def _file(one: Outcome, reader: Reader, work: _Work) -> tuple[str | int | None, ...]:
    """What is known of a file after it was read."""
    stamp, digest = settled(work.changed[one.case_id], work.looked_at), one.digest
    if one.asked is not None and one.questionnaire != reader.find(one.asked).digest:
        stamp, digest = UNSURE, ""  # the questionnaire was changed while cases were read with it
    day = reader.day if one.by_day else None
    return one.case_id, *stamp, digest, one.asked, day, one.message, one.hint


def _keep_questionnaires(connection: sqlite3.Connection, asked: Iterable[str], reader: Reader, begun_at: int) -> None:
    """Their files are read after `begun_at`, and their stamps taken here; what is younger than both is not sure."""
    found = {one: reader.find(one) for one in asked}
    connection.executemany(
        "INSERT OR REPLACE INTO questionnaires VALUES (?, ?, ?)",
        [
            (name, one.digest, json.dumps([(path, *settled(stamp_of(path), begun_at)) for path in one.files]))
            for name, one in found.items()
        ],
    )


def _in_parts(outcomes: Iterator[Outcome], size: int) -> Iterator[list[Outcome]]:
    while part := list(itertools.islice(outcomes, size)):
        yield part
