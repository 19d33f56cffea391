"""The command `actions reopen`."""

from typing import Annotated

import typer

from rootcause.cli import options


def reopen(
    ids: Annotated[list[str], typer.Argument(metavar="ID...", help="The IDs that `rootcause actions --done` shows.")],
    *,
    why: Annotated[str | None, typer.Option("--why", metavar="TEXT", help="What makes it open again.")] = None,
    by: options.By = None,
    cases: options.CasesFolder = None,
) -> None:
    """Say that something is to be done again.

    Example:
      rootcause actions reopen k3v9x2mq --why "it came back in June"
    """
    from rootcause.cli.actions.changing import Said, say_reopened

    say_reopened(ids, Said(why, by, cases))
