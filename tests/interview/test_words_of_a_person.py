"""What a person can say besides answering: remarks, taking back, going elsewhere, choosing what is asked."""

from __future__ import annotations

import pytest

from rootcause.interview.answers import AnswerKey, Remark, Rows, State, Sure
from rootcause.interview.interview import Interview
from rootcause.interview.overview import Status, overview
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
    Reply,
    Revisit,
    Skip,
    Undo,
)
from rootcause.interview.scripted import fill
from rootcause.interview.selection import Selection
from rootcause.questionnaire.response.problem import Problem

SUMMARY = AnswerKey("summary")
TO_THE_LADDER = ("Late", "own", "2026-01-05", "2026-01-06", 3)
TO_THE_LIST = (*TO_THE_LADDER, "No driver", False, "No plan for illness", True, "A rota", False)
TWO_ACTIONS = ("Plan", "Kim", "2026-02-01", Add(), "Check", "Lee", "2026-03-01")


# ---- remarks -----------------------------------------------------------------------------------------------------


def test_a_remark_before_the_answer_waits_for_it(begin, after, asked):
    remark = Remark("Kim was there", Sure.REPORTED, ("photo.jpg",))
    interview = after(begin(), Annotate(remark))
    assert asked(interview) == "summary"
    assert interview.prompt().remark == remark
    answered = after(interview, "Late")
    answer = answered.answers[SUMMARY]
    assert (answer.note, answer.sure, answer.evidence) == ("Kim was there", Sure.REPORTED, ("photo.jpg",))
    assert answered.remarks == {}


@pytest.mark.parametrize("move", [DoNotKnow(), Defer("Kim")], ids=["not known", "deferred"])
def test_a_remark_stays_with_what_is_left_to_others(begin, after, move):
    interview = after(begin(), Annotate(Remark("Kim was there")), move)
    assert interview.answers[SUMMARY].note == "Kim was there"


def test_a_remark_about_an_answer_is_kept_at_once_and_the_question_stays(begin, after, asked):
    interview = after(begin(), "Late", Back(), Annotate(Remark("from the log")))
    assert asked(interview) == "summary"
    assert interview.answers[SUMMARY].note == "from the log"
    assert interview.changed == (SUMMARY,)


def test_a_changed_answer_keeps_note_and_evidence_but_not_how_sure_it_was(begin, after):
    interview = after(begin(), Annotate(Remark("from the log", Sure.FACT, ("log",))), "Late", Back(), "Very late")
    answer = interview.answers[SUMMARY]
    assert (answer.note, answer.sure, answer.evidence) == ("from the log", None, ("log",))
    same = after(begin(), Annotate(Remark(sure=Sure.FACT)), "Late", Back(), "Late")
    assert same.answers[SUMMARY].sure is Sure.FACT


# ---- taking back ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "move",
    [
        Reply("Late"),
        DoNotKnow(),
        Defer("Kim"),
        Annotate(Remark("a note")),
    ],
    ids=["answer", "not known", "deferred", "remark"],
)
def test_the_last_change_is_taken_back_where_it_was_made(begin, after, asked, move):
    interview = after(begin(), move, Undo())
    assert asked(interview) == "summary"
    assert interview.answers == {}
    assert interview.remarks == {}


def test_a_changed_answer_gets_its_former_value_back(begin, after):
    interview = after(begin(), "Late", "own", Goto("summary"), "Broken", Undo())
    assert interview.answers[SUMMARY].value == "Late"
    assert str(interview.prompt().key) == "summary"


def test_several_changes_are_taken_back_one_after_the_other(begin, after, asked):
    interview = after(begin(), "Late", "partner", True, Undo(), Undo())
    assert asked(interview) == "carrier"
    assert list(interview.answers) == [SUMMARY]
    assert asked(after(interview, "own")) == "promised"


def test_a_row_that_was_taken_away_is_there_again(begin, after):
    interview = after(begin(), *TO_THE_LIST, *TWO_ACTIONS, Remove((1,)), Undo())
    assert interview.answers[AnswerKey("actions")].value == Rows(((1,), (2,)))


