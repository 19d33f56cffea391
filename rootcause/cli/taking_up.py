"""A saved case together with its questionnaire, which may have changed since."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from msgspec.structs import replace

from rootcause.case.changes import refitted, updated
from rootcause.case.model import Case, QuestionnaireRef
from rootcause.cli.loading import load
from rootcause.cli.output import near
from rootcause.cli.zones import find_zone
from rootcause.errors import RootcauseError, UnreadableInput
from rootcause.interview.answers import AnswerKey
from rootcause.interview.interview import Interview
from rootcause.interview.reconcile import reconcile
from rootcause.questionnaire.model import Questionnaire

Clock = Callable[[], datetime]


def clock_in(timezone: str | None) -> Clock:
    """The clock of this machine, showing the time of that zone or of its own."""
    zone = None if timezone is None else find_zone(timezone)
    return lambda: datetime.now().astimezone(zone)


def load_for(case: Case, cwd: Path, name: str | None = None) -> tuple[Questionnaire, QuestionnaireRef]:
    """The questionnaire of a case as it is today; `name` when it is to be found elsewhere now."""
    path = case.questionnaire.path
    try:
        return load(name or (near(Path(path)) if path else case.questionnaire.id), cwd)
    except UnreadableInput as error:
        raise RootcauseError(
            f'the questionnaire "{case.questionnaire.id}" of this case cannot be read: {error.message}',
            hint=f"say where it is now: rootcause resume {case.id} -Q FILE",
        ) from error


def fitted(
    case: Case, questionnaire: Questionnaire, ref: QuestionnaireRef, *, now: datetime, who: str | None
) -> tuple[Case, tuple[str, ...]]:
    """The case as it fits the questionnaire of today, and what had to be changed for that."""
    if case.questionnaire.digest == ref.digest:
        return (case if case.questionnaire == ref else replace(case, questionnaire=ref)), ()
    found = reconcile(questionnaire, case.answers, case.at)
    moves: dict[AnswerKey, AnswerKey | str] = {**found.moved, **{key: reason for key, _, reason in found.set_aside}}
    moved = refitted(case, ref, moves, now=now, who=who)
    return updated(moved, found.answers, at=found.at, now=now, who=who), found.changes


def interview_of(case: Case, questionnaire: Questionnaire, clock: Clock, *, who: str | None = None) -> Interview:
    """The interview, where the case was left."""
    return Interview.begin(
        questionnaire,
        case.answers,
        clock=clock,
        at=case.at,
        who=who,
        zone=None if case.timezone is None else find_zone(case.timezone),
        language=case.language,
    )


def look_at(case: Case, *, now: datetime | None = None) -> tuple[Case, Interview]:
    """A case and its interview as they would be taken up today, or at another moment; nothing is saved."""
    questionnaire, ref = load_for(case, Path.cwd())
    clock = clock_in(case.timezone) if now is None else lambda: now
    fitting, _ = fitted(case, questionnaire, ref, now=clock(), who=None)
    return fitting, interview_of(fitting, questionnaire, clock)
