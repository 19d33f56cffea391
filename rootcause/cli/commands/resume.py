"""The command `resume`."""

import os
from typing import Annotated

import typer

from rootcause.cli import options


def resume(  # noqa: PLR0913  # one parameter for each option
    case: Annotated[
        str | None,
        typer.Argument(metavar="CASE", help="A case: its name or a part of it; default: the latest unfinished."),
    ] = None,
    *,
    answers: options.AnswersFiles = None,
    settings: options.Settings = None,
    by: options.By = None,
    questionnaire: Annotated[
        str | None, typer.Option("-Q", metavar="FILE", help="Where the questionnaire of the case is now, if it moved.")
    ] = None,
    only: options.Only = None,
    editor: options.Editor = False,
    no_input: options.NoInput = False,
    output: options.Output = None,
    force: options.Force = False,
    cases: options.CasesFolder = None,
    accessible: options.Accessible = False,
    verbose: options.Verbose = False,
) -> int:
    """Go on with a case where it was left.

    When the questionnaire has changed since, the answers are carried over; you are told what was renamed, what is
    new, and what does not fit any more and was set aside.

    Example:
      rootcause resume
      rootcause resume order-4711 -a more-answers.yaml
    """
    from rootcause.cli.agreement import check_meant_for
    from rootcause.cli.course import Terms, go_through
    from rootcause.cli.opening import take_up
    from rootcause.cli.reporting.writing import check_output
    from rootcause.cli.submission import read_submission
    from rootcause.interview.selection import Selection

    if output is not None:
        check_output(output, force=force)
    submission = read_submission(answers or (), settings or ())
    who = by or submission.head("by")
    zone = submission.head("timezone")
    with take_up(
        case,
        cases,
        questionnaire=questionnaire,
        who=who,
        same_person=True,
        zone=zone,
        selection=only or Selection.ALL,
        verbose=verbose,
    ) as session:
        check_meant_for(session.case.questionnaire, submission)
        terms = Terms(cases, no_input, accessible, output)
        if editor:
            from rootcause.cli.editing import write_answers

            return write_answers(session, submission, terms, os.environ)
        return go_through(session, submission, terms)
