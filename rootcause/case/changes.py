"""What a move makes of a case: the new answers, and the history that keeps the former ones.

The history has an event for each answer and remark that was given, changed or taken away. Where one was replaced or
taken away, the event holds it, so every word ever accepted can be found in the case.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from msgspec.structs import replace

from rootcause.case.model import Case, Event, QuestionnaireRef, SetAside, What
from rootcause.interview.answers import Answer, AnswerKey, Answers, Remark, Remarks, Rows, State


def updated(
    case: Case,
    answers: Answers,
    *,
    at: AnswerKey | None,
    now: datetime,
    who: str | None = None,
    remarks: Remarks | None = None,
) -> Case:
    """The case after a move of the interview, which left these answers and asks `at` next.

    An answer that is the same object as before is taken as untouched. Without `remarks` those there were stay.
    """
    remarks = case.remarks if remarks is None else remarks
    before = case.answers
    keys = dict.fromkeys((*before, *answers)) if before is not answers else {}
    touched = [key for key in keys if before.get(key) is not answers.get(key)]
    events = [event for key in touched if (event := _event(key, before.get(key), answers.get(key), now, who))]
    said = _remarked(case.remarks, remarks, answers)
    events += [Event(now, who, What.REMARKED, key, remark=lost) for key, lost in said.items()]
    if not events and not touched and at is not None and at != case.at and at in answers:
        events.append(Event(now, who, What.BACK, at))
    return replace(case, answers=answers, remarks=remarks, at=at, history=(*case.history, *events))


def left(case: Case, *, at: AnswerKey | None, now: datetime, who: str | None = None) -> Case:
    """The case after a person stopped at that question; the same object when they had stopped there already."""
    last = case.history[-1] if case.history else None
    if last and (last.what, last.key, last.who) == (What.LEFT, at, who) and case.at == at:
        return case
    return replace(case, at=at, history=(*case.history, Event(now, who, What.LEFT, at)))


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


def _remarked(before: Remarks, after: Remarks, answers: Answers) -> dict[AnswerKey, Remark | None]:
    """The remarks that were touched; with each the former one, unless all of it is still said.

    One that went into the answer is not among them: the answer has its own event.
    """
    touched: dict[AnswerKey, Remark | None] = {}
    for key in dict.fromkeys((*before, *after)):
        former, present = before.get(key), after.get(key)
        is_lost = former is not None and not _still_said(former, present or answers.get(key))
        if is_lost or (present is not None and present != former):
            touched[key] = former if is_lost else None
    return touched


def _still_said(former: Remark, now: Remark | Answer | None) -> bool:
    return now is not None and (
        former.note in (None, now.note) and former.sure in (None, now.sure) and {*former.evidence} <= {*now.evidence}
    )


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
