"""The tables of all cases, ready to be asked."""

from __future__ import annotations

import contextlib
import json
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from msgspec import Struct

from rootcause.case.faults import in_words
from rootcause.case.store import CASE_FILE
from rootcause.index import remembered
from rootcause.index.asking import Question, ask_all
from rootcause.index.database import connect, remove
from rootcause.index.reading import Reader
from rootcause.index.tables import ActionRow, CaseRow
from rootcause.index.updating import Updated, update


class Problem(Struct, frozen=True):
    """A case that could not be read, and why."""

    case_id: str
    path: Path
    message: str
    hint: str | None = None


class Index:
    """What all cases say, as it was when the index was opened. A context manager."""

    def __init__(self, root: Path, open: Callable[[], _Opened]) -> None:
        self._root = root
        self._open = open
        self._opened = open()
        self._learned: dict[str, str] = {}

    def query(self, sql: str, parameters: Mapping[str, object] | None = None) -> list[tuple[Any, ...]]:
        """All rows of a query with named parameters."""
        try:
            return self._opened.connection.execute(sql, parameters or {}).fetchall()
        except sqlite3.DatabaseError as error:
            if self._opened.file is None or _is_fault_of_query(error):
                raise
        self._opened.discard()
        self._opened, self._learned = self._open(), {}
        return self._opened.connection.execute(sql, parameters or {}).fetchall()

    def figures(self, questions: Sequence[Question]) -> list[list[tuple[Any, ...]]]:
        """All rows of queries that take long and give few: what they gave is remembered until something changes."""
        names = [json.dumps(one, sort_keys=True) for one in questions]
        found = {name: remembered.recall(self._opened.connection, name) for name in names}
        new = {name: one for name, one in zip(names, questions, strict=True) if found[name] is None}
        answers = ask_all(self.query, list(new.values()), self._opened.file, self._opened.updated.version)
        learned = dict(zip(new, map(json.dumps, answers), strict=True))
        self._learned |= learned
        return [[tuple(row) for row in json.loads(learned.get(name) or found[name] or "")] for name in names]

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
        """The cases that could not be read, by their names."""
        rows = self.query("SELECT case_id, message, hint FROM files WHERE message IS NOT NULL")
        rows += [(name, _NO_NAME, _OTHER_NAME) for name in self._opened.updated.nameless]
        return tuple(Problem(id, self._root / id / CASE_FILE, message, hint) for id, message, hint in sorted(rows))

    def close(self) -> None:
        """Be done with it. Closing twice is fine."""
        if self._opened.file is not None and (learned := self._opened.updated.learned | self._learned):
            with contextlib.suppress(sqlite3.Error):  # closed already, or another process is at it
                self._opened.connection.execute("ROLLBACK")
                remembered.keep(self._opened.connection, learned, self._opened.updated.version)
        self._opened.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


_NO_NAME = "the name of its folder is not UTF-8"
_OTHER_NAME = "give the folder another name"


class _Opened(Struct, frozen=True):
    """A database that is up to date, and the file it lies in."""

    connection: sqlite3.Connection
    file: Path | None
    updated: Updated

    def discard(self) -> None:
        """Throw it away."""
        self.connection.close()
        if self.file is not None:
            with in_words(f"could not delete {self.file}, which is damaged"):
                remove(self.file)


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
    return Index(root, lambda: _opened(root, reader, file, edition, now, tell))


def _opened(  # noqa: PLR0917  # they go together from here on
    root: Path,
    reader: Reader,
    file: Path | None,
    edition: str,
    now: Callable[[], int],
    tell: Callable[[int], None],
) -> _Opened:
    while True:
        connection, used = connect(file, edition)
        try:
            with in_words(f"could not look through {root}"):
                return _Opened(connection, used, update(connection, root, reader, now, tell))
        except sqlite3.DatabaseError as error:
            connection.close()
            if used is None or _is_fault_of_query(error):
                raise
            if isinstance(error, sqlite3.OperationalError):  # locked for long, or no room: without a file then
                file = None
            else:
                remove(used)
        except BaseException:
            connection.close()
            raise


def _is_fault_of_query(error: sqlite3.DatabaseError) -> bool:
    """Whether the SQL is wrong, or what was given with it; else it is the file."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    return bool(code & 0xFF == sqlite3.SQLITE_ERROR)
