"""The command `delete`."""

from typing import Annotated

import typer

from rootcause.cli import options


def delete(
    case: options.CaseName,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    cases: options.CasesFolder = None,
) -> int:
    """Delete a case with everything in its folder.

    You are asked first; without a terminal --yes is needed.

    Example:
      rootcause delete order-4711
    """
    from rootcause.case.store import CaseStore
    from rootcause.cli.confirming import confirm
    from rootcause.cli.output import say
    from rootcause.cli.whereabouts import store_at

    folder = store_at(cases).folder(case)
    store, id = CaseStore(folder.parent), folder.name
    if not (yes or confirm(f"Delete {folder} with all files in it?", otherwise="--yes")):
        say("Nothing was deleted.")
        return 1
    store.delete(id)
    say(f"Deleted {id}.")
    return 0
