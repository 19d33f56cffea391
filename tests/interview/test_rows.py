"""Lists and ladders: rows and rungs come, go, and are asked about one by one."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from rootcause.interview.answers import AnswerKey, Rows, State
from rootcause.interview.interview import Interview
from rootcause.interview.prompt import Add, Back, DoNotKnow, Remove, Revisit, Skip
from rootcause.interview.scripted import fill
from rootcause.questionnaire.response.problem import Problem

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
TO_THE_LADDER = ("Late", "own", "2026-01-05", "2026-01-06", 3)
TO_THE_LIST = (*TO_THE_LADDER, "No driver", False, "No plan for illness", True, "A rota", False)


@pytest.fixture
def at_ladder(begin, after):
    return after(begin(), *TO_THE_LADDER)


@pytest.fixture
def at_list(begin, after):
    return after(begin(), *TO_THE_LIST)


def test_each_rung_quotes_the_one_before(at_ladder, after):
    assert at_ladder.prompt().text == "Why? Late"
    deeper = after(at_ladder, "No driver", False)
    assert deeper.prompt().text == "What made it possible? No driver"
    assert deeper.prompt().context == "Why? Late, level 2"
    assert after(deeper, "No plan").prompt().context == "Why? Late, level 2: No plan"


def test_a_ladder_goes_down_until_something_can_be_done_but_not_before_its_least_depth(at_ladder, after, asked):
    early = after(at_ladder, "No driver", True, Skip())
    assert asked(early) == "whys[1.1].because"
    enough = after(early, "No plan", True, "A rota")
    assert asked(enough) == "whys"


def test_a_ladder_ends_at_its_greatest_depth(at_ladder, after, asked):
    interview = after(at_ladder, "a", False, "b", False, "c", False, "d", False)
    assert asked(interview) == "whys"
    assert isinstance(interview.add((1, 1, 1, 1)), Problem)


def test_not_knowing_further_ends_a_chain(at_ladder, after, asked):
    interview = after(at_ladder, "No driver", False, DoNotKnow())
    assert asked(interview) == "whys"
    assert interview.answers[AnswerKey("whys.because", (1, 1))].state is State.UNKNOWN
    assert asked(after(interview, False)) == "actions[1].act"


def test_a_rung_may_have_several_causes(at_ladder, after, asked):
    interview = after(at_ladder, "No driver", False, "No plan", True, "A rota")
    second = after(interview, Add((1,)))
    assert second.prompt().text == "What made it possible? No driver"
    assert asked(second) == "whys[1.2].because"
    both = after(second, "Two were ill", True, Skip())
    assert asked(both) == "whys"
    assert asked(after(both, Add())) == "whys[2].because"
    assert [row.instance for row in both.prompt().rows] == [(1,), (1, 1), (1, 2)]


def test_changing_an_upper_rung_keeps_those_below(at_ladder, after):
    interview = after(at_ladder, "No driver", False, "No plan", True, "A rota", False)
    changed = after(interview, Revisit(AnswerKey("whys.because", (1,))), "The driver was ill")
    assert changed.active()[AnswerKey("whys.because", (1, 1))].value == "No plan"


def test_a_ladder_cannot_be_closed_too_early(at_ladder):
    problem = at_ladder.answer(False, key=AnswerKey("whys"))
    assert "no levels deep; at least 2 levels needed" in problem.message


def test_a_required_list_asks_for_its_first_row_at_once_and_then_whether_there_are_more(at_list, after, asked):
    assert asked(at_list) == "actions[1].act"
    interview = after(at_list, "Write a rota", "Kim", "2026-02-01")
    assert asked(interview) == "actions"
    assert asked(after(interview, False)) == "note"
    assert asked(after(interview, True)) == "actions[2].act"


def test_a_row_that_nobody_answered_is_not_there(at_list):
    assert AnswerKey("actions") not in at_list.answers
    assert [str(key) for key in at_list.missing()] == ["actions"]


def test_questions_can_count_rows_by_what_is_in_them(at_list, after, asked):
    two = after(at_list, "Write a rota", "Kim", "2026-02-01", Add(), "Tell customers", "Kim", "2026-02-01", False)
    assert asked(two) == "many"
    other = after(two, Revisit(AnswerKey("actions.owner", (2,))), "Lee")
    assert asked(other) == "note"


def test_rows_are_limited(at_list, after):
    row = ("Act", "Kim", "2026-02-01")
    three = after(at_list, *row, Add(), *row, Add(), *row)
    assert three.add() == Problem("at most 3 entries are taken")


def test_a_removed_row_leaves_the_route_but_not_the_case(at_list, after):
    two = after(at_list, "Write a rota", "Kim", "2026-02-01", Add(), "Tell customers", "Lee", "2026-02-01")
    one = after(two, Remove((1,)))
    assert one.answers[AnswerKey("actions")].value == Rows(((2,),))
    assert AnswerKey("actions.act", (1,)) in one.inactive()
    grown = after(one, Add())
    assert grown.prompt().key == AnswerKey("actions.act", (3,))
    assert grown.prompt().context == "What will be done?, 2"


def test_removing_a_rung_takes_those_below_it_along(at_ladder, after):
    interview = after(at_ladder, "No driver", False, "No plan", True, "A rota", Add(), "Rain", True, Skip())
    left = after(interview, Revisit(AnswerKey("whys")), Remove((1,)))
    assert left.answers[AnswerKey("whys")].value.instances == ((2,),)
    assert isinstance(left.remove((1,)), Problem)


def test_a_check_in_a_row_sees_the_day(at_list, after):
    problem = after(at_list, "Write a rota", "Kim").answer("2025-12-31")
    assert problem == Problem("That day is past.")


def test_back_goes_through_rows(at_list, after, asked):
    interview = after(at_list, "Write a rota", "Kim", "2026-02-01")
    assert asked(after(interview, Back())) == "actions[1].due"
    assert asked(after(interview, Back(), Back(), Back(), Back())) == "whys"


def test_all_rows_can_be_given_at_once(at_list, after, asked):
    rows = [{"act": "Write a rota", "owner": "Kim", "due": "2026-02-01"}]
    assert asked(at_list.answer(rows, key=AnswerKey("actions"))) == "note"
    problem = at_list.answer([{"act": "x", "owner": "Kim", "due": "2026-02-01"}] * 4, key=AnswerKey("actions"))
    assert problem == Problem("4 entries; at most 3 entries taken")


def test_a_new_row_never_gets_the_number_of_a_removed_one(at_list, after, asked):
    two = after(at_list, "Write a rota", "Kim", "2026-02-01", Add(), "Tell customers", "Lee", "2026-02-01")
    assert asked(after(two, Remove((2,)), Add())) == "actions[3].act"


def test_what_a_check_in_a_row_refuses_counts_for_nothing(loaded):
    text = """
