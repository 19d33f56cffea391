"""A saved case together with its questionnaire, which may have changed since."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from msgspec.structs import replace

from rootcause.case.changes import refitted, updated
from rootcause.case.model import Case, QuestionnaireRef, SetAside
from rootcause.case.waiving import moved as with_waivers_moved
from rootcause.cli.loading import load
from rootcause.cli.output import near, say
from rootcause.cli.whereabouts import command, here
from rootcause.cli.zones import find_zone
from rootcause.errors import RootcauseError, UnreadableInput
from rootcause.interview.answers import Answer, AnswerKey, Answers, State
from rootcause.interview.interview import Interview
from rootcause.interview.reconcile import reconcile
from rootcause.interview.selection import Selection
from rootcause.questionnaire.model import Questionnaire

Clock = Callable[[], datetime]


def clock_in(timezone: str | None) -> Clock:
    """The clock of this machine, showing the time of that zone or of its own."""
    zone = None if timezone is None else find_zone(timezone)
    return lambda: datetime.now().astimezone(zone)


def load_for(case: Case, cases: str | None, name: str | None = None) -> tuple[Questionnaire, QuestionnaireRef]:
    """The questionnaire of a case as it is today; `name` when it is to be found elsewhere now.

    Raises RootcauseError when it cannot be read, or another one is found in its place.
    """
    path, id = case.questionnaire.path, case.questionnaire.id
    name = name or (near(Path(path)) if path else id)
    hint = f"say where it is now: {command('resume', case.id, cases)} -Q FILE"
    try:
        found, ref = load(name, here())
    except UnreadableInput as error:
        raise RootcauseError(
            f'the questionnaire "{id}" of this case cannot be read: {error.message}', hint=hint
        ) from error
    if found.id != id:
        raise RootcauseError(f'this case answers the questionnaire "{id}", and {name} is "{found.id}"', hint=hint)
    return found, ref


def fitted(
    case: Case, questionnaire: Questionnaire, ref: QuestionnaireRef, *, now: datetime, who: str | None
) -> tuple[Case, tuple[str, ...]]:
    """The case as it fits the questionnaire of today, and what had to be changed for that."""
    if case.questionnaire.digest == ref.digest:
        return (case if case.questionnaire == ref else replace(case, questionnaire=ref)), ()
    found = reconcile(questionnaire, case.answers, case.at)
    again = _fitting_again(case, questionnaire, found.answers)
    moves: dict[AnswerKey, AnswerKey | str] = {**found.moved, **{key: reason for key, _, reason in found.set_aside}}
    waived = (one.key for one in case.waivers if one.key is not None)
    renamed = renamed_of(questionnaire, (*case.remarks, *waived))
    remarks = {renamed.get(key, key): remark for key, remark in case.remarks.items()}
    moved = with_waivers_moved(replace(refitted(case, ref, moves, now=now, who=who), remarks=remarks), renamed)
    left = tuple(aside for aside in moved.set_aside if aside not in again)
    answers = {**found.answers, **{aside.key: aside.answer for aside in again}}
    changes = (*found.changes, *(f'"{aside.key}" fits again; the answer that was set aside counts' for aside in again))
    gone = [key for key in remarks if key.question.partition(".")[0] not in questionnaire.questions]
    changes = (*changes, *(f'"{key}" is not there any more; what was said about it is kept' for key in gone))
    return updated(replace(moved, set_aside=left), answers, at=found.at, now=now, who=who), changes


def renamed_of(questionnaire: Questionnaire, keys: Iterable[AnswerKey]) -> Mapping[AnswerKey, AnswerKey]:
    """The keys that questions without an answer have now, of those that have another one."""
    return reconcile(questionnaire, {key: Answer(State.UNKNOWN) for key in keys}, None).moved


def _fitting_again(case: Case, questionnaire: Questionnaire, answers: Answers) -> Sequence[SetAside]:
    """What was set aside, and has its question back, which nobody answered since; the rows of a list only with it."""
    latest = {aside.key: aside for aside in case.set_aside if aside.key not in answers}
    fitting = [
        aside for key, aside in latest.items() if key in reconcile(questionnaire, {key: aside.answer}, None).answers
    ]
    whole = {aside.key.question for aside in fitting if not aside.key.instance}
    return [aside for aside in fitting if not aside.key.instance or aside.key.question.partition(".")[0] in whole]


def tell_changes(case: Case, changes: Sequence[str], new: Sequence[AnswerKey] = ()) -> None:
    """Say what a change of the questionnaire made of the case."""
    if changes:
        say(f'The questionnaire "{case.questionnaire.id}" has changed since this case was saved:')
        for change in changes:
            say(f"  {change}")
        if new:
            say(f"  new: {', '.join(map(str, new))}")


def zone_of(case: Case) -> str | None:
    """The time zone of a case, after a look whether it is one."""
    try:
        return None if case.timezone is None else find_zone(case.timezone).key
    except RootcauseError as error:
        raise RootcauseError(f"case.json of {case.id}: timezone: {error.message}", hint=error.hint) from error


def interview_of(
    case: Case,
    questionnaire: Questionnaire,
    clock: Clock,
    *,
    who: str | None = None,
    zone: str | None = None,
    selection: Selection = Selection.ALL,
) -> Interview:
    """The interview, where the case was left; times that are given now lie in `zone`, else in that of the case."""
    zone = zone or case.timezone
    return Interview.begin(
        questionnaire,
        case.answers,
        clock=clock,
        at=case.at,
        who=who,
        zone=None if zone is None else find_zone(zone),
        language=case.language,
        remarks=case.remarks,
        selection=selection,
    )


def look_at(case: Case, cases: str | None, *, now: datetime | None = None) -> tuple[Case, Interview]:
    """A case and its interview as they would be taken up today, or at another moment; nothing is saved."""
    questionnaire, ref = load_for(case, cases)
    in_zone = clock_in(zone_of(case))
    clock = in_zone if now is None else lambda: now
    fitting, changes = fitted(case, questionnaire, ref, now=clock(), who=None)
    tell_changes(fitting, changes)
    return fitting, interview_of(fitting, questionnaire, clock)