def test_nothing_is_taken_back_before_anything_was_said(begin):
    assert isinstance(begin().undo(), Problem)


def test_a_route_after_taking_back_is_the_one_before(begin, after):
    before = after(begin(), "Late", "partner")
    again = after(before, True, "By phone", Undo(), Undo())
    assert again.asked() == before.asked()
    assert again.open() == before.open()


# ---- going elsewhere -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    ["carrier", "Who carried it?", "who  carried", " carrier "],
    ids=["id", "label", "beginning of the label", "blanks"],
)
def test_a_question_is_found_by_id_and_by_label(begin, after, asked, name):
    assert asked(after(begin(), "Late", "own", "2026-01-05", Goto(name))) == "carrier"


def test_in_a_row_its_own_questions_are_found_first(begin, after, asked):
    interview = after(begin(), *TO_THE_LIST, "Plan", "Kim")
    assert asked(after(interview, Goto("owner"))) == "actions[1].owner"
    assert asked(after(interview, Goto("actions[1].act"))) == "actions[1].act"


@pytest.mark.parametrize(
    ("name", "message", "hint"),
    [
        ("carier", 'there is no question "carier"', 'did you mean "carrier"?'),
        ("told", '"told" is not asked, after what was answered before it', ":review"),
        ("wh", '"wh" fits 8 questions: summary, carrier', "by its id"),
        ("", 'there is no question ""', ":review"),
    ],
    ids=["near", "not asked", "several", "empty"],
)
def test_a_name_that_is_no_question_is_explained(begin, after, name, message, hint):
    problem = after(begin(), "Late", "own").move(Goto(name))
    assert isinstance(problem, Problem)
    assert message in problem.message
    assert hint in problem.hint


def test_after_a_cell_it_goes_on_where_it_was_said(begin, after, asked):
    interview = after(begin(), *TO_THE_LIST, *TWO_ACTIONS)
    cell = Revisit(AnswerKey("actions.owner", (1,)), then=AnswerKey("actions"))
    changed = after(interview, cell, "Jo")
    assert asked(changed) == "actions"
    assert changed.answers[AnswerKey("actions.owner", (1,))].value == "Jo"


def test_going_on_leaves_the_question_that_was_gone_to(begin, after, asked):
    interview = after(begin(), "Late", "own", Goto("summary"))
    assert asked(after(interview, Proceed())) == "promised"


# ---- causes and entries --------------------------------------------------------------------------------------------


def test_another_cause_at_this_level_lies_beside_the_one_named_last(begin, after, asked):
    first = after(begin(), *TO_THE_LADDER, "No driver")
    assert asked(after(first, Another())) == "whys[2].because"
    deeper = after(first, False)
    assert asked(deeper) == "whys[1.1].because"
    beside = after(deeper, Another())
    assert asked(beside) == "whys[2].because"
    assert asked(after(beside, "No van", True, Skip())) == "whys[1.1].because"
    second_level = after(deeper, "No plan", Another())
    assert asked(second_level) == "whys[1.2].because"


def test_another_entry_is_one_more_row(begin, after, asked):
    assert asked(after(begin(), *TO_THE_LIST, "Plan", Another())) == "actions[2].act"


def test_only_causes_and_entries_come_in_several(begin):
    assert isinstance(begin().another(), Problem)


def test_a_rung_that_is_changed_keeps_what_lies_beneath(begin, after):
    interview = after(begin(), *TO_THE_LADDER, "No driver", False, "No plan")
    changed = after(interview, Goto("whys[1].because"), "The driver was ill")
    assert changed.answers[AnswerKey("whys.because", (1, 1))].value == "No plan"
    assert changed.is_asked(AnswerKey("whys.because", (1, 1)))


