"""Brings the tables up to date with the case files: a look at all of them, a read of those that changed.

A file counts as changed when its times, size or number differ from those kept, and also when it had been written within
two seconds of that look: clocks of file systems tick slowly, and a second change within one tick shows in nothing else.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple, Protocol

from msgspec import Struct
from msgspec.structs import replace

from rootcause.analysis.analysis import analyse
from rootcause.analysis.record import Record
from rootcause.case.bounded import read_text
from rootcause.case.model import Case
from rootcause.case.record import from_json
from rootcause.case.store import CASE_FILE
from rootcause.errors import RootcauseError
from rootcause.index.database import replace_rows
from rootcause.index.rows import case_tables
from rootcause.index.tables import CaseTables

TICK: Final = 2_000_000_000
"""In nanoseconds: that of the slowest clock in use, the one of FAT."""

_FORKING: Final = 200
_CHUNK: Final = 50
MANY: Final = 2000
"""From so many changed files on, it takes long enough to be told, and is committed in parts."""


class Stamp(NamedTuple):
    """What the file system says of a file."""

    mtime: int
    ctime: int
    size: int
    inode: int


class Fitted(Struct, frozen=True):
    """A case as it fits its questionnaire today; `day` is the one it was read on, where that matters."""

    case: Case
    record: Record
    questionnaire: str
    day: str | None = None


class Reader(Protocol):
    """Reads cases with their questionnaires. A questionnaire is told apart by one text, its name and digest."""

    def read(self, case: Case) -> Fitted:
        """The case with what counts of it. Raises RootcauseError when its questionnaire cannot be had."""
        ...

    def is_current(self, questionnaire: str) -> bool:
        """Whether that questionnaire would be found today as it was."""
        ...

    def today(self) -> str:
        """The day, for what depends on it."""
        ...


class Outcome(Struct, frozen=True):
    """What reading one file came to: rows, or why there are none. Neither, when its content is what it was."""

    case_id: str
    digest: str
    tables: CaseTables | None = None
    questionnaire: str = ""
    day: str | None = None
    message: str | None = None
    hint: str | None = None


def scan(root: Path) -> dict[str, Stamp]:
    """Every case with the stamp of its file. Raises OSError when the folder cannot be looked through."""
    found: dict[str, Stamp] = {}
    try:
        with os.scandir(root) as entries:
            # A link is not followed: it could lead out of the folder of cases.
            names = [one.name for one in entries if _may_be_case(one)]
    except FileNotFoundError:
        return found
    base, last = os.path.join(root, ""), os.sep + CASE_FILE  # noqa: PTH118  # for 100,000 paths
    for name in names:
        try:
            about = os.stat(base + name + last)  # noqa: PTH116
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError:  # not allowed to look; reading it will say so
            found[name] = Stamp(0, 0, -1, 0)
            continue
        found[name] = Stamp(about.st_mtime_ns, about.st_ctime_ns, about.st_size, about.st_ino)
    return found


def _may_be_case(entry: os.DirEntry[str]) -> bool:
    # A name that is no text in the coding of the system cannot be kept, nor typed.
    is_text = entry.name.isascii() or entry.name.isprintable()
    return not entry.name.startswith(".") and is_text and entry.is_dir(follow_symlinks=False)


def update(
    connection: sqlite3.Connection,
    root: Path,
    reader: Reader,
    now: Callable[[], int],
    tell: Callable[[int], None],
) -> None:
    """Make the tables say what the files say. `now` is in nanoseconds since 1970; `tell` takes how many are read.

    Afterwards the transaction is open, so that nobody changes the tables until they were asked. Raises OSError.
    """
    while True:
        connection.execute("BEGIN IMMEDIATE")
        looked_at = now()
        found = scan(root)
        kept = {row[0]: row[1:] for row in connection.execute(_KEPT)}
        _forget(connection, [name for name in kept if name not in found])
        stale = _stale(connection, reader) if kept else frozenset()
        changed = sorted(name for name, stamp in found.items() if name in stale or kept.get(name) != (*stamp, 0))
        if len(changed) >= MANY:
            tell(len(changed))
        digests = {name: digest for name, digest in connection.execute(_DIGESTS) if name not in stale}
        written = 0
        for outcome in _read_all(root, changed, digests, reader):
            _keep(connection, outcome, found[outcome.case_id], looked_at)
            written += 1
            if written % MANY == 0:
                connection.execute("COMMIT")
                connection.execute("BEGIN IMMEDIATE")
        if written < MANY:
            return
        connection.execute("COMMIT")  # that took a while: look again


_KEPT: Final = "SELECT case_id, mtime, ctime, size, inode, racy FROM files"
_DIGESTS: Final = "SELECT case_id, digest FROM files"


def _stale(connection: sqlite3.Connection, reader: Reader) -> frozenset[str]:
    """The cases of questionnaires that are other ones today, and those that depend on the day, read on another."""
    asked = "SELECT DISTINCT questionnaire FROM files WHERE questionnaire <> ''"
    former = [name for (name,) in connection.execute(asked).fetchall() if not reader.is_current(name)]
    stale: set[str] = set()
    for name in former:
        stale.update(id for (id,) in connection.execute("SELECT case_id FROM files WHERE questionnaire = ?", (name,)))
    by_day = connection.execute("SELECT case_id FROM files WHERE day <> ?", (reader.today(),))
    # What could not be read may have lacked its questionnaire, so it is tried each time.
    failed = connection.execute("SELECT case_id FROM files WHERE message IS NOT NULL")
    return frozenset(stale.union((id for (id,) in by_day), (id for (id,) in failed)))


def _forget(connection: sqlite3.Connection, gone: Sequence[str]) -> None:
    replace_rows(connection, gone, ())
    connection.executemany("DELETE FROM files WHERE case_id = ?", [(name,) for name in gone])


def _keep(connection: sqlite3.Connection, outcome: Outcome, stamp: Stamp, looked_at: int) -> None:
    racy = int(max(stamp.mtime, stamp.ctime) > looked_at - TICK)
    if outcome.tables is None and outcome.message is None:
        known = "UPDATE files SET mtime = ?, ctime = ?, size = ?, inode = ?, racy = ? WHERE case_id = ?"
        connection.execute(known, (*stamp, racy, outcome.case_id))
        return
    replace_rows(connection, (outcome.case_id,), () if outcome.tables is None else (outcome.tables,))
    connection.execute(
        "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(outcome.case_id, *stamp, racy),
            *(outcome.digest, outcome.questionnaire, outcome.day, outcome.message, outcome.hint),
        ),
    )


def _read_all(root: Path, names: Sequence[str], digests: Mapping[str, str], reader: Reader) -> Iterator[Outcome]:
    """What reading came to, one after the other; many files are read by all processors."""
    if len(names) < _FORKING or (os.cpu_count() or 1) < 2:
        yield from _read_some(root, [(name, digests.get(name)) for name in names], reader)
        return
    yield from _read_in_processes(root, [(name, digests.get(name)) for name in names], reader)


def _read_in_processes(root: Path, wanted: Sequence[tuple[str, str | None]], reader: Reader) -> Iterator[Outcome]:
    import multiprocessing

    if "fork" not in multiprocessing.get_all_start_methods():
        yield from _read_some(root, wanted, reader)
        return
    global _shared  # noqa: PLW0603  # what is forked along need not be pickled
    _shared = root, reader
    chunks = (wanted[at : at + _CHUNK] for at in range(0, len(wanted), _CHUNK))
    with multiprocessing.get_context("fork").Pool() as pool:
        for outcomes in pool.imap_unordered(_read_chunk, chunks):
            yield from outcomes


_shared: tuple[Path, Reader] | None = None


def _read_chunk(wanted: Sequence[tuple[str, str | None]]) -> list[Outcome]:
    assert _shared is not None
    root, reader = _shared
    return list(_read_some(root, wanted, reader))


def _read_some(root: Path, wanted: Iterable[tuple[str, str | None]], reader: Reader) -> Iterator[Outcome]:
    for name, known in wanted:
        yield _read(root / name / CASE_FILE, name, known, reader)


def _read(path: Path, name: str, known: str | None, reader: Reader) -> Outcome:
    digest = ""
    try:
        text = read_text(path)
        digest = hashlib.blake2b(text.encode(), digest_size=16).hexdigest()
        if digest == known:
            return Outcome(name, digest)
        fitted = reader.read(replace(from_json(text, str(path)), id=name))
    except RootcauseError as error:
        return Outcome(name, digest, message=error.message, hint=error.hint)
    tables = case_tables(fitted.case, analyse(fitted.record), fitted.record)
    return Outcome(name, digest, tables, fitted.questionnaire, fitted.day)
