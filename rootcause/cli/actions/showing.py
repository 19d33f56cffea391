"""Lists follow-ups, for a person or for a program."""

from __future__ import annotations

import sys
from datetime import date
from shutil import get_terminal_size
from typing import Final

from rootcause.cli.actions.as_data import as_data
from rootcause.cli.actions.listing import Line, as_lines, as_table, headline
from rootcause.cli.actions.wanted import Found, Wanted
from rootcause.cli.indexing import index_at, tell_problems
from rootcause.cli.output import say, write_data, write_drawing, write_json
from rootcause.cli.whereabouts import store_at
from rootcause.errors import RootcauseError

EXIT_OVERDUE: Final = 1
EXIT_NOT_READ: Final = 2


def show(wanted: Wanted, cases: str | None, today: date, *, as_json: bool) -> tuple[Found, int]:
    """List what fits; what it was, and how many cases could not be read, which are named."""
    with index_at(cases) as index:
        unread = tell_problems(index)
        found = wanted.found_in(index)
        stranger = wanted.stranger(index)
    shown = Found(found.open, () if wanted.state == "open" else found.done, found.open_in_all)
    if as_json:
        write_json([as_data(row, today) for row in (*shown.open, *shown.done)])
        return found, unread
    say(stranger or headline(shown, wanted, today))
    if not shown.open and not shown.done:
        return found, unread
    if sys.stdout.isatty():
        _draw(list(as_lines(shown, today, get_terminal_size().columns)))
    else:
        write_data(as_table(shown, today))
    return found, unread


def check(wanted: Wanted, cases: str | None, today: date, *, as_json: bool) -> int:
    """List what is overdue; the exit code: 2 when a case could not be read, else 1 when something is overdue."""
    root = store_at(cases).root
    if not root.is_dir():
        raise RootcauseError(f"there is no folder {root}", hint="name the folder of cases with --cases")
    found, unread = show(wanted, cases, today, as_json=as_json)
    if unread:
        return EXIT_NOT_READ
    return EXIT_OVERDUE if found.open else 0


def _draw(lines: list[Line]) -> None:
    from rootcause.terminal.lines import draw_lines

    write_drawing(draw_lines((line.begin, line.style, line.rest, line.rest_style) for line in lines))
