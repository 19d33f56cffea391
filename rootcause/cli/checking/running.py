"""Looks at the cases that are asked for and tells what was found."""

from __future__ import annotations

import os
import shutil
import sys
from functools import partial
from pathlib import Path

from rootcause.case.store import CASE_FILE, CaseStore
from rootcause.cli.checking import as_text
from rootcause.cli.checking.looking import Looked, look
from rootcause.cli.checking.outcome import NEVER, Outcome, Unreadable
from rootcause.cli.checking.request import Request
from rootcause.cli.checking.selection import select
from rootcause.cli.output import say, write_data, write_json
from rootcause.cli.reporting.moment import epoch
from rootcause.cli.seen_before import SeenBefore
from rootcause.cli.whereabouts import here, project, store_at
from rootcause.errors import RootcauseError
from rootcause.source.diagnostic import Severity
from rootcause.terminal.theme import colours


def check(request: Request) -> int:
    """Look, tell, and return the exit code: 1 for what is to fail, 2 when a case could not be looked at."""
    checks, store, now = select(request.select, request.ignore), store_at(request.folder), epoch(os.environ)
    found: list[Looked] = []
    unreadable: list[Unreadable] = []
    with SeenBefore(request.folder) as seen:
        for reference in request.references():
            try:
                found.append(look(store, reference, request.folder, checks, now, seen=seen))
            except RootcauseError as error:
                if len(request.cases) == 1:
                    raise
                unreadable.append(Unreadable(_file_of(store, reference), error.message, error.hint))
                say(f"error: {error.message}" + (f"\nhint: {error.hint}" if error.hint else ""))
    fail_on = None if request.fail_on == NEVER else Severity(request.fail_on)
    outcome = Outcome(tuple(found), fail_on, tuple(unreadable))
    _tell(outcome, request)
    return 2 if unreadable else int(outcome.failing)


def _file_of(store: CaseStore, reference: str) -> Path:
    """Where the case is that could not be looked at, as far as that can be told."""
    try:
        return store.folder(reference) / CASE_FILE
    except RootcauseError:
        return Path(reference)


def _tell(outcome: Outcome, request: Request) -> None:
    if request.statistics:
        write_data(as_text.statistics(outcome))
    elif request.format == "json":
        from rootcause.cli.checking.as_data import as_data

        write_json(as_data(outcome))
    elif request.format == "text":
        _show(outcome, waived=request.waived)
    else:
        from rootcause.cli.checking.located import write
        from rootcause.lint.paths import relative

        cwd = here()
        text = write(outcome, request.format, partial(relative, folder=project(cwd, os.environ), cwd=cwd))
        if text:
            write_data(text)


def _show(outcome: Outcome, *, waived: bool) -> None:
    tty = sys.stdout.isatty()
    if not colours(os.environ, tty=tty):
        columns = shutil.get_terminal_size().columns if tty else as_text.COLUMNS
        write_data(as_text.write(outcome, columns=columns, waived=waived))
        return
    columns = shutil.get_terminal_size().columns
    sys.stdout.write(as_text.write(outcome, columns=columns, tone=as_text.COLOURS, waived=waived))
