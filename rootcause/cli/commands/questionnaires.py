"""The command `questionnaires`."""

from typing import Annotated

import typer

from rootcause.cli import options


def questionnaires(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME|FILE", help="One of them, by its name or its path.")
    ] = None,
    tree: Annotated[bool, typer.Option("--tree", help="Draw every question of it, with type and condition.")] = False,
    as_json: options.AsJson = False,
) -> int:
    """List the questionnaires, or show what one of them asks.

    They are looked for in ./questionnaires, in your own data folder, and among those that come with rootcause.
    Of one that is named the tests in its file are run; the exit code is 1 when one of them does not hold.

    Example:
      rootcause questionnaires
      rootcause questionnaires incident-review --tree
    """
    from rootcause.cli.columns import in_columns
    from rootcause.cli.loading import failing_tests, load
    from rootcause.cli.output import say, write_data, write_drawing, write_json
    from rootcause.cli.questionnaire_list import as_data, in_reach, rows
    from rootcause.cli.sketch import about, outlined
    from rootcause.cli.whereabouts import here
    from rootcause.source.diagnostic import render_all
    from rootcause.terminal.drawing import draw_questionnaire

    if name is None:
        found = in_reach(here())
        write_json([as_data(*one) for one in found]) if as_json else write_data(in_columns(rows(found)))
        return 0
    questionnaire, _ = load(name, here())
    if as_json:
        write_json(outlined(questionnaire))
    elif tree:
        write_drawing(draw_questionnaire(questionnaire))
    else:
        write_data(about(questionnaire))
    failures = failing_tests(name, here())
    if failures:
        say(render_all(failures))
    return 1 if failures else 0
