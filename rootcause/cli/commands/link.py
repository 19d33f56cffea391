"""The command `link`."""

from typing import Annotated

import typer

from rootcause.cli import options


def link(
    case: options.CaseName,
    earlier: Annotated[
        str | None, typer.Argument(metavar="EARLIER", help="The earlier case; without it those that look the same.")
    ] = None,
    *,
    because: Annotated[str | None, typer.Option("--because", metavar="TEXT", help="What makes it the same.")] = None,
    remove: Annotated[bool, typer.Option("--remove", help="Take the link back.")] = False,
    by: options.By = None,
    cases: options.CasesFolder = None,
) -> None:
    """Say that a case is the same again as an earlier one.

    Without the earlier one, those of the last two years that had the same cause are listed, with what became of it.

    Example:
      rootcause link order-4711
      rootcause link order-4711 order-4400 --because "the same two address lists"
    """
    from rootcause.cli.seen_before import link_to, list_the_same
    from rootcause.errors import RootcauseError

    if earlier is None:
        if because is not None or remove:
            raise RootcauseError("which earlier case?", hint="name it behind the case")
        list_the_same(case, cases)
    else:
        link_to(case, earlier, because, by, cases, remove=remove)
