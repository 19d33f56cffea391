"""The SQLite file that holds the tables. It may be deleted at any time: what cannot be used is made anew."""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from msgspec import Struct
from msgspec.structs import fields

from rootcause.index import differing, wordings
from rootcause.index.reading import Rows
from rootcause.index.tables import TABLES

PATIENCE: Final = 30.0
"""In seconds: how long one process waits for another that brings the same index up to date."""

VERSION: Final = "SELECT version FROM edition"

_KEPT: Final = (
    # What was read, when its file looked how; `day` where the rows may be other ones on another day.
    """CREATE TABLE files (
      case_id TEXT PRIMARY KEY, written INTEGER, changed INTEGER, size INTEGER, number INTEGER,
      digest TEXT, asked TEXT, day TEXT, message TEXT, hint TEXT) WITHOUT ROWID""",
    # The questionnaires with which it was read; `made_of` has their files with their stamps.
    "CREATE TABLE questionnaires (asked TEXT PRIMARY KEY, digest TEXT, made_of TEXT) WITHOUT ROWID",
    differing.TABLE,
    "CREATE TABLE remembered (question TEXT PRIMARY KEY, answer TEXT) WITHOUT ROWID",
)
_ENDS: Final = {"answers": ", PRIMARY KEY (case_id, answer_key)) WITHOUT ROWID"}
"""How the statement ends that makes a table. That of the answers is by far the longest, so it is an index itself."""

_INDEXES: Final = {
    "actions_by_item": "actions (item_id)",
    "causes_by_words": "causes (words)",
    "files_by_day": "files (day) WHERE day IS NOT NULL",
    "files_not_read": "files (case_id, message, hint) WHERE message IS NOT NULL",
    # These hold all that a figure of trends asks, so the long texts beside are not read.
    "cases_by_case": "cases (case_id, cost, currency)",
    "causes_by_case": "causes (case_id, root, words)",
    "actions_by_case": "actions (case_id, kind, status, done_on, due_on)",
    "cases_in_time": "cases (happened_on, case_id, begun_at, month, finished, product, part, "
    "found_by_customer, minutes_to_detect, minutes_to_contain, minutes_to_resolve, minutes_to_follow_up, cost, "
    "currency, trust_before, trust_problem, trust_after, root_causes, root_causes_covered, linked_to)",
    "root_causes_in_time": "causes (words, happened_on, case_id, number, cause_text, root) WHERE root = 1",
    "actions_in_time": "actions (kind, happened_on, status, first_due_on, done_on, strength, moved, due_on, owner, "
    "case_id)",
    "actions_open": "actions (case_id, due_on) WHERE status = 'open'",
    "actions_by_day": "actions (status, kind, due_on, owner)",
}


def index_file(cache: Path, cases: Path) -> Path:
    """Where the index of a folder of cases lies."""
    seen = hashlib.blake2b(os.fsencode(cases.resolve()), digest_size=12)
    return cache / "cases" / f"{seen.hexdigest()}.sqlite"


def connect(path: Path | None, edition: str) -> tuple[sqlite3.Connection, Path | None]:
    """The database, with all tables, and its path; in memory, without one, where it cannot be written.

    One of another edition of the program, or that is no database, is thrown away.
    """
    if path is not None:
        with contextlib.suppress(OSError, sqlite3.OperationalError):
            try:
                return _at(path, edition), path
            except sqlite3.OperationalError:
                raise
            except sqlite3.DatabaseError:
                remove(path)
                return _at(path, edition), path
    connection = _opened(":memory:")
    _create(connection, edition)
    return connection, None


def remove(path: Path) -> None:
    """Take the index away, with what SQLite keeps beside it. Raises OSError."""
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm", f"{path.name}-journal"):
        path.with_name(name).unlink(missing_ok=True)


def version(connection: sqlite3.Connection) -> int:
    """A number that is another one after every change of the tables."""
    return int(connection.execute(VERSION).fetchone()[0])


def count_change(connection: sqlite3.Connection) -> None:
    """Make the version another one, in the transaction that changes the tables."""
    connection.execute("UPDATE edition SET version = version + 1")


def take_out(connection: sqlite3.Connection, names: Iterable[str]) -> None:
    """Take the rows of cases away."""
    gone = [(name,) for name in names]
    for table in TABLES:
        connection.executemany(f"DELETE FROM {table} WHERE case_id = ?", gone)


def has_cases(connection: sqlite3.Connection) -> bool:
    """Whether any case was read."""
    return connection.execute("SELECT 1 FROM files LIMIT 1").fetchone() is not None


def create_indexes(connection: sqlite3.Connection) -> None:
    """Make those that are not there."""
    for name, what in _INDEXES.items():
        connection.execute(f"CREATE INDEX IF NOT EXISTS {name} ON {what}")


def drop_indexes(connection: sqlite3.Connection) -> None:
    """Be without them: made after many rows were put in, they take less time and lie in order."""
    for name in _INDEXES:
        connection.execute(f"DROP INDEX IF EXISTS {name}")


def put_in(connection: sqlite3.Connection, cases: Sequence[Rows]) -> None:
    """Put the rows of cases in."""
    for table, row in TABLES.items():
        places = ", ".join("?" * len(row.__struct_fields__))
        connection.executemany(f"INSERT INTO {table} VALUES ({places})", [one for rows in cases for one in rows[table]])
    wordings.keep(connection, (one for rows in cases for one in rows["causes"]))


def _at(path: Path, edition: str) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    connection = _opened(str(path))
    try:
        # With a log of changes, who reads and who writes need not wait for each other.
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        if _edition(connection) != edition:
            connection.execute("BEGIN IMMEDIATE")
            if _edition(connection) != edition:  # nobody else was faster
                _drop_all(connection)
                _create(connection, edition)
            connection.execute("COMMIT")
    except BaseException:
        connection.close()
        raise
    return connection


def _opened(name: str) -> sqlite3.Connection:
    connection = sqlite3.connect(name, timeout=PATIENCE, isolation_level=None)
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection


def _edition(connection: sqlite3.Connection) -> str | None:
    known = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'edition'").fetchone()
    found = connection.execute("SELECT edition FROM edition").fetchone() if known else None
    return None if found is None else str(found[0])


def _drop_all(connection: sqlite3.Connection) -> None:
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        connection.execute(f'DROP TABLE "{name}"')


def _create(connection: sqlite3.Connection, edition: str) -> None:
    connection.execute("CREATE TABLE edition (edition TEXT, version INTEGER)")
    # Chance tells it from the versions of the file that it takes the place of, which another process may have open.
    connection.execute("INSERT INTO edition VALUES (?, ?)", (edition, secrets.randbits(60)))
    for statement in _KEPT:
        connection.execute(statement)
    for table, row in TABLES.items():
        connection.execute(f"CREATE TABLE {table} ({', '.join(_columns(row))}{_ENDS.get(table, ')')}")
    wordings.create(connection)
    create_indexes(connection)


def _columns(row: type[Struct]) -> list[str]:
    return [f"{one.name} {'INTEGER' if one.type in (int, int | None) else 'TEXT'}" for one in fields(row)]
