"""The beginning of a case: what it is called, what is asked, who answers, where they are."""

from __future__ import annotations

import os
from pathlib import Path

from rootcause.case.model import Case
from rootcause.cli.columns import in_columns
from rootcause.cli.loading import check_language, load
from rootcause.cli.naming import title_before
from rootcause.cli.output import say, write_data
from rootcause.cli.submission import Submission
from rootcause.cli.taking_up import clock_in, interview_of
from rootcause.cli.whereabouts import here
from rootcause.cli.zones import zone_of_machine
from rootcause.interview.answers import AnswerKey
from rootcause.interview.interview import Interview
from rootcause.interview.scripted import fill
from rootcause.questionnaire.catalog import DEFAULT
from rootcause.questionnaire.model import Questionnaire
from rootcause.source.diagnostic import render_all


def draft(
    submission: Submission,
    *,
    title: str | None,
    questionnaire: str | None,
    by: str | None,
    timezone: str | None,
    language: str | None,
) -> tuple[Case, Questionnaire]:
    """A case that is not saved yet, and what it asks. What an option says goes before what a file says."""
    found, ref = load(questionnaire or submission.questionnaire or DEFAULT, here())
    language = language or submission.head("language")
    check_language(language, found)
    timezone = timezone or submission.head("timezone") or zone_of_machine(os.environ, Path("/etc/localtime"))
    case = Case(
        id="",
        title=title or submission.head("title") or title_before(found, submission.answers, language),
        questionnaire=ref,
        begun=clock_in(timezone)(),
        by=by or submission.head("by"),
        timezone=timezone,
        language=language,
    )
    return case, found


def list_open(case: Case, questionnaire: Questionnaire, submission: Submission) -> int:
    """Print what would be asked after the answers handed in; 2 when some of these would not be taken."""
    interview = interview_of(case, questionnaire, clock_in(case.timezone))
    filled = fill(interview, submission.answers, lambda _: None, defaults=False)
    objections = submission.objections(filled, questionnaire)
    if objections:
        say(render_all(objections))
    after = filled.interview
    # A row that is not there yet stands for its list.
    keys = dict.fromkeys(AnswerKey(key.question.partition(".")[0]) for key in after.open())
    if keys:
        write_data(in_columns([_asked(after, key) for key in keys]))
    return 2 if objections else 0


def _asked(interview: Interview, key: AnswerKey) -> tuple[str, str, str]:
    question = interview.question(key)
    kind = f"{question.type}{'' if question.required else ', optional'}"
    return str(key), kind, " ".join(interview.words(question.ask, key).split())