rootcause: 1
id: t
version: 1.0.0
title: T
sections:
  - id: s
    title: S
    questions:
      - {id: limit, ask: Limit, type: integer}
      - id: costs
        type: list
        ask: Costs
        each:
          - {id: cost, ask: Cost, type: integer, check: {that: cost <= limit, else: Too much}}
      - {id: dear, type: integer, compute: "count(costs, cost > 5)"}
"""
    interview = Interview.begin(loaded(text), clock=lambda: NOON)
    filled = fill(interview, {"limit": 10, "costs": [{"cost": 9}, {"cost": 2}]}, lambda _: None).interview
    assert filled.active()[AnswerKey("dear")].value == 1
    lower = filled.answer(5, key=AnswerKey("limit"))
    assert lower.active()[AnswerKey("dear")].value == 0
    assert lower.open() == (AnswerKey("costs.cost", (1,)),)


def test_a_day_that_was_to_come_when_it_was_given_stays_right_when_it_has_passed(at_list, after, questionnaire):
    interview = after(at_list, "Write a rota", "Kim", "2026-02-01", False, Skip())
    in_march = Interview.begin(questionnaire, interview.answers, clock=lambda: datetime(2026, 3, 5, tzinfo=UTC))
    assert in_march.missing() == ()
    assert AnswerKey("actions.due", (1,)) in in_march.active()
    assert isinstance(in_march.answer("2026-03-01", key=AnswerKey("actions.due", (1,))), Problem)


def test_what_has_entries_cannot_be_said_to_be_unknown(at_ladder, after):
    interview = after(at_ladder, "No driver", False, "No plan", True, "A rota")
    assert interview.unknown() == Problem("there are entries already", "say that this was all, or take them away first")
    assert isinstance(interview.defer("Kim"), Problem)
    assert interview.answers[AnswerKey("whys")].value.instances == ((1,), (1, 1))


def test_a_row_added_by_mistake_goes_when_it_is_left_empty(at_list, after, asked):
    one = after(at_list, "Write a rota", "Kim", "2026-02-01")
    added = after(one, Add())
    assert asked(added) == "actions[2].act"
    back = after(added, Back())
    assert back.answers[AnswerKey("actions")].value.instances == ((1,),)
    assert asked(after(back, Revisit(AnswerKey("actions")), False)) == "note"


def test_only_the_end_of_a_chain_can_be_skipped_not_what_is_needed_in_a_cause(at_ladder, after):
    interview = after(at_ladder, "No driver", False, "No plan")
    assert isinstance(interview.skip(), Problem)


EACH = """
rootcause: 1
id: t
version: 1.0.0
title: T
sections:
  - id: s
    title: S
    questions:
      - {id: half, ask: Half, type: number}
      - {id: whole, type: integer, compute: half}
      - {id: share, ask: Share, type: integer, max: 10, default: {compute: whole * 5}}
      - id: costs
        type: list
        ask: Costs
        min: LEAST
        each:
          - {id: number, type: integer, compute: index}
          - {id: what, ask: What, type: text}
          - {id: why_so, ask: Why, type: text, required: false}
"""


def test_adding_a_row_asks_for_what_is_asked_in_it(loaded, after, asked):
    interview = Interview.begin(loaded(EACH.replace("LEAST", "1")), clock=lambda: NOON)
    filled = fill(interview, {"half": 2, "share": 3, "costs": [{"what": "a"}]}, lambda _: None).interview
    assert asked(after(filled, Revisit(AnswerKey("costs")), Add())) == "costs[2].what"


def test_too_few_rows_are_asked_for_and_stay_in_the_report(loaded, asked):
    once = Interview.begin(loaded(EACH.replace("LEAST", "1")), clock=lambda: NOON)
    filled = fill(once, {"half": 2, "share": 3, "costs": [{"what": "a"}]}, lambda _: None).interview
    more = Interview.begin(loaded(EACH.replace("LEAST", "2")), filled.answers, clock=lambda: NOON)
    assert more.missing() == (AnswerKey("costs"),)
    assert AnswerKey("costs") in more.active()


@pytest.mark.parametrize(("half", "whole", "offered"), [("2", 2, 10), ("2.5", None, None), ("3", 3, None)])
def test_a_computed_whole_number_is_never_cut_and_a_default_keeps_the_bounds(loaded, half, whole, offered):
    interview = Interview.begin(loaded(EACH.replace("LEAST", "0")), clock=lambda: NOON).answer(half)
    computed = interview.active().get(AnswerKey("whole"))
    assert (computed and computed.value) == whole
    assert interview.prompt().default == offered
