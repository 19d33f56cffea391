"""The command `cases`."""

from rootcause.cli import options


def cases(cases: options.CasesFolder = None, as_json: options.AsJson = False) -> None:
    """List the cases.

    The oldest comes first, each with what is still open: actions, reviews, promises and questions that wait for
    somebody. A case that cannot be read says why.

    Example:
      rootcause cases
    """
    import os

    from rootcause.cli.case_list import lines, rows
    from rootcause.cli.columns import in_columns
    from rootcause.cli.indexing import index_at, today
    from rootcause.cli.output import say, write_data, write_json
    from rootcause.cli.whereabouts import store_at

    with index_at(cases) as index:
        found = lines(index, today(os.environ))
    if as_json:
        write_json(found)
    elif found:
        write_data(in_columns(rows(found)))
    else:
        say(f"There are no cases in {store_at(cases).root}. Begin one with: rootcause triage")
