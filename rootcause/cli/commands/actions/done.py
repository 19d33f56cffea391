"""The command `actions done`."""

from typing import Annotated, Literal

import typer

from rootcause.cli import options

_ABOUT_MOVED = "Of an effect review: whether the measure moved."


def done(  # one parameter for each option
    ids: Annotated[list[str], typer.Argument(metavar="ID...", help="The IDs that `rootcause actions` shows.")],
    *,
    result: Annotated[str | None, typer.Option("--result", metavar="TEXT", help="What came of it.")] = None,
    moved: Annotated[Literal["yes", "no"] | None, typer.Option("--moved", help=_ABOUT_MOVED)] = None,
    on: Annotated[str | None, typer.Option("--on", metavar="DAY", help="When it got done; default: today.")] = None,
    by: options.By = None,
    cases: options.CasesFolder = None,
) -> None:
    """Say that something got done, and what came of it.

    It is kept in the history of the case. After an action with a test of done you are told when to look at its effect.

    Example:
      rootcause actions done k3v9x2mq --result "the job ran on 3 May"
    """
    from rootcause.cli.actions.changing import Said, say_done

    say_done(ids, Said(result, by, cases), moved=None if moved is None else moved == "yes", on=on)
