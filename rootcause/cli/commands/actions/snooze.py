"""The command `actions snooze`."""

from typing import Annotated

import typer

from rootcause.cli import options


def snooze(
    ids: Annotated[list[str], typer.Argument(metavar="ID...", help="The IDs that `rootcause actions` shows.")],
    *,
    until: Annotated[str, typer.Option("--until", metavar="DAY", help="2026-01-31, friday, in 2 weeks.")],
    why: Annotated[str, typer.Option("--why", metavar="TEXT", help="What makes it wait; the report says so.")],
    by: options.By = None,
    cases: options.CasesFolder = None,
) -> None:
    """Put something off to a later day, and say why.

    Whether it was done on time is still measured by the day it had first.

    Example:
      rootcause actions snooze k3v9x2mq --until 2026-12-31 --why "the vendor delivers in December"
    """
    from rootcause.cli.actions.changing import Said, say_snoozed

    say_snoozed(ids, Said(why, by, cases), until)
