"""The tables of all cases, ready to be asked."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from msgspec import Struct

from rootcause.case.faults import in_words
from rootcause.case.store import CASE_FILE
from rootcause.errors import RootcauseError
from rootcause.index.database import connect, remove
from rootcause.index.tables import ActionRow, CaseRow
from rootcause.index.updating import Reader, update


class Problem(Struct, frozen=True):
    """A case that could not be read, and why."""

    case_id: str
    path: Path
    message: str
    hint: str | None = None


class Index:
    """What all cases say, as it was when the index was opened. A context manager; until it closes, others wait."""

    def __init__(self, connection: sqlite3.Connection, root: Path, file: Path | None) -> None:
        self._connection = connection
        self._root = root
        self._file = file

    def query(self, sql: str, parameters: Mapping[str, object] | None = None) -> list[tuple[Any, ...]]:
        """All rows of a query with named parameters. Raises RootcauseError when the file of the index is damaged."""
        try:
            return self._connection.execute(sql, parameters or {}).fetchall()
        except sqlite3.OperationalError:
            raise  # a fault in the query
        except sqlite3.DatabaseError as error:
            if self._file is not None:
                remove(self._file)
            raise RootcauseError(
                f"the index of the cases was damaged: {error}", hint="it is deleted; the same command makes a new one"
            ) from error

    def cases(self) -> Iterator[CaseRow]:
        """All cases that can be read, those begun first come first."""
        return (CaseRow(*row) for row in self.query("SELECT * FROM cases ORDER BY begun_at, case_id"))

    def actions(self, where: str = "", parameters: Mapping[str, object] | None = None) -> list[ActionRow]:
        """Follow-ups, by the day that counts, those without one last; `where` is a condition in SQL."""
        condition = f"WHERE {where}" if where else ""
        order = "ORDER BY due_on IS NULL, due_on, case_id, kind, answer_key"
        return [ActionRow(*row) for row in self.query(f"SELECT * FROM actions {condition} {order}", parameters)]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The cases that could not be read."""
        rows = self.query("SELECT case_id, message, hint FROM files WHERE message IS NOT NULL ORDER BY case_id")
        return tuple(Problem(id, self._root / id / CASE_FILE, message, hint) for id, message, hint in rows)

    def close(self) -> None:
        """Let others bring the index up to date. Closing twice is fine."""
        if self._connection.in_transaction:
            self._connection.commit()
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_index(
    root: Path,
    reader: Reader,
    *,
    file: Path | None,
    edition: str,
    now: Callable[[], int] = time.time_ns,
    tell: Callable[[int], None] = lambda _: None,
) -> Index:
    """The index of the cases below a folder, up to date. `file` is None for one in memory only.

    Raises RootcauseError when the folder cannot be looked through.
    """
    while True:
        connection, used = connect(file, edition)
        try:
            with in_words(f"could not look through {root}"):
                update(connection, root, reader, now, tell)
            return Index(connection, root, used)
        except sqlite3.DatabaseError as error:
            connection.close()
            if used is None:
                raise
            if not isinstance(error, sqlite3.OperationalError):  # damaged; else locked for long, or no room
                remove(used)
                continue
            file = None
        except BaseException:
            connection.close()
            raise
