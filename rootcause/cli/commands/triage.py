"""The command `triage`."""

import os
from typing import Annotated

import typer

from rootcause.cli import options


def triage(  # noqa: PLR0913  # one parameter for each option
    title: Annotated[str | None, typer.Argument(metavar="TITLE", help="What to call the case.")] = None,
    *,
    questionnaire: options.QuestionnaireName = None,
    answers: options.AnswersFiles = None,
    settings: options.Settings = None,
    by: options.By = None,
    timezone: Annotated[
        str | None, typer.Option(metavar="ZONE", help="Where times without a zone lie; else this machine's zone.")
    ] = None,
    language: Annotated[str | None, typer.Option(metavar="CODE", help="The language to be asked in.")] = None,
    quick: options.Quick = False,
    editor: options.Editor = False,
    no_input: options.NoInput = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only list what would be asked; save nothing.")] = False,
    output: options.Output = None,
    force: options.Force = False,
    cases: options.CasesFolder = None,
    accessible: options.Accessible = False,
    verbose: options.Verbose = False,
) -> int:
    """Work through a problem, question by question, and write its report.

    In a terminal you are asked; answers may also come from files and --set, and then only what is open is asked.
    Without a terminal nothing is asked: what is missing is named, and the exit code is 2. The report lands in
    the folder of the case.

    Example:
      rootcause triage "Order 4711 came late"
      rootcause triage -Q incident-review -a answers.yaml --by "Jo Bell" -o report.md
    """
    from rootcause.cli.beginning import draft, list_open
    from rootcause.cli.course import Terms, go_through
    from rootcause.cli.opening import begin
    from rootcause.cli.reporting.writing import check_output
    from rootcause.cli.submission import read_submission
    from rootcause.interview.selection import Selection

    if output is not None:
        check_output(output, force=force)
    submission = read_submission(answers or (), settings or ())
    case, asks = draft(
        submission, title=title, questionnaire=questionnaire, by=by, timezone=timezone, language=language
    )
    if dry_run:
        return list_open(case, asks, submission)
    selection = Selection.QUICK if quick else Selection.ALL
    with begin(case, asks, cases, selection=selection, verbose=verbose) as session:
        terms = Terms(cases, no_input, accessible, output)
        if editor:
            from rootcause.cli.editing import write_answers

            return write_answers(session, submission, terms, os.environ)
        return go_through(session, submission, terms)
