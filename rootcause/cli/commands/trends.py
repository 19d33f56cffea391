"""The command `trends`."""

from typing import Annotated, Literal

import typer

from rootcause.cli import options

_ABOUT_FORMAT = "Text for a terminal, Markdown or HTML for people, JSON or CSV for programs; default: told from -o."
_ABOUT_SINCE = "The first day: 2026-01-31, 90d, or 12m for this month and the eleven before, which is the default."


def trends(  # noqa: PLR0913  # one parameter for each option
    *,
    since: Annotated[str | None, typer.Option("--since", metavar="DAY|90d|12m", help=_ABOUT_SINCE)] = None,
    until: Annotated[str | None, typer.Option("--until", metavar="DAY", help="The last day; default: today.")] = None,
    by: Annotated[
        Literal["cause", "kind", "part", "product", "owner", "strength"],
        typer.Option("--by", help="What cases are gathered by, the most frequent first."),
    ] = "cause",
    top: Annotated[int, typer.Option("--top", metavar="N", min=1, help="How many of these are shown.")] = 10,
    format: Annotated[
        Literal["text", "md", "html", "json", "csv"] | None, typer.Option("-f", "--format", help=_ABOUT_FORMAT)
    ] = None,
    output: options.Output = None,
    force: options.Force = False,
    sql: Annotated[bool, typer.Option("--sql", help="Print the SQL of the figures instead, to run elsewhere.")] = False,
    cases: options.CasesFolder = None,
) -> None:
    """Say what many cases show together.

    What happens again, how long things take, whether actions get done and help, and the causes behind most cases.
    docs/trends.md says how each figure is counted.

    Example:
      rootcause trends --since 90d --by product
      rootcause trends -o trends.html
      rootcause trends -f json | jq .figures.recurrence
    """
    import os

    from rootcause.cli.indexing import today
    from rootcause.cli.trending import print_sql, write_trends
    from rootcause.trends.period import read_period

    period = read_period(since, until, today(os.environ))
    if sql:
        print_sql(period, by)
    else:
        write_trends(period, by, top, format, output=output, cases=cases, force=force)