@pytest.mark.parametrize(
    ("place", "order"),
    [(1, [(3,), (1,), (2,)]), (2, [(1,), (3,), (2,)]), (3, [(1,), (2,), (3,)]), (9, [(1,), (2,), (3,)])],
)
def test_an_entry_is_put_at_another_place(begin, after, place, order):
    third = (Add(), "Tell", "Bo", "2026-04-01")
    interview = after(begin(), *TO_THE_LIST, *TWO_ACTIONS, *third, Reorder((3,), place))
    assert list(interview.answers[AnswerKey("actions")].value.instances) == order
    assert [row.cells[0][1] for row in interview.prompt().rows][place - 1 : place] in (["Tell"], [])


def test_rungs_are_not_reordered(begin, after):
    assert isinstance(after(begin(), *TO_THE_LADDER, "a").reorder((1,), 2), Problem)


# ---- what is asked in this run -------------------------------------------------------------------------------------


@pytest.fixture
def half_done(begin, after) -> Interview:
    return after(begin(), "Late", "partner", True, Skip(), DoNotKnow(), Defer("Kim"))


@pytest.mark.parametrize(
    ("selection", "first"),
    [
        (Selection.ALL, "mood"),
        (Selection.REQUIRED, "mood"),
        (Selection.UNANSWERED, "told_how"),
        (Selection.DEFERRED, "arrived"),
        (Selection.QUICK, None),
    ],
)
def test_a_selection_begins_at_its_first_question(begin, half_done, asked, selection, first):
    assert asked(begin(half_done.answers, selection=selection)) == first


def test_what_is_asked_again_is_asked_once(begin, half_done, after, asked):
    interview = begin(half_done.answers, selection=Selection.UNANSWERED)
    again = after(interview, Skip())
    assert asked(again) == "promised"
    assert asked(after(again, DoNotKnow())) == "mood"


def test_when_those_who_were_asked_have_answered_nothing_is_left(begin, half_done, after, asked):
    interview = begin(half_done.answers, selection=Selection.DEFERRED)
    assert asked(after(interview, "2026-01-06")) is None


# ---- what a prompt says --------------------------------------------------------------------------------------------


def test_a_prompt_names_the_answers_that_it_depends_on(begin, after):
    interview = after(begin(), "Late", "partner")
    assert interview.prompt().refers == (("Who carried it?", "A partner"),)
    dated = after(interview, False, "2026-01-05")
    assert dated.prompt().refers == (("When was it promised?", "5 January 2026"),)
    assert begin().prompt().refers == ()


def test_a_row_refers_to_its_own_answers(begin, after):
    lever = after(begin(), *TO_THE_LADDER, "No driver", True)
    assert lever.prompt().refers == (("Can we act at this level?", "yes"),)


def test_a_skipped_question_stays_skipped_in_an_ordinary_run(half_done):
    assert half_done.answers[AnswerKey("told_how")].state is State.SKIPPED
    assert AnswerKey("told_how") not in half_done.open()


def test_a_question_shows_the_causes_that_it_is_about(loaded, begin, after):
    text = """
rootcause: 1
id: beside
version: 1.0.0
title: Beside
sections:
  - id: why
    part: why
    title: WHY
    questions:
      - {id: whys, type: ladder, role: causes, ask: Why?, min: 1, each: [{id: because, type: text, ask: Because}]}
      - {id: lever, type: text, ask: Which one do we act on?, show: causes}
""".replace("ask: Why?", 'ask: "Why?"').replace("ask: Which one do we act on?", 'ask: "Which one do we act on?"')
    interview = Interview.begin(loaded(text), clock=begin().clock)
    assert interview.prompt().beside is None
    container, rows = after(interview, "No driver", False).prompt().beside
    assert container.id == "whys"
    assert [row.first for row in rows] == ["No driver"]


# ---- what was said stays ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "moves",
    [(Add(), Back()), ("row",), ("row", False), ("row", Remove((1,))), (Skip(),), (DoNotKnow(),)],
    ids=["a row that is left", "a row", "that was all", "a row taken away", "skipped", "not known"],
)
def test_a_note_on_a_list_stays_whatever_becomes_of_its_rows(loaded, begin, after, moves):
    text = """
rootcause: 1
id: listed
version: 1.0.0
title: Listed
sections:
  - id: what
    part: what
    title: WHAT
    questions:
      - {id: seen, type: list, required: false, ask: "Seen?", each: [{id: what, type: text, ask: "What?"}]}
"""
    interview = Interview.begin(loaded(text), clock=begin().clock)
    noted = after(interview, Annotate(Remark("ask the driver", evidence=("photo",))))
    for move in moves:
        noted = after(noted, *((Add(), "A van") if move == "row" else (move,)))
    answer = noted.answers[AnswerKey("seen")]
    assert (answer.note, answer.evidence) == ("ask the driver", ("photo",))


