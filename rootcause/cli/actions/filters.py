"""Options that say which follow-ups are meant."""

from __future__ import annotations

from typing import Annotated

import typer

_ABOUT_DUE = "What is due until then: overdue, 7d for seven days, all, or a day such as 2026-01-31; default: all."

Due = Annotated[str | None, typer.Option("--due", metavar="WHEN", help=_ABOUT_DUE)]
Owner = Annotated[
    str | None, typer.Option("--owner", metavar="NAME", help="A part of the name, or none for those without one.")
]
OfCase = Annotated[str | None, typer.Option("--case", metavar="CASE", help="Only those of this case.")]
OfKind = Annotated[
    str | None, typer.Option("--kind", metavar="KIND", help="Only action, review, interim, promise or question.")
]
Done = Annotated[bool, typer.Option("--done", help="What was done, the latest first, and what came of it.")]
Every = Annotated[bool, typer.Option("--all", help="What is open and what was done.")]
