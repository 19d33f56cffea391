"""What a move makes of a case: the new answers, and the history that keeps the former ones.

The history has an event for each answer that was given, changed or taken away. Where an answer was replaced or
taken away, the event holds it, so every answer ever accepted can be found in the case.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from msgspec.structs import replace

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

    `moves` says of each answer that cannot stay where it goes: under another key, or aside for that reason. What
    `at` should be now, the interview knows.
    """
    former = case.questionnaire
    events = [Event(now, who, What.MIGRATED, note=f"{former.id} {former.version}, {former.digest}")]
    answers = {key: answer for key, answer in case.answers.items() if key not in moves}
    set_aside = list(case.set_aside)
    for key, goal in moves.items():
        answer = case.answers[key]
        if isinstance(goal, str):
            set_aside.append(SetAside(key, answer, reason=goal))
            events.append(Event(now, who, What.SET_ASIDE, key, answer, goal))
        else:
            events.append(Event(now, who, What.MIGRATED, goal, answers.get(goal), note=str(key)))
            answers[goal] = answer
    return replace(
        case,
        questionnaire=questionnaire,
        answers=answers,
        set_aside=tuple(set_aside),
        history=(*case.history, *events),
    )


def _event(key: AnswerKey, before: Answer | None, after: Answer | None, now: datetime, who: str | None) -> Event | None:
    before, after = _if_given(before), _if_given(after)
    if after is None:
        return Event(now, who, What.REMOVED, key, before) if before else None
    if before is None:
        return Event(now, who, _given(after.state), key)
    if _same(before, after):
        return None
    if before.state is not after.state:
        return Event(now, who, _given(after.state), key, before)
    match before.value, after.value:
        case Rows() as former, Rows() as present if _only_added(former, present) and _same(
            replace(before, value=present), after
        ):
            # The former rows are all among the present ones, so there is nothing to keep.
            return Event(now, who, What.ADDED, key)
        case Rows() as former, Rows() as present if _only_added(present, former):
            return Event(now, who, What.REMOVED, key, before)
        case _:
            return Event(now, who, What.CHANGED, key, before)


def _if_given(answer: Answer | None) -> Answer | None:
    """A computed value counts as none: nobody gave it, and it follows from the answers."""
    return None if answer is None or answer.state is State.COMPUTED else answer


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


def _only_added(former: Rows, present: Rows) -> bool:
    """Whether rows were added, and the former ones are still there in their order."""
    known = set(former.instances)
    added = len(present.instances) > len(former.instances)
    return added and former.instances == tuple(row for row in present.instances if row in known)


def _same(before: Answer, after: Answer) -> bool:
    """Whether the same person said the same again, only later."""
    # 1 == True == Decimal(1), yet they are different answers.
    return type(before.value) is type(after.value) and replace(before, when=after.when) == after
