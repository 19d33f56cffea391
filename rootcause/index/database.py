"""The SQLite file that holds the tables. It may be deleted at any time: what cannot be used is made anew."""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final, get_type_hints

from msgspec import Struct

from rootcause.index.tables import TABLES, CaseTables

PATIENCE: Final = 30.0
"""In seconds: how long one process waits for another that brings the same index up to date."""

_FILES: Final = """
CREATE TABLE files (
  case_id TEXT PRIMARY KEY, mtime INTEGER, ctime INTEGER, size INTEGER, inode INTEGER, racy INTEGER,
  digest TEXT, questionnaire TEXT, day TEXT, message TEXT, hint TEXT
) WITHOUT ROWID"""


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


def replace_rows(connection: sqlite3.Connection, gone: Iterable[str], tables: Iterable[CaseTables]) -> None:
    """Take the rows of cases away and put others in."""
    names = [(name,) for name in gone]
    for table in TABLES:
        connection.executemany(f"DELETE FROM {table} WHERE case_id = ?", names)
    for one in tables:
        insert(connection, "cases", (one.case,))
        insert(connection, "causes", one.causes)
        insert(connection, "actions", one.actions)
        insert(connection, "answers", one.answers)


def insert(connection: sqlite3.Connection, table: str, rows: Sequence[Struct]) -> None:
    """Put rows into a table."""
    names = TABLES[table].__struct_fields__
    places = ", ".join("?" * len(names))
    values = ([getattr(row, name) for name in names] for row in rows)
    connection.executemany(f"INSERT INTO {table} VALUES ({places})", values)


def _at(path: Path, edition: str) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    connection = _opened(str(path))
    try:
        connection.execute("BEGIN IMMEDIATE")
        if _edition(connection) != edition:
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
                connection.execute(f'DROP TABLE "{name}"')
            _create(connection, edition)
        connection.execute("COMMIT")
    except BaseException:
        connection.close()
        raise
    return connection


def _opened(name: str) -> sqlite3.Connection:
    connection = sqlite3.connect(name, timeout=PATIENCE, isolation_level=None)
    # What is lost in a power cut is read from the files again.
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection


def _edition(connection: sqlite3.Connection) -> str | None:
    known = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'edition'").fetchone()
    found = connection.execute("SELECT edition FROM edition").fetchone() if known else None
    return None if found is None else str(found[0])


def _create(connection: sqlite3.Connection, edition: str) -> None:
    connection.execute("CREATE TABLE edition (edition TEXT)")
    connection.execute("INSERT INTO edition VALUES (?)", (edition,))
    connection.execute(_FILES)
    for table, row in TABLES.items():
        connection.execute(f"CREATE TABLE {table} ({', '.join(_columns(row))})")
        connection.execute(f"CREATE INDEX {table}_by_case ON {table} (case_id)")
    connection.execute("CREATE INDEX actions_by_id ON actions (item_id)")
    connection.execute("CREATE INDEX open_actions ON actions (status, due_on)")


def _columns(row: type[Struct]) -> list[str]:
    hints = get_type_hints(row)
    return [f"{name} {'TEXT' if 'str' in str(hints[name]) else 'INTEGER'}" for name in row.__struct_fields__]
