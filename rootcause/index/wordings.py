"""The different wordings of causes, and where each of their words stands: by that those like another are found.

What no cause says any more stays: it is only ever a way to the rows of `causes`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Final

from rootcause.index.tables import CauseRow

_TABLES: Final = (
    "CREATE TABLE wordings (wording INTEGER PRIMARY KEY, words TEXT UNIQUE)",
    "CREATE TABLE stems (stem TEXT, wording INTEGER, PRIMARY KEY (stem, wording)) WITHOUT ROWID",
)
_WORDS: Final = CauseRow.__struct_fields__.index("words")


def create(connection: sqlite3.Connection) -> None:
    """Make the tables."""
    for table in _TABLES:
        connection.execute(table)


def keep(connection: sqlite3.Connection, causes: Iterable[Sequence[object]]) -> None:
    """Take up the wordings that are new in these rows of the table of causes."""
    for words in {one[_WORDS] for one in causes}:
        added = connection.execute("INSERT OR IGNORE INTO wordings (words) VALUES (?)", (words,))
        if added.rowcount:
            stems = [(stem, added.lastrowid) for stem in str(words).split()]
            connection.executemany("INSERT INTO stems VALUES (?, ?)", stems)
