"""A history in, what is new to the person out."""

from datetime import UTC, datetime, timedelta

import pytest

from rootcause.case.model import Case, Event, QuestionnaireRef, What
from rootcause.case.since import CameIn, Since, since_left
from rootcause.interview.answers import Answer, AnswerKey, State

START = datetime(2026, 1, 9, 10, tzinfo=UTC)
SUMMARY, WHERE, TRUST, COST, ROWS = (AnswerKey(id) for id in ("summary", "where", "trust", "cost", "actions"))
FOR_KIM, FOR_ANN = Answer(State.DEFERRED, to="Kim"), Answer(State.DEFERRED, to="Ann")
LATE = Answer(State.ANSWERED, "late")

Told = tuple[str | None, What, AnswerKey | None, Answer | None]


def moment(number: int) -> datetime:
    return START + timedelta(minutes=number)


def a_case(history: list[Told]) -> Case:
    """A case with the answers that its history leaves; of the list, one row may go and the others stay."""
    events = [Event(moment(number), who, what, key, before) for number, (who, what, key, before) in enumerate(history)]
    answers: dict[AnswerKey, Answer] = {}
    for event in events:
        if event.key and event.what in (What.REMOVED, What.SET_ASIDE) and event.key != ROWS:
            answers.pop(event.key, None)
        elif event.key:
            answers[event.key] = LATE
    return Case("x", "x", QuestionnaireRef("q", "1.0.0", "sha256:1"), START, answers=answers, history=tuple(events))


def said(key: AnswerKey, who: str | None = "Jo", what: What = What.ANSWERED, before: Answer | None = None) -> Told:
    return who, what, key, before


def gone(key: AnswerKey | None = WHERE, who: str | None = "Jo") -> Told:
    return who, What.LEFT, key, None


ASKED = said(TRUST, what=What.DEFERRED)

