"""The command `rule`."""

from typing import Annotated

import typer

from rootcause.cli import options


def rule(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME|CODE", help="One of them, by its name or its code.")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Print the pages of all of them.")] = False,
    as_json: options.AsJson = False,
) -> None:
    """List the rules of `rootcause lint` and the checks of `rootcause check`, or explain one of them.

    A page says what is wrong, why it matters, and what to write instead.

    Example:
      rootcause rule
      rootcause rule several-questions
      rootcause rule --all --json
    """
    from rootcause.cli.columns import in_columns
    from rootcause.cli.output import write_data, write_json
    from rootcause.cli.rule_pages import as_data, as_text, page_of, pages, tables

    found = pages() if name is None else [page_of(name)]
    if as_json:
        write_json([as_data(one) for one in found] if name is None else as_data(found[0]))
    elif name is None and not every:
        write_data("\n\n".join(map(in_columns, tables(found))))
    else:
        write_data("\n\n\n".join(map(as_text, found)))
