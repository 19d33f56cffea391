"""The command `cases`."""

from rootcause.cli import options


def cases(cases: options.CasesFolder = None, as_json: options.AsJson = False) -> None:
    """List the cases.

    The oldest comes first. A case that cannot be read says why.

    Example:
      rootcause cases
    """
    from rootcause.cli.case_list import as_data, rows
    from rootcause.cli.columns import in_columns
    from rootcause.cli.output import say, write_data, write_json
    from rootcause.cli.whereabouts import store_at

    store = store_at(cases)
    found = store.list()
    if as_json:
        write_json([as_data(summary) for summary in found])
    elif found:
        write_data(in_columns(rows(found)))
    else:
        say(f"There are no cases in {store.root}. Begin one with: rootcause triage")
