"""Whatever was done in whatever order, a move brings the route to where working it all out anew would bring it."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from rootcause.interview.answers import Remark, Sure
from rootcause.interview.interview import Interview
from rootcause.interview.prompt import (
    Add,
    Annotate,
    Another,
    Back,
    Defer,
    DoNotKnow,
    Goto,
    Proceed,
    Remove,
    Reorder,
    Revisit,
    Skip,
    Undo,
)
from rootcause.questionnaire.response.problem import Problem

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)

REPLIES = st.sampled_from(
    [True, False, "own", "partner", "Late", "2026-01-05", "2026-01-20", "2026-03-01", "12 EUR", 3, "Kim", "nonsense"]
)
ACTIONS = st.one_of(
    REPLIES,
    REPLIES,
    st.sampled_from([Back(), DoNotKnow(), Skip(), Add(), "add below", "remove", "visit", "reorder", "return"]),
    st.sampled_from(
        [
            Another(),
            Annotate(Remark("a note", Sure.FACT)),
            Annotate(Remark()),
            Defer("Kim"),
            Goto("summary"),
            Proceed(),
            Undo(),
        ]
    ),
)
MOVES = Back | DoNotKnow | Skip | Add | Another | Annotate | Defer | Goto | Proceed | Undo


def step(interview: Interview, action: object, number: int) -> Interview:
    rows = interview.prompt().rows if interview.prompt() else ()
    asked = interview.asked()
    match action:
        case "add below" if rows:
            action = Add(rows[number % len(rows)].instance)
        case "remove" if rows:
            action = Remove(rows[number % len(rows)].instance)
        case "reorder" if rows:
            action = Reorder(rows[number % len(rows)].instance, number % 4)
        case "visit":
            action = Revisit(asked[number % len(asked)])
        case "return":
            action = Revisit(asked[number % len(asked)], then=asked[-1])
    if not isinstance(action, MOVES | Remove | Reorder | Revisit):
        after = interview.answer(action)
        return interview if isinstance(after, Problem) else after
    if isinstance(action, Add | Remove | Reorder) and not interview.question(interview.prompt().key).type.repeats:
        return interview
    after = interview.move(action)
    return interview if isinstance(after, Problem) else after


@settings(max_examples=250, deadline=None)
@given(st.lists(st.tuples(ACTIONS, st.integers(0, 50)), max_size=40))
def test_moves_lead_where_working_it_out_anew_leads(questionnaire, moves):

    interview = Interview.begin(questionnaire, clock=lambda: NOON)
    for action, number in moves:
        if interview.prompt() is None:
            break
        before = interview
        interview = step(interview, action, number)
        assert isinstance(action, Undo) or before.answers.keys() <= interview.answers.keys()
        if interview.past is not None and interview.past.before is before.past and interview is not before:
            back = interview.undo()
            assert (back.answers, back.remarks) == (before.answers, before.remarks)
            assert back.next_key() == before.next_key()
    anew = Interview.begin(questionnaire, interview.answers, clock=lambda: NOON)
    assert interview.route.standings == anew.route.standings
    assert (interview.route.asked, interview.route.open, interview.route.whole) == (
        anew.route.asked,
        anew.route.open,
        anew.route.whole,
    )
    assert interview.active() == anew.active()
