"""Answers that were written down beforehand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from rootcause.interview.answers import AnswerKey, Money, State, Sure
from rootcause.interview.scripted import fill

COMPLETE = {
    "summary": "Three days late",
    "carrier": "partner",
    "told": {"value": False, "sure": "reported", "note": "says Lee", "evidence": ["mail.txt"]},
    "promised": "2026-01-05",
    "arrived": "2026-01-08",
    "refund": "15 EUR",
    "mood": {"state": "unknown"},
    "whys": [
        {
            "because": "No driver",
            "fixable": False,
            "why": [
                {"because": "No plan for illness", "fixable": True, "lever": "A rota"},
                {"because": "Two were ill", "fixable": False, "why": [{"because": {"state": "unknown"}}]},
            ],
        }
    ],
    "actions": [{"act": "Write a rota", "owner": "Kim", "due": "2026-02-01"}],
}


def filled(begin, answers):
    return fill(begin(), answers, lambda _: None)


def problems(begin, answers):
    return {".".join(map(str, problem.where)): problem.message for problem in filled(begin, answers).problems}


def test_complete_answers_leave_nothing_open(begin):
    outcome = filled(begin, COMPLETE)
    interview = outcome.interview
    assert (outcome.problems, outcome.not_asked, outcome.unknown_ids) == ((), (), ())
    assert interview.missing() == ()
    told = interview.answers[AnswerKey("told")]
    assert (told.value, told.sure, told.note, told.evidence, told.who) == (
        False,
        Sure.REPORTED,
        "says Lee",
        ("mail.txt",),
        "Jo",
    )
    assert interview.answers[AnswerKey("refund")].value == Money(Decimal(15), "EUR")
    assert interview.answers[AnswerKey("whys")].value.instances == ((1,), (1, 1), (1, 2), (1, 2, 1))
    assert interview.answers[AnswerKey("whys.because", (1, 2, 1))].state is State.UNKNOWN
    assert interview.answers[AnswerKey("actions.due", (1,))].value == date(2026, 2, 1)


def test_every_answer_taken_is_seen_before_the_next(begin):
    seen = []
    fill(begin(), COMPLETE, lambda interview: seen.append(len(interview.answers)))
    assert seen == sorted(set(seen))
    assert len(seen) == len(COMPLETE)


def test_all_problems_are_found_at_once_and_what_is_valid_is_taken(begin):
    outcome = filled(
        begin,
        {
            "summary": "Late",
            "carrier": "bus",
            "promised": "2026-02-30",
            "arrived": {"value": "soon"},
            "mood": 9,
            "actions": [{"act": "Write a rota", "owner": "Kim", "due": "2025-01-01", "colour": "red"}, "later"],
        },
    )
    assert [problem.where for problem in outcome.problems] == [
        ("carrier",),
        ("promised",),
        ("arrived", "value"),
        ("mood",),
        ("actions", 0, "colour"),
        ("actions", 1),
        ("actions", 0, "due"),
    ]
    assert AnswerKey("summary") in outcome.interview.active()
    assert AnswerKey("actions.owner", (1,)) in outcome.interview.active()
    assert AnswerKey("actions.due", (1,)) not in outcome.interview.active()


def test_answers_to_what_is_not_asked_are_kept_and_named(begin):
    outcome = filled(begin, {"summary": "Late", "carrier": "own", "told": True, "tld": True})
    assert outcome.not_asked == ("told",)
    assert outcome.unknown_ids == ("tld",)
    assert AnswerKey("told") in outcome.interview.answers
    assert AnswerKey("told") not in outcome.interview.active()


def test_an_empty_value_is_no_answer(begin):
    assert filled(begin, {"summary": None}).taken == 1  # the default of "mood" alone


def test_a_default_is_taken_as_an_assumption(begin):
    answer = filled(begin, {}).interview.answers[AnswerKey("mood")]
    assert (answer.value, answer.sure, answer.note) == (3, Sure.ASSUMPTION, "the default")


@pytest.mark.parametrize(
    ("answers", "where", "says"),
    [
        pytest.param({"days_late": 3}, "days_late", "computed; nobody answers it", id="computed"),
        pytest.param({"summary": {"state": "skipped"}}, "summary", "cannot be skipped", id="skipping what is needed"),
        pytest.param({"summary": {"state": "lost"}}, "summary.state", '"lost" is not a state', id="no such state"),
        pytest.param({"summary": {"state": "deferred"}}, "summary.state", "whom to ask", id="deferred to nobody"),
        pytest.param(
            {"summary": {"state": "deferred", "to": "Kim", "by": "2026-13-01"}},
            "summary.by",
            "no month 13",
            id="no day",
        ),
        pytest.param({"summary": {"value": "x", "sure": "very"}}, "summary.sure", "degree of sureness", id="how sure"),
        pytest.param({"summary": {"value": "x", "vlue": "y"}}, "summary.vlue", "says nothing", id="unknown key"),
        pytest.param({"summary": {"state": "unknown", "value": "x"}}, "summary.state", "has no value", id="both"),
        pytest.param({"whys": "because"}, "whys", "expected a list of causes", id="no list of causes"),
        pytest.param(
            {"whys": [{"because": "x", "fixable": True}]}, "whys", "1 level deep; at least 2", id="too shallow"
        ),
        pytest.param({"whys": [{"because": "x", "wy": []}]}, "whys.0.wy", "is not asked", id="no such item"),
        pytest.param({"actions": []}, "actions", "no entries; at least 1 entry", id="too few rows"),
        pytest.param({"carrier": {"other": ""}}, "carrier", "needs its text", id="other without words"),
    ],
)
def test_a_problem_says_where_and_what(begin, answers, where, says):
    found = problems(begin, answers)
    assert where in found
    assert says in found[where]


def test_rows_can_be_said_to_be_unknown(begin):
    outcome = filled(begin, COMPLETE | {"whys": {"state": "deferred", "to": "the depot"}})
    assert outcome.problems == ()
    assert outcome.interview.missing() == ()


def test_filling_again_changes_only_what_is_different(begin):
    first = filled(begin, COMPLETE).interview
    second = fill(first, {"whys": COMPLETE["whys"][0]["why"], "mood": 2}, lambda _: None).interview
    assert second.answers[AnswerKey("whys")].value.instances == ((2,), (3,), (3, 1))
    assert second.answers[AnswerKey("mood")].value == 2
    assert second.answers[AnswerKey("summary")] == first.answers[AnswerKey("summary")]


def test_one_question_of_a_row_can_be_answered_by_its_key(begin):
    first = filled(begin, COMPLETE | {"actions": [{"act": "Write a rota", "owner": "Kim"}]})
    assert [str(key) for key in first.interview.missing()] == ["actions[1].due"]
    second = fill(first.interview, {"actions[1].due": "2026-02-01", "actions[2].due": "2026-02-01"}, lambda _: None)
    assert second.interview.missing() == ()
    assert [(problem.where, problem.message) for problem in second.problems] == [
        (("actions[2].due",), "there is no row 2")
    ]
    odd = fill(first.interview, {"actions[1].what": "x", "summary[1]": "x", "whys[1]": "x"}, lambda _: None)
    assert odd.unknown_ids == ("actions[1].what", "summary[1]", "whys[1]")


def test_a_row_given_anew_inherits_nothing_from_the_one_that_stood_there(begin):
    first = filled(begin, COMPLETE).interview
    again = fill(first, {"actions": [{"act": "Hire a driver", "owner": "Lee"}]}, lambda _: None).interview
    assert [str(key) for key in again.missing()] == ["actions[2].due"]
    assert AnswerKey("actions.due", (1,)) in again.answers
    assert AnswerKey("actions.due", (1,)) not in again.active()
    same = fill(first, {"actions": [{"act": "Write a rota", "owner": "Lee"}]}, lambda _: None).interview
    assert same.active()[AnswerKey("actions.due", (1,))].value == date(2026, 2, 1)
    assert same.active()[AnswerKey("actions.owner", (1,))].value == "Lee"


def test_what_is_said_of_a_list_as_a_whole_is_kept(begin):
    actions = {"value": COMPLETE["actions"], "sure": "assumption", "note": "a draft"}
    answer = filled(begin, COMPLETE | {"actions": actions}).interview.answers[AnswerKey("actions")]
    assert (answer.sure, answer.note) == (Sure.ASSUMPTION, "a draft")
    found = problems(begin, COMPLETE | {"actions": {"state": "unknown", "value": COMPLETE["actions"]}})
    assert found == {"actions.state": "unknown has no value"}


def test_what_is_needed_in_a_row_cannot_be_skipped(begin):
    row = {"act": "Write a rota", "owner": {"state": "skipped"}, "due": "2026-02-01"}
    found = problems(begin, COMPLETE | {"actions": [row]})
    assert found == {"actions.0.owner": "this one is needed; it cannot be skipped"}


def test_an_empty_list_that_is_refused_takes_no_row_away(begin):
    rows = [{"act": "Plan", "owner": "Kim", "due": "2026-02-01"}]
    filled = fill(begin(), {"summary": "Late", "actions": rows}, lambda _: None).interview
    again = fill(filled, {"actions": []}, lambda _: None)
    assert [problem.where for problem in again.problems] == [("actions",)]
    assert again.interview.answers[AnswerKey("actions")].value == filled.answers[AnswerKey("actions")].value
