"""The command `show`."""

from rootcause.cli import options


def show(case: options.CaseName, cases: options.CasesFolder = None, as_json: options.AsJson = False) -> None:
    """Show what a case knows so far.

    Every question that is asked with its answer, section by section, then the causes as a tree and the actions by
    their strength. With --json the case as it is saved.

    Example:
      rootcause show order-4711
    """
    from rootcause.case.record import to_json
    from rootcause.cli.facts import facts
    from rootcause.cli.output import write_data, write_drawing
    from rootcause.cli.picturing import pictures
    from rootcause.cli.recording import record_of
    from rootcause.cli.taking_up import look_at
    from rootcause.cli.whereabouts import store_at
    from rootcause.terminal.drawing import draw_case

    found = store_at(cases).read(case)
    if as_json:
        write_data(to_json(found))
        return
    fitting, interview = look_at(found, cases)
    drawn = pictures(record_of(fitting, interview))
    write_drawing(draw_case(fitting.title, facts(fitting, interview), interview, drawn))
