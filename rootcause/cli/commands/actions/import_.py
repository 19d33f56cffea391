"""The command `actions import`."""

from typing import Annotated

import typer

from rootcause.cli import options


def import_(
    file: Annotated[str, typer.Argument(metavar="FILE", help="What came back; - for standard input.")],
    *,
    apply: Annotated[bool, typer.Option("--apply", help="Do it; else it is only said what would change.")] = False,
    by: options.By = None,
    cases: options.CasesFolder = None,
) -> int:
    """Take over what became of follow-ups elsewhere.

    A checklist, a table or a calendar of `rootcause actions export`, or what Jira, GitLab or gh write of their issues:
    found again by their IDs. What is done there is done here, and a day that was moved there is moved here.

    Example:
      rootcause actions import checklist.md
      rootcause actions import jira.csv --apply
    """
    from rootcause.cli.actions.importing import take_over

    return take_over(file, by, cases, apply=apply)
