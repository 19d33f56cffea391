"""What a move makes of a case: the new answers, and the history that keeps the former ones.

The history has an event for each answer that was given, changed or taken away. Where an answer was replaced or
taken away, the event holds it, so every answer ever accepted can be found in the case.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from rootcause.case.model import Case, Event, QuestionnaireRef, SetAside, What
from rootcause.interview.answers import Answer, AnswerKey, Answers, Rows, State


def updated(
    case: Case,
    answers: Answers,
    *,
    at: AnswerKey | None,
    now: datetime,
    who: str | None = None,
) -> Case:
    """The case after a move of the interview, which left these answers and asks `at` next.

    An answer that is the same object as before is taken as untouched.
    """
    before = case.answers
    keys = dict.fromkeys((*before, *answers)) if before is not answers else {}
    touched = [key for key in keys if before.get(key) is not answers.get(key)]
    events = [event for key in touched if (event := _event(key, before.get(key), answers.get(key), now, who))]
    if not touched and at is not None and at != case.at and at in answers:
        events.append(Event(now, who, What.BACK, at))
    return replace(case, answers=answers, at=at, history=(*case.history, *events))


def refitted(
    case: Case,
    questionnaire: QuestionnaireRef,
    moves: Mapping[AnswerKey, AnswerKey | str],
    *,
    now: datetime,
    who: str | None = None,
) -> Case:
    """The case moved to another version of its questionnaire.

    `moves` says of each answer that cannot stay where it goes: under another key, or aside for that reason.
    """
    renamed = {key: goal for key, goal in moves.items() if isinstance(goal, AnswerKey)}
    unfit = {key: goal for key, goal in moves.items() if isinstance(goal, str)}
    former = case.questionnaire
    events = [Event(now, who, What.MIGRATED, note=f"{former.id} {former.version}, {former.digest}")]
    events += [Event(now, who, What.MIGRATED, new, note=str(old)) for old, new in renamed.items()]
    events += [Event(now, who, What.SET_ASIDE, key, case.answers[key], reason) for key, reason in unfit.items()]
    return replace(
        case,
        questionnaire=questionnaire,
        answers={renamed.get(key, key): answer for key, answer in case.answers.items() if key not in unfit},
        at=renamed.get(case.at, case.at) if case.at else None,
        set_aside=(*case.set_aside, *(SetAside(key, case.answers[key], reason) for key, reason in unfit.items())),
        history=(*case.history, *events),
    )


def _event(key: AnswerKey, before: Answer | None, after: Answer | None, now: datetime, who: str | None) -> Event | None:
    if after is None:
        what = What.REMOVED
    elif before is None:
        what = _given(after.state)
    elif _same(before, after):
        return None
    elif isinstance(before.value, Rows) and isinstance(after.value, Rows):
        what = _rows_changed(before.value, after.value)
    elif before.state is after.state or after.state is State.ANSWERED:
        what = What.CHANGED
    else:
        what = _given(after.state)
    # Nobody gave a computed value, and it follows from the answers; so it has no history.
    given_before = before if before is not None and before.state is not State.COMPUTED else None
    if given_before is None and (after is None or after.state is State.COMPUTED):
        return None
    return Event(now, who, what, key, given_before if what is not What.ADDED else None)


def _given(state: State) -> What:
    match state:
        case State.ANSWERED | State.COMPUTED:
            return What.ANSWERED
        case State.SKIPPED:
            return What.SKIPPED
        case State.UNKNOWN:
            return What.UNKNOWN
        case State.DEFERRED:
            return What.DEFERRED


def _rows_changed(before: Rows, after: Rows) -> What:
    former, present = set(before.instances), set(after.instances)
    if former < present:
        return What.ADDED
    return What.REMOVED if present < former else What.CHANGED


def _same(before: Answer, after: Answer) -> bool:
    """Whether the same person said the same again, only later."""
    # 1 == True == Decimal(1), yet they are different answers.
    return type(before.value) is type(after.value) and replace(before, when=after.when) == after
