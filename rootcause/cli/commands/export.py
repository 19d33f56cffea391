"""The command `export`."""

from typing import Annotated, Literal

import typer

from rootcause.cli import options

_ABOUT_TO = "Write the tables of all cases instead, as files for other programs, into the folder at -o."
_ABOUT_PRIVATE = "With --to: the texts of answers that are marked private, too."
_ABOUT_OUTPUT = "The file, - for standard output; with --to the folder. Default: the name of the case, here."


def export(
    case: Annotated[str | None, typer.Argument(metavar="CASE", help="A case: its name, a part of it.")] = None,
    *,
    to: Annotated[Literal["parquet", "csv", "jsonl"] | None, typer.Option("--to", help=_ABOUT_TO)] = None,
    output: Annotated[str | None, typer.Option("-o", "--output", metavar="FILE|DIR", help=_ABOUT_OUTPUT)] = None,
    with_private: Annotated[bool, typer.Option("--with-private", help=_ABOUT_PRIVATE)] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace the file at -o if there is one.")] = False,
    cases: options.CasesFolder = None,
) -> None:
    """Put a case with all its files into one file, or the tables of all cases into a folder.

    The file holds everything, private answers and evidence too, each with its digest; `rootcause import` takes it in
    elsewhere. docs/scale.md tells of the tables.

    Example:
      rootcause export order-4711
      rootcause export --to parquet -o tables
    """
    from rootcause.errors import RootcauseError

    if (case is None) == (to is None):
        raise RootcauseError("what is to be exported?", hint="name one case, or give --to for the tables of all")
    if case is not None:
        from rootcause.cli.packing import pack

        if with_private:
            raise RootcauseError("--with-private goes with --to", hint="the file of a case holds everything anyway")
        pack(case, output, cases, force=force)
        return
    from rootcause.cli.exporting_tables import write_tables

    if output is None or output == "-" or force:
        raise RootcauseError("--to writes into a folder, in place of a former export", hint="name it: -o DIR")
    write_tables(to or "", output, cases, with_private=with_private)
