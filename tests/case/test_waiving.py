from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from rootcause.case.model import Case, Event, QuestionnaireRef, Waiver, What
from rootcause.case.since import since_left
from rootcause.case.waiving import moved, take_back, waive
from rootcause.interview.answers import Answer, AnswerKey, State

NOW = datetime(2026, 1, 9, 10, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)
KEY = AnswerKey("whys.because", (1,))
WAIVER = Waiver("human-error", "the customer's own words", KEY, "Jo forgot it")
CASE = Case("2026-01-09-x", "x", QuestionnaireRef("q", "1.0.0", "sha256:0"), NOW)


def test_a_waiver_says_who_gave_it_and_when_and_the_history_says_why():
    case = waive(CASE, WAIVER, now=NOW, who="Kim")
    assert case.waivers == (replace(WAIVER, who="Kim", when=NOW),)
    assert case.history == (Event(NOW, "Kim", What.WAIVED, KEY, note="human-error: the customer's own words"),)


def test_another_reason_takes_the_place_of_the_first_and_both_stay_in_the_history():
    case = waive(CASE, WAIVER, now=NOW)
    case = waive(case, replace(WAIVER, reason="quoted"), now=LATER)
    assert [one.reason for one in case.waivers] == ["quoted"]
    assert [event.note for event in case.history] == ["human-error: the customer's own words", "human-error: quoted"]


def test_waivers_of_other_checks_and_other_answers_stay():
    others = (replace(WAIVER, check="blame"), replace(WAIVER, about="another answer"), replace(WAIVER, key=None))
    case = waive(replace(CASE, waivers=others), WAIVER, now=NOW)
    assert case.waivers[:3] == others
    assert len(case.waivers) == 4


def test_what_is_taken_back_is_still_in_the_history():
    other = replace(WAIVER, check="blame")
    case = waive(replace(CASE, waivers=(other,)), WAIVER, now=NOW, who="Kim")
    case = take_back(case, case.waivers[1], now=LATER, who="Jo")
    assert case.waivers == (other,)
    assert case.history[-1] == Event(LATER, "Jo", What.UNWAIVED, KEY, note="human-error: the customer's own words")


def test_what_was_never_waived_cannot_be_taken_back():
    with pytest.raises(ValueError, match="no waiver of human-error"):
        take_back(CASE, WAIVER, now=NOW)


def test_a_waiver_goes_along_when_its_question_gets_another_id():
    renamed = AnswerKey("causes.because", (1,))
    whole = Waiver("portfolio", "one action is enough")
    case = moved(replace(CASE, waivers=(WAIVER, whole)), {KEY: renamed, AnswerKey("other"): AnswerKey("else")})
    assert case.waivers == (replace(WAIVER, key=renamed), whole)


def test_a_waiver_is_no_answer_so_the_case_waits_where_it_did():
    answered = Event(NOW, "Jo", What.ANSWERED, AnswerKey("summary"))
    left = Event(NOW, "Jo", What.LEFT, AnswerKey("carrier"))
    came = Event(LATER, "Kim", What.ANSWERED, AnswerKey("carrier"))
    case = replace(CASE, answers={AnswerKey("carrier"): Answer(State.UNKNOWN)}, history=(answered, left, came))
    assert since_left(waive(case, WAIVER, now=LATER, who="Jo"), "Jo") == since_left(case, "Jo")
    assert waive(CASE, WAIVER, now=NOW).unfinished
