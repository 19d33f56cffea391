"""The command `edit`."""

from typing import Annotated

import typer

from rootcause.cli import options


def edit(  # one parameter for each option
    case: options.CaseName,
    question: Annotated[
        str | None, typer.Argument(metavar="QUESTION", help="Its id; without it the questions are listed.")
    ] = None,
    *,
    value: Annotated[
        str | None, typer.Option("--value", metavar="TEXT", help="The new answer, - for stdin; else you are asked.")
    ] = None,
    by: options.By = None,
    cases: options.CasesFolder = None,
    accessible: options.Accessible = False,
    verbose: options.Verbose = False,
) -> int:
    """Change one answer of a case.

    The former answer stays in the history. Questions that come up by the change are named.

    Example:
      rootcause edit order-4711 carrier --value partner
      rootcause edit order-4711 "actions[2].due"
    """
    from rootcause.cli.changing import change
    from rootcause.cli.course import Terms
    from rootcause.cli.opening import take_up

    with take_up(case, cases, who=by, verbose=verbose) as session:
        return change(session, question, value, Terms(cases, accessible=accessible))
