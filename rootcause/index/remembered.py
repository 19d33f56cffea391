"""What follows from the tables as they are, kept beside them: any change of the tables takes it away.

So a question that was put before is not worked out again, and a look at many files need not be compared file by file.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import Final

from rootcause.index.database import version

AT_MOST: Final = 1_000
"""Answers. Where nothing changes, those of other days would gather."""


def recall(connection: sqlite3.Connection, question: str) -> str | None:
    """The answer that was kept; None when there is none."""
    found = connection.execute("SELECT answer FROM remembered WHERE question = ?", (question,)).fetchone()
    return None if found is None else str(found[0])


def keep(connection: sqlite3.Connection, learned: Mapping[str, str], seen: int) -> None:
    """Keep the answers that were found in the tables of that version, unless they are other ones by now.

    No transaction may be open. Raises sqlite3.Error.
    """
    connection.execute("BEGIN IMMEDIATE")
    if version(connection) == seen:
        ((count,),) = connection.execute("SELECT COUNT(*) FROM remembered")
        if count > AT_MOST:
            forget(connection)
        connection.executemany("INSERT OR REPLACE INTO remembered VALUES (?, ?)", learned.items())
    connection.execute("COMMIT")


def forget(connection: sqlite3.Connection) -> None:
    """Take all away, in the transaction that changes the tables."""
    connection.execute("DELETE FROM remembered")
