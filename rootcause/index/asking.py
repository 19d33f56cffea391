"""Puts several questions to an index, with the help of a second process where that is worth it.

It is a process because SQLite lets threads wait for each other whenever one of them asks for memory.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from rootcause.index import answering
from rootcause.index.database import VERSION

Question = tuple[str, Mapping[str, object]]
"""SQL and its parameters by their names."""

Rows = list[tuple[Any, ...]]

WORTH_IT: Final = 20_000
"""With so many cases the questions take longer than the start of a process."""


def ask_all(query: Callable[..., Rows], questions: Sequence[Question], file: Path | None, seen: int) -> list[Rows]:
    """The rows that each of them gives. `query` puts one to the tables of the version `seen`, which lie in `file`."""
    ((count,),) = query("SELECT COUNT(*) FROM files")
    if file is None or len(questions) < 2 or count < WORTH_IT or (os.cpu_count() or 1) < 2:
        return [query(*one) for one in questions]
    mine, others = questions[::2], questions[1::2]
    helper = _begun(file)
    if helper is None:
        return [query(*one) for one in questions]
    with helper:
        _tell(helper, [(VERSION, {}), *others])
        found = [query(*one) for one in mine]
        heard = _heard(helper)
    # Another process may have changed the tables just before that one began to read them.
    if len(heard) != 1 + len(others) or heard[0] != [(seen,)]:
        heard = [[], *(query(*one) for one in others)]
    rows: list[Rows] = [[]] * len(questions)
    rows[::2], rows[1::2] = found, heard[1:]
    return rows


def _begun(file: Path) -> subprocess.Popen[bytes] | None:
    """The other process; None where none can be started."""
    command = (sys.executable, "-I", answering.__file__, f"{file.absolute().as_uri()}?mode=ro")
    pipe = subprocess.PIPE
    try:
        return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)
    except OSError:
        return None


def _tell(helper: subprocess.Popen[bytes], questions: Sequence[Question]) -> None:
    assert helper.stdin is not None
    with suppress(OSError):  # it has ended; that it says nothing tells so
        helper.stdin.write(json.dumps(questions).encode())
        helper.stdin.close()


def _heard(helper: subprocess.Popen[bytes]) -> list[Rows]:
    """What it answered; nothing when it could not."""
    assert helper.stdout is not None
    try:
        return [[tuple(row) for row in rows] for rows in json.loads(helper.stdout.read())]
    except ValueError:
        return []
