"""Puts several questions to an index at once, on all processors."""

from __future__ import annotations

import os
import sqlite3
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing, suppress
from pathlib import Path
from threading import Thread
from typing import Any

from rootcause.index.database import version

Question = tuple[str, Mapping[str, object]]
"""SQL and its parameters by their names."""

Rows = list[tuple[Any, ...]]


def ask_all(query: Callable[..., Rows], questions: Sequence[Question], file: Path | None, seen: int) -> list[Rows]:
    """The rows that each of them gives. `query` puts one to the tables of the version `seen`, which lie in `file`."""
    left = deque(range(len(questions)))
    found: dict[int, Rows] = {}
    others = []
    if file is not None:
        for _ in range(min(os.cpu_count() or 1, len(questions)) - 1):
            others.append(Thread(target=_answer, args=(file, seen, questions, left, found)))
    for other in others:
        other.start()
    try:
        while (next := _taken(left)) is not None:
            found[next] = query(*questions[next])
    finally:
        left.clear()
        for other in others:
            other.join()
    return [found[place] if place in found else query(*one) for place, one in enumerate(questions)]


def _answer(file: Path, seen: int, questions: Sequence[Question], left: deque[int], found: dict[int, Rows]) -> None:
    """Take questions and answer them; not when the tables have changed. What it cannot answer is left to the caller."""
    with (
        suppress(sqlite3.Error),
        closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as connection,
    ):
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("BEGIN")
        if version(connection) != seen:
            return
        while (next := _taken(left)) is not None:
            found[next] = connection.execute(*questions[next]).fetchall()


def _taken(left: deque[int]) -> int | None:
    """The next one, for one of those who ask."""
    try:
        return left.popleft()
    except IndexError:
        return None
