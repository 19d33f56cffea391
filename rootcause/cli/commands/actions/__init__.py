"""The command `actions`."""

import os
from typing import Annotated

import typer

from rootcause.cli import options

_ABOUT_DUE = "What is due until then: overdue, 7d for seven days, all, or a day such as 2026-01-31; default: all."
_ABOUT_CHECK = "Only what is overdue; the exit code is 1 when there is any, 2 when a case could not be read."


def actions(  # noqa: PLR0913  # one parameter for each option
    *,
    due: Annotated[str | None, typer.Option("--due", metavar="WHEN", help=_ABOUT_DUE)] = None,
    owner: Annotated[
        str | None, typer.Option("--owner", metavar="NAME", help="A part of the name, or none for those without one.")
    ] = None,
    case: Annotated[str | None, typer.Option("--case", metavar="CASE", help="Only those of this case.")] = None,
    kind: Annotated[
        str | None,
        typer.Option("--kind", metavar="KIND", help="Only action, review, interim, promise or question."),
    ] = None,
    done: Annotated[bool, typer.Option("--done", help="What was done, the latest first, and what came of it.")] = False,
    every: Annotated[bool, typer.Option("--all", help="What is open and what was done.")] = False,
    check: Annotated[bool, typer.Option("--check", help=_ABOUT_CHECK)] = False,
    as_json: options.AsJson = False,
    cases: options.CasesFolder = None,
) -> int:
    """List what is to be done in all cases, by the day it is due.

    Actions, and what else was promised: temporary fixes that end, what customers were told they would hear, questions
    left to somebody, and the look whether an action worked, 30 days after it is done. The commands below take the ID
    at the end of a line, its first four letters, or case and number, order-4711:3.

    Example:
      rootcause actions --due 7d
      rootcause actions --owner mara --json
      rootcause actions --check
      rootcause actions done k3x7a2bq --result "The order form asks for it now"
    """
    from rootcause.cli.actions import showing
    from rootcause.cli.actions.wanted import read_wanted, state_of
    from rootcause.cli.indexing import today

    day = today(os.environ)
    state, due = state_of(due, done=done, every=every, check=check)
    wanted = read_wanted(due, owner, case, kind, state, cases=cases, today=day)
    if check:
        return showing.check(wanted, cases, day, as_json=as_json)
    showing.show(wanted, cases, day, as_json=as_json)
    return 0
