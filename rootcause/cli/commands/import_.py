"""The command `import`."""

from typing import Annotated

import typer

from rootcause.cli import options

_ABOUT_UPDATE = "Bring a case that is there up to date, when the file only adds to its history and its files."


def import_(
    file: Annotated[str, typer.Argument(metavar="FILE", help="What `rootcause export CASE` wrote.")],
    *,
    apply: Annotated[bool, typer.Option("--apply", help="Do it; else it is only said what would happen.")] = False,
    name: Annotated[str | None, typer.Option("--as", metavar="NAME", help="Another name for the case here.")] = None,
    update: Annotated[bool, typer.Option("--update", help=_ABOUT_UPDATE)] = False,
    cases: options.CasesFolder = None,
) -> None:
    """Take in a case from one file.

    First without --apply: every digest is checked, and you are told what would happen. A case that is there is never
    replaced by another one.

    Example:
      rootcause import 2026-05-03-order-4711.rootcause.zip
      rootcause import 2026-05-03-order-4711.rootcause.zip --apply
    """
    from rootcause.cli.unpacking import unpack

    unpack(file, name, cases, apply=apply, update=update)
