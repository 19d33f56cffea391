"""A program that answers questions in SQL to a database, for `asking`: it needs nothing but Python itself.

Given are the URI of the database and, as JSON on standard input, pairs of SQL and parameters. It writes the rows of
each, all as they are at one moment.
"""

import json
import sqlite3
import sys
from contextlib import closing


def main() -> None:
    """Answer."""
    questions = json.load(sys.stdin)
    with closing(sqlite3.connect(sys.argv[1], uri=True)) as connection:
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("BEGIN")
        json.dump([connection.execute(sql, parameters).fetchall() for sql, parameters in questions], sys.stdout)


if __name__ == "__main__":
    main()
