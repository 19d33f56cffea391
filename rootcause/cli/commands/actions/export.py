"""The command `actions export`."""

import os
from typing import Annotated

import typer

from rootcause.cli import options
from rootcause.cli.actions import filters

_ABOUT_TO = (
    "csv for spreadsheets, jira or gitlab for the CSV that they import, github for lines of gh, ics for a calendar, "
    "md for a checklist."
)


def export(  # noqa: PLR0913  # one parameter for each option
    *,
    to: Annotated[str, typer.Option("--to", metavar="csv|jira|github|gitlab|ics|md", help=_ABOUT_TO)],
    output: Annotated[
        str, typer.Option("-o", "--output", metavar="FILE", help="Where to write it; default: -, which is stdout.")
    ] = "-",
    force: options.Force = False,
    due: filters.Due = None,
    owner: filters.Owner = None,
    case: filters.OfCase = None,
    kind: filters.OfKind = None,
    done: filters.Done = False,
    every: filters.Every = False,
    cases: options.CasesFolder = None,
) -> None:
    """Hand follow-ups over to where people work.

    Without a filter all that are open. A calendar gets those as well that were done before their day, to take them
    out. What became of them there is read back by `rootcause actions import`; docs/follow-through.md says how each
    program takes the file.

    Example:
      rootcause actions export --to jira -o actions.csv
      rootcause actions export --to github --owner mara | less
      rootcause actions export --to ics -o follow-ups.ics --force
    """
    from rootcause.cli.actions.exporting import export, read_format
    from rootcause.cli.actions.wanted import read_wanted, state_of
    from rootcause.cli.indexing import today

    format, day = read_format(to), today(os.environ)
    state, due = state_of(due, done=done, every=every or (format == "ics" and not done), check=False)
    export(format, read_wanted(due, owner, case, kind, state, cases=cases, today=day), output, cases, day, force=force)
