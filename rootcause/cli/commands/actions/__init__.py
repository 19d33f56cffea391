"""The command `actions`."""

import os
from typing import Annotated

import typer

from rootcause.cli import options
from rootcause.cli.actions import filters

_ABOUT_CHECK = "Only what is overdue; the exit code is 1 when there is any, 2 when a case could not be read."


def actions(  # noqa: PLR0913  # one parameter for each option
    *,
    due: filters.Due = None,
    owner: filters.Owner = None,
    case: filters.OfCase = None,
    kind: filters.OfKind = None,
    done: filters.Done = False,
    every: filters.Every = False,
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