def test_a_note_stays_when_the_answer_comes_from_a_file(begin, after):
    noted = after(begin(), Annotate(Remark("see the log")))
    filled = fill(noted, {"summary": "Late"}, lambda _: None).interview
    assert filled.answers[SUMMARY].note == "see the log"
    deferred = after(begin(), Annotate(Remark("see the log")), Defer("Kim"))
    assert fill(deferred, {"summary": "Late"}, lambda _: None).interview.answers[SUMMARY].note == "see the log"


def test_a_note_can_be_taken_away(begin, after):
    interview = after(begin(), Annotate(Remark("wrong")), DoNotKnow(), Back(), Annotate(Remark()))
    assert interview.answers[SUMMARY].note is None


def test_a_note_does_not_take_a_question_off_the_run(begin, half_done, after, asked):
    interview = begin(half_done.answers, selection=Selection.DEFERRED)
    noted = after(interview, Annotate(Remark("asked twice")), Proceed())
    assert asked(noted) == "arrived"
    assert asked(after(noted, "2026-01-06", Undo())) == "arrived"


def test_from_a_cell_one_comes_back_to_the_list_also_after_a_note_or_a_mistake(begin, after, asked):
    interview = after(begin(), *TO_THE_LIST, *TWO_ACTIONS)
    cell = Revisit(AnswerKey("actions.owner", (1,)), then=AnswerKey("actions"))
    assert asked(after(interview, cell, Annotate(Remark("a note")), "Jo")) == "actions"
    assert asked(after(interview, cell, "Jo", Undo(), "Bo")) == "actions"


def test_the_look_names_the_question_that_comes_next(begin, after):
    interview = after(begin(), "Late", "own", Goto("summary"))
    assert overview(interview).goes_on == "When was it promised?"


def test_a_number_is_that_of_the_look_over_everything(begin, after, asked):
    interview = after(begin(), "Late", "own", "2026-01-05")
    assert overview(interview).entries[2].key == AnswerKey("promised")
    assert asked(after(interview, Goto("3"))) == "promised"
    assert isinstance(interview.move(Goto("99")), Problem)


def test_a_list_is_no_answer_beside_those_in_it(begin, after):
    parts = overview(after(begin(), *TO_THE_LIST, *TWO_ACTIONS, False)).parts
    assert (parts[2].count(Status.ANSWERED), parts[2].count(Status.OPEN), parts[2].size) == (6, 1, 7)


def test_the_number_of_an_option_stands_for_the_option(loaded, begin, after):
    text = """
rootcause: 1
id: ways
version: 1.0.0
title: Ways
sections:
  - id: different
    part: different
    title: DIFFERENT
    questions:
      - id: options
        type: list
        role: options
        label: Ways
        ask: "Which ways are there?"
        hint: A quick one and a lasting one.
        each: [{id: what, type: text, ask: "What?", hint: With a verb.}]
      - {id: decision, type: text, ask: "Which way?", show: options}
"""
    interview = Interview.begin(loaded(text), clock=begin().clock)
    first = interview.prompt()
    assert (first.context, first.within) == ("Which ways are there? (Ways, 1)", (1, 1))
    assert first.hint == "A quick one and a lasting one. With a verb."
    decided = after(interview, "Turn it off", Add(), "Send a key", False)
    assert decided.prompt().preview("2") == "Send a key"
    assert decided.prompt().preview("Send") is None
    assert after(decided, "2").answers[AnswerKey("decision")].value == "Send a key"
    assert after(decided, "3").answers[AnswerKey("decision")].value == "3"