HISTORIES: dict[str, tuple[list[Told], Since]] = {
    "nobody was there": ([], Since()),
    "only another was there": ([said(SUMMARY, "Kim"), gone(who="Kim")], Since()),
    "nothing came in": ([said(SUMMARY), gone()], Since(moment(1), WHERE)),
    "left before the first answer": ([gone(SUMMARY)], Since(moment(0), SUMMARY)),
    "another person answered": (
        [said(SUMMARY), gone(), said(COST, "Kim")],
        Since(moment(1), WHERE, (CameIn(COST, "Kim", moment(2)),)),
    ),
    "one without a name answered": (
        [gone(), said(COST, None)],
        Since(moment(0), WHERE, (CameIn(COST, None, moment(1)),)),
    ),
    "one who was asked answered": (
        [ASKED, gone(), said(TRUST, "Kim", before=FOR_KIM)],
        Since(moment(1), WHERE, (CameIn(TRUST, "Kim", moment(2), "Kim"),)),
    ),
    "one who was asked does not know": (
        [ASKED, gone(), said(TRUST, "Kim", What.UNKNOWN, FOR_KIM)],
        Since(moment(1), WHERE, (CameIn(TRUST, "Kim", moment(2), "Kim"),)),
    ),
    "the person handed in what another was asked": (
        [ASKED, gone(), said(TRUST, before=FOR_KIM), said(COST)],
        Since(moment(3), COST, (CameIn(TRUST, "Jo", moment(2), "Kim"),)),
    ),
    "one who was asked named another": (
        [ASKED, gone(), said(TRUST, "Kim", What.CHANGED, FOR_KIM)],
        Since(moment(1), WHERE, (CameIn(TRUST, "Kim", moment(2)),)),
    ),
    "the person asked another": ([ASKED, said(TRUST, what=What.CHANGED, before=FOR_KIM)], Since(moment(1), TRUST)),
    "came in before they left": ([ASKED, said(TRUST, "Kim", before=FOR_KIM), gone()], Since(moment(2), WHERE)),
    "came in and was changed once more": (
        [ASKED, gone(), said(TRUST, "Kim", before=FOR_KIM), said(COST, "Kim"), said(TRUST, "Ann", What.CHANGED, LATE)],
        Since(moment(1), WHERE, (CameIn(COST, "Kim", moment(3)), CameIn(TRUST, "Ann", moment(4), "Kim"))),
    ),
    "came in and was taken away": (
        [gone(), said(COST, "Kim"), said(COST, "Kim", What.REMOVED, LATE)],
        Since(moment(0), WHERE),
    ),
    "taken away and given again": (
        [said(COST), gone(), said(COST, "Kim", What.REMOVED, LATE), said(COST, "Kim")],
        Since(moment(1), WHERE, (CameIn(COST, "Kim", moment(3)),)),
    ),
    "came in and was changed by the person": (
        [gone(), said(COST, "Kim"), said(COST, what=What.CHANGED, before=LATE)],
        Since(moment(2), COST),
    ),
    "came in and was set aside": (
        [gone(), said(COST, "Kim"), (None, What.SET_ASIDE, COST, LATE)],
        Since(moment(0), WHERE),
    ),
    "another looked, remarked and left": (
        [gone(), ("Kim", What.BACK, COST, None), ("Kim", What.REMARKED, COST, None), gone(COST, "Kim")],
        Since(moment(0), WHERE),
    ),
    "the other left as well": (
        [gone(), said(COST, "Kim"), gone(who="Kim")],
        Since(moment(0), WHERE, (CameIn(COST, "Kim", moment(1)),)),
    ),
    "the questionnaire has changed": (
        [said(SUMMARY), gone(), ("Jo", What.MIGRATED, None, None), ("Jo", What.MIGRATED, SUMMARY, None)],
        Since(moment(1), WHERE),
    ),
    "a row was taken off the list": (
        [said(ROWS), gone(), said(ROWS, "Kim", What.ADDED), said(ROWS, "Kim", What.REMOVED, LATE)],
        Since(moment(1), WHERE, (CameIn(ROWS, "Kim", moment(3)),)),
    ),
    "the person took a row off the list": (
        [said(ROWS), gone(), said(ROWS, "Kim", What.ADDED), said(ROWS, "Jo", What.REMOVED, LATE)],
        Since(moment(3), ROWS),
    ),
    "killed, after they had seen what came in": ([said(COST, "Kim"), said(SUMMARY)], Since(moment(1), SUMMARY)),
    "killed, never left": (
        [ASKED, said(SUMMARY), said(TRUST, "Kim", before=FOR_KIM)],
        Since(moment(1), SUMMARY, (CameIn(TRUST, "Kim", moment(2), "Kim"),)),
    ),
    "killed, and what another was asked handed in by the person": (
        [ASKED, said(SUMMARY), said(TRUST, before=FOR_KIM)],
        Since(moment(1), SUMMARY, (CameIn(TRUST, "Jo", moment(2), "Kim"),)),
    ),
    "killed in the session after": (
        [ASKED, gone(), said(TRUST, "Kim", before=FOR_KIM), said(COST)],
        Since(moment(3), COST, (CameIn(TRUST, "Kim", moment(2), "Kim"),)),
    ),
    "left twice": (
        [gone(SUMMARY), said(COST, "Kim"), gone(), said(TRUST, "Ann", before=FOR_ANN)],
        Since(moment(2), WHERE, (CameIn(TRUST, "Ann", moment(3), "Ann"),)),
    ),
}


@pytest.mark.parametrize(("history", "since"), HISTORIES.values(), ids=HISTORIES)
def test_what_is_new_to_a_person(history: list[Told], since: Since) -> None:
    assert since_left(a_case(history), "Jo") == since


def test_one_without_a_name_is_a_person_too() -> None:
    case = a_case(
        [said(TRUST, None, What.DEFERRED), gone(who=None), said(TRUST, None, before=FOR_KIM), said(COST, "Ann")]
    )
    came_in = (CameIn(TRUST, None, moment(2), "Kim"), CameIn(COST, "Ann", moment(3)))
    assert since_left(case, None) == Since(moment(1), WHERE, came_in)
