"""The command `doctor`."""

from rootcause.cli.options import AsJson, CasesFolder


def doctor(cases: CasesFolder = None, as_json: AsJson = False) -> int:
    """Check that rootcause can do its work on this machine.

    Looks at versions, encodings, the terminal, the folder of cases and the questionnaires that come with
    rootcause. Ends with 1 when something needs mending.

    Example:
      rootcause doctor
    """
    import os
    from pathlib import Path

    from rootcause.cli.checkup import examine
    from rootcause.cli.columns import in_columns
    from rootcause.cli.output import say, write_data, write_json
    from rootcause.cli.whereabouts import here

    findings = examine(None if cases is None else Path(cases), os.environ, here())
    if as_json:
        write_json([{"what": one.what, "found": one.found, "cure": one.cure} for one in findings])
    else:
        write_data(in_columns([("!!" if one.cure else "ok", one.what, one.found) for one in findings]))
    for one in findings:
        if one.cure:
            say(f"{one.what}: {one.cure}")
    return 1 if any(one.cure for one in findings) else 0
