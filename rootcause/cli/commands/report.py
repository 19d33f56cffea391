"""The command `report`."""

from typing import Annotated, Literal

import typer

from rootcause.cli import options


def report(
    case: options.CaseName,
    format: Annotated[
        Literal["md", "json"], typer.Option("-f", "--format", help="Markdown for people, JSON for programs.")
    ] = "md",
    output: options.Output = None,
    force: options.Force = False,
    cases: options.CasesFolder = None,
) -> None:
    """Write the report of a case, finished or not.

    Without -o it goes into the folder of the case, as report.md or report.json. What is still open is listed in it.

    Example:
      rootcause report order-4711
      rootcause report order-4711 -f json -o - | jq .actions
    """
    import os
    from pathlib import Path

    from rootcause.cli.output import near, say, write_document
    from rootcause.cli.reporting import check_target, epoch, report_on
    from rootcause.cli.taking_up import look_at
    from rootcause.cli.whereabouts import store_at

    store = store_at(cases)
    target = output or str(store.folder(case) / f"report.{format}")
    check_target(target, force=force)
    at = epoch(os.environ)
    write_document(report_on(*look_at(store.read(case), cases, now=at), format, at), target)
    if target != "-":
        say(f"The report is in {near(Path(target))}.")
