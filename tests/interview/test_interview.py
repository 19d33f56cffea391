"""The engine, by transcripts: moves in, prompts out."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from rootcause.interview.answers import AnswerKey, Money, Other, State, Sure
from rootcause.interview.prompt import Back, Defer, DoNotKnow, Reply, Revisit, Skip
from rootcause.questionnaire.response.problem import Problem

BY_OWN_VAN = ("Three days late", "own", "2026-01-05", "2026-01-08")


def test_the_first_question_comes_first(begin, asked):
    prompt = begin().prompt()
    assert asked(begin()) == "summary"
    assert (prompt.text, prompt.section.id, prompt.intro) == (
        "What happened, in one sentence?",
        "what",
        "First the facts.",
    )


def test_nobody_is_asked_what_does_not_apply(begin, after, asked):
    assert asked(after(begin(), "Late", "own")) == "promised"
    assert asked(after(begin(), "Late", "partner")) == "told"
    assert asked(after(begin(), "Late", "partner", False)) == "promised"


def test_an_answer_says_who_gave_it_when_and_how_sure_they_were(begin, after):
    reply = Reply("Late", sure=Sure.REPORTED, note="says the driver", evidence=("photo.jpg",))
    answer = after(begin(), reply).answers[AnswerKey("summary")]
    assert (answer.who, answer.when.isoformat(), answer.sure) == ("Jo", "2026-01-01T12:00:00+00:00", Sure.REPORTED)
    assert (answer.note, answer.evidence) == ("says the driver", ("photo.jpg",))


def test_a_move_leaves_the_interview_before_it_as_it_was(begin, after, asked):
    first = begin()
    after(first, "Late", "own")
    assert asked(first) == "summary"
    assert first.answers == {}


@pytest.mark.parametrize(
    ("moves", "refused", "says"),
    [
        pytest.param((), "x" * 41, "at most 40", id="too long"),
        pytest.param(("Late",), "bus", "not one of the choices", id="no such choice"),
        pytest.param(("Late", "own"), "2026-02-30", "February 2026 has 28 days", id="no such day"),
        pytest.param(("Late", "own", "2026-01-05"), "2026-01-04", "before 5 January 2026", id="a check"),
    ],
)
def test_what_is_not_an_answer_is_a_problem_and_changes_nothing(begin, after, moves, refused, says):
    interview = after(begin(), *moves)
    problem = interview.answer(refused)
    assert isinstance(problem, Problem)
    assert says in f"{problem.message} {problem.hint}"


def test_a_changed_answer_hides_its_follow_ups_but_keeps_their_answers(begin, after, asked):
    told = after(begin(), "Late", "partner", True, "By phone", "2026-01-05")
    changed = after(told, Revisit(AnswerKey("carrier")), "own")
    assert changed.inactive() == (AnswerKey("told"), AnswerKey("told_how"))
    assert AnswerKey("told") not in changed.active()
    assert asked(changed) == "arrived"
    back_again = after(changed, Revisit(AnswerKey("carrier")), "partner")
    assert back_again.inactive() == ()
    assert back_again.active()[AnswerKey("told_how")].value == "By phone"
    assert asked(back_again) == "arrived"


def test_what_depends_on_a_hidden_answer_is_hidden_too(begin, after):
    told = after(begin(), "Late", "partner", True)
    assert told.is_asked(AnswerKey("told_how"))
    assert not after(told, Revisit(AnswerKey("carrier")), "own").is_asked(AnswerKey("told_how"))


def test_unknown_is_an_answer_and_what_depends_on_it_is_not_asked(begin, after, asked):
    interview = after(begin(), "Late", DoNotKnow("nobody wrote it down"))
    assert asked(interview) == "promised"
    assert interview.answers[AnswerKey("carrier")].state is State.UNKNOWN


def test_somebody_else_can_be_asked_until_a_day(begin, after, asked):
    interview = after(begin(), Defer("Kim", date(2026, 1, 9)))
    answer = interview.answers[AnswerKey("summary")]
    assert (answer.state, answer.to, answer.by) == (State.DEFERRED, "Kim", date(2026, 1, 9))
    assert asked(interview) == "carrier"
    assert isinstance(begin().defer("  "), Problem)


def test_only_what_is_not_required_can_be_skipped(begin, after, asked):
    assert isinstance(begin().skip(), Problem)
    assert asked(after(begin(), "Late", "partner", True, Skip())) == "promised"


def test_back_goes_along_the_route_as_it_is_now(begin, after, asked):
    interview = after(begin(), *BY_OWN_VAN)
    assert asked(interview) == "refund"
    assert asked(after(interview, Back())) == "arrived"
    assert asked(after(interview, Back(), Back())) == "promised"
    assert asked(after(interview, Back(), Back(), Back())) == "carrier"
    assert isinstance(begin().back(), Problem)


def test_after_going_back_the_next_open_question_follows(begin, after, asked):
    interview = after(begin(), *BY_OWN_VAN)
    assert asked(after(interview, Back(), Back(), "2026-01-06")) == "mood"
    assert asked(after(interview, Back(), Back(), "2026-01-05")) == "refund"


def test_computed_answers_follow_what_they_are_computed_from(begin, after):
    interview = after(begin(), *BY_OWN_VAN)
    assert interview.active()[AnswerKey("days_late")].value == 3
    later = after(interview, Revisit(AnswerKey("arrived")), "2026-01-15")
    assert later.active()[AnswerKey("days_late")].value == 10
    assert later.prompt().text == "It was 10 late. What is paid back?"
    assert later.prompt().default == Money(Decimal(50), "EUR")


def test_an_answer_that_a_change_makes_wrong_is_asked_again_and_counts_for_nothing(begin, after, asked):
    interview = after(begin(), *BY_OWN_VAN, Revisit(AnswerKey("promised")), "2026-01-20")
    assert asked(interview) == "arrived"
    assert interview.prompt().problem.message == "That is before 20 January 2026, when it was promised."
    assert interview.prompt().answer.value == date(2026, 1, 8)
    assert AnswerKey("days_late") not in interview.active()
    assert AnswerKey("arrived") not in interview.active()
    assert AnswerKey("arrived") in interview.answers


def test_other_is_a_choice_with_its_own_words(begin, after):
    interview = after(begin(), "Late", {"other": "A bicycle"})
    assert interview.active()[AnswerKey("carrier")].value == Other("A bicycle")


def test_a_question_off_the_route_cannot_be_visited(begin, after):
    problem = after(begin(), "Late", "own").revisit(AnswerKey("told"))
    assert problem == Problem('"told" is not asked, after what was answered before it')
    assert begin().revisit(AnswerKey("nonsense")) == Problem('there is no question "nonsense"')


def test_resuming_is_beginning_with_answers_and_a_place(begin, after, asked):
    interview = after(begin(), *BY_OWN_VAN, Back(), Back())
    resumed = begin(interview.answers, at=interview.at)
    assert asked(resumed) == asked(interview) == "promised"
    assert resumed.asked() == interview.asked()
    assert asked(begin(interview.answers, at=AnswerKey("told"))) == "refund"


def test_progress_counts_what_is_asked_and_what_is_dealt_with(begin, after):
    start = begin().progress().whole
    assert (start.asked, start.done) == (6, 0)  # the other section waits for the summary
    interview = after(begin(), "Late", "partner")
    assert (interview.progress().whole.asked, interview.progress().whole.done) == (9, 2)
    assert interview.prompt().progress.section.asked == 6
    assert begin().progress().minutes_left > interview.progress().minutes_left - 5


def test_a_prompt_says_where_it_stands_in_its_section(begin, after):
    interview = after(begin(), "Late", "own")
    assert interview.prompt().position == 3
    assert after(interview, Back()).prompt().position == 2


def test_missing_names_what_is_required_and_open(begin, after):
    interview = after(begin(), *BY_OWN_VAN, 15, 3)
    assert [str(key) for key in interview.missing()] == ["whys", "actions"]


def test_what_the_last_move_touched_is_told(begin, after):
    assert after(begin(), "Late").changed == (AnswerKey("summary"),)
    assert after(begin(), "Late", Back()).changed == ()
