"""The command `check`."""

from typing import Annotated, Literal

import typer

from rootcause.cli import options

_Words = list[str] | None


def check(  # noqa: PLR0913  # one parameter for each option
    names: Annotated[
        list[str] | None, typer.Argument(metavar="CASE", help="Cases: their names, parts of them, or folders.")
    ] = None,
    *,
    every: Annotated[bool, typer.Option("--all", help="Check all cases.")] = False,
    select: Annotated[
        _Words, typer.Option("--select", metavar="CHECK", help="Only these checks: names, codes, families, all.")
    ] = None,
    ignore: Annotated[_Words, typer.Option("--ignore", metavar="CHECK", help="Not these checks.")] = None,
    format: Annotated[
        Literal["text", "json", "github", "junit"],
        typer.Option("-f", "--format", help="Text for people, the others for programs."),
    ] = "text",
    statistics: Annotated[bool, typer.Option("--statistics", help="Count findings by check.")] = False,
    fail_on: Annotated[
        Literal["error", "warning", "info", "never"],
        typer.Option("--fail-on", help="From which severity on the exit code is 1."),
    ] = "error",
    waived: Annotated[bool, typer.Option("--waived", help="Show also what somebody let stand, and why.")] = False,
    waive: Annotated[
        str | None, typer.Option("--waive", metavar="CHECK", help="Let a finding stand; needs --because.")
    ] = None,
    unwaive: Annotated[
        str | None, typer.Option("--unwaive", metavar="CHECK", help="Take that back: it counts again.")
    ] = None,
    at: Annotated[
        str | None, typer.Option("--at", metavar="PLACE", help='Where it is, such as "action 3"; when there are more.')
    ] = None,
    because: Annotated[
        str | None, typer.Option("--because", metavar="REASON", help="Why it may stand; the report says so.")
    ] = None,
    by: Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who lets it stand.")] = None,
    cases: options.CasesFolder = None,
) -> int:
    """Check an analysis: its causes, its actions, its times, and what is left without an answer.

    Each finding stands at its answer, with a question that helps to mend it. The exit code is 1 for findings of
    the severity --fail-on, 2 when a case could not be checked, else 0. `rootcause rule NAME` explains a check.

    Example:
      rootcause check order-4711
      rootcause check --all --format github
      rootcause check order-4711 --waive human-error --because "in her own words"
    """
    from rootcause.cli.checking.request import Request, words

    request = Request(
        tuple(names or ()), every, words(select), words(ignore), format, fail_on, waived, statistics, cases, by
    )
    request.refuse_contradictions(waive=waive, unwaive=unwaive, at=at, because=because)
    if waive is not None or unwaive is not None:
        from rootcause.cli.checking.waiving import count_again, let_stand

        return let_stand(request, waive, at, because) if waive is not None else count_again(request, unwaive or "", at)
    from rootcause.cli.checking.running import check

    return check(request)
