"""Every type of question, answered with keys through a pipe."""

from __future__ import annotations

from datetime import date

import pytest

from rootcause.interview.answers import AnswerKey
from rootcause.interview.interview import Interview
from rootcause.interview.prompt import Add, Back, Defer, DoNotKnow, Quit, Remove, Reply, Skip
from rootcause.questionnaire.response.problem import Problem

DOWN, UP, SHIFT_TAB, ENTER, ESCAPE = "\x1b[B", "\x1b[A", "\x1b[Z", "\r", "\x1b"
CLEAR = "\x05\x15"  # Ctrl-E, Ctrl-U
SUBMIT = ESCAPE + ENTER


@pytest.mark.parametrize(
    ("id", "keys", "move"),
    [
        ("summary", ["It broke" + ENTER], Reply("It broke")),
        ("who", ["Kim Ng" + ENTER], Reply("Kim Ng")),
        ("mail", ["kim@example.org" + ENTER], Reply("kim@example.org")),
        ("page", ["https://example.org" + ENTER], Reply("https://example.org")),
        ("users", ["12" + ENTER], Reply("12")),
        ("trust", ["4" + ENTER], Reply("4")),
        ("cost", ["90 EUR" + ENTER], Reply("90 EUR")),
        ("day", ["31 Jan 2026" + ENTER], Reply("31 Jan 2026")),
        ("began", ["2026-01-31 14:30" + ENTER], Reply("2026-01-31 14:30")),
        ("lasted", ["2 h" + ENTER], Reply("2 h")),
        ("story", ["one" + ENTER + "two" + SUBMIT], Reply("one\ntwo")),
        ("told", [ENTER], Reply(True)),
        ("told", [DOWN + ENTER], Reply(False)),
        ("carrier", [DOWN + ENTER], Reply("partner")),
        ("carrier", [DOWN * 3 + ENTER, "A drone" + ENTER], Reply({"other": "A drone"})),
        ("carrier", [DOWN * 3 + ENTER, SHIFT_TAB, ENTER], Reply("own")),
        ("carrier", [DOWN * 4 + ENTER], DoNotKnow()),
        ("seen", [" " + DOWN * 2 + " " + ENTER], Reply(["error", "wrong"])),
        ("seen", [" " + DOWN * 3 + " " + ENTER, "A smell" + ENTER], Reply(["error", {"other": "A smell"}])),
        ("seen", [DOWN * 4 + ENTER], Reply([])),
        ("notes", [ENTER], Add()),
        ("notes", [DOWN + ENTER], Reply(False)),
    ],
)
def test_each_type_is_answered_with_a_few_keys(person, prompt_of, id, keys, move):
    assert person.says(prompt_of(id), *keys) == move


@pytest.mark.parametrize("id", ["summary", "story", "told", "carrier", "seen", "day", "notes"])
def test_shift_tab_goes_back_from_every_kind_of_question(person, prompt_of, id):
    assert person.says(prompt_of(id), SHIFT_TAB) == Back()


@pytest.mark.parametrize("key", ["\x03", "\x04"], ids=["Ctrl-C", "Ctrl-D"])
@pytest.mark.parametrize("id", ["summary", "story", "told", "seen", "notes"])
def test_ctrl_c_and_ctrl_d_leave_from_every_kind_of_question(person, prompt_of, id, key):
    assert person.says(prompt_of(id), key) == Quit()


@pytest.mark.parametrize(
    ("typed", "move"),
    [
        (":skip", Skip()),
        (":unknown", DoNotKnow()),
        (":back", Back()),
        (":quit", Quit()),
        (":ask Kim Ng", Defer("Kim Ng")),
        (":ask Kim 2026-02-03", Defer("Kim", date(2026, 2, 3))),
        ("::skip", Reply(":skip")),
    ],
)
def test_words_that_begin_with_a_colon_say_something_else_than_an_answer(person, prompt_of, typed, move):
    assert person.says(prompt_of("summary"), typed + ENTER) == move
    assert person.says(prompt_of("story"), typed + SUBMIT) == move


@pytest.mark.parametrize(
    ("keys", "move"),
    [
        ([":unknown" + ENTER], DoNotKnow()),
        ([":ask Kim" + ENTER], Defer("Kim")),
        ([":-)" + ENTER, CLEAR + "one" + SUBMIT], Reply("one")),
        (["::-)" + ENTER + "two" + SUBMIT], Reply(":-)\ntwo")),
        (["one" + ENTER + ":unknown" + SUBMIT], DoNotKnow()),
        (["one" + ENTER + "::unknown" + ENTER + "three" + SUBMIT], Reply("one\n:unknown\nthree")),
    ],
    ids=["a word", "with a name", "no word", "a literal colon", "in the last line", "a literal word"],
)
def test_enter_ends_a_paragraph_whose_last_line_is_a_word_and_no_other(person, prompt_of, keys, move):
    assert person.says(prompt_of("story"), *keys) == move


@pytest.mark.parametrize(
    ("id", "before", "keys", "words"),
    [
        ("summary", "It broke", ENTER, "answered before; Enter keeps it"),
        ("story", "It broke", SUBMIT, "answered before; Esc and then Enter keeps it"),
        ("carrier", "post", ENTER, "answered before; Enter keeps it"),
        ("notes", [], ENTER, "answered before; Enter keeps it"),
    ],
)
def test_an_earlier_answer_is_said_to_be_kept_and_is(person, prompt_of, id, before, keys, words):
    kept = False if id == "notes" else before
    assert person.says(prompt_of(id, **{id: before}), keys) == Reply(kept)
    assert words in person.written()


def test_help_gives_an_earlier_answer_back(person, prompt_of):
    prompt = prompt_of("summary", summary="It broke")
    assert person.says(prompt, CLEAR + ":help" + ENTER, ENTER) == Reply("It broke")


def test_help_lists_the_words_and_asks_again(person, prompt_of):
    assert person.says(prompt_of("summary"), ":help" + ENTER, "It broke" + ENTER) == Reply("It broke")
    assert ":ask NAME [DATE]" in person.written()


def test_an_unknown_word_is_explained_and_stays_to_be_mended(person, prompt_of):
    move = person.says(prompt_of("summary"), ":skp" + ENTER, CLEAR + ":skip" + ENTER)
    assert move == Skip()
    assert "Did you mean :skip?" in person.written()


@pytest.mark.parametrize(
    ("keys", "move"),
    [
        (["Kim" + ENTER, ENTER], Defer("Kim")),
        (["Kim" + ENTER, "soon" + ENTER, CLEAR + "2026-02-03" + ENTER], Defer("Kim", date(2026, 2, 3))),
        ([":wo" + ENTER, CLEAR + ":help" + ENTER, "Kim" + ENTER, ENTER], Defer("Kim")),
        ([":quit" + ENTER], Quit()),
        ([SHIFT_TAB, ENTER], Reply(True)),
    ],
    ids=["no day", "a day, at the second attempt", "after help", "leaves", "thinks better of it"],
)
def test_ask_someone_else_says_who_and_until_when(person, prompt_of, keys, move):
    assert person.says(prompt_of("told"), DOWN * 3 + ENTER, *keys) == move


def test_only_an_optional_question_offers_to_skip(person, prompt_of):
    person.says(prompt_of("told"), ENTER)
    assert "Skip" not in person.written()
    person.says(prompt_of("notes"), ENTER)
    assert "Skip" in person.written()


def test_enter_alone_skips_an_optional_question_and_no_other(person, prompt_of):
    assert person.says(prompt_of("cost"), ENTER) == Skip()
    assert person.says(prompt_of("summary"), ENTER) == Reply("")


@pytest.mark.parametrize(
    ("id", "before", "keys", "move"),
    [
        ("summary", "It broke", [" again" + ENTER], Reply("It broke again")),
        ("summary", ":-)", [ENTER], Reply(":-)")),
        ("story", "one\ntwo", [SUBMIT], Reply("one\ntwo")),
        ("users", "12", [ENTER], Reply("12")),
        ("cost", "1,200.50 USD", [ENTER], Reply("1200.50 USD")),
        ("began", "2026-01-31 14:30 +01:00", [ENTER], Reply("2026-01-31 14:30 +01:00")),
        ("lasted", "90 min", [ENTER], Reply("1 h 30 min")),
        ("told", False, [ENTER], Reply(False)),
        ("carrier", "post", [ENTER], Reply("post")),
        ("carrier", {"other": "A drone"}, [ENTER, "s" + ENTER], Reply({"other": "A drones"})),
        ("seen", ["slow", {"other": "A smell"}], [ENTER], Reply(["slow", {"other": "A smell"}])),
    ],
)
def test_an_earlier_answer_stands_there_to_be_kept_or_changed(person, prompt_of, id, before, keys, move):
    assert person.says(prompt_of(id, **{id: before}), *keys) == move


def test_a_refused_answer_stands_there_to_be_mended_with_the_reason(person, prompt_of):
    prompt = prompt_of("users")
    person.says(prompt, "12x" + ENTER)
    move = person.says(prompt, "\x7f" + ENTER, problem=Problem('"12x" is not a number', "write it in digits"))
    assert move == Reply("12")
    assert '"12x" is not a number. Write it in digits.' in person.written()


def test_a_pasted_block_becomes_one_line_and_does_not_answer(person, prompt_of):
    pasted = "\x1b[200~first\r\n  second\nthird\n\x1b[201~"
    assert person.says(prompt_of("summary"), pasted + ENTER) == Reply("first second third")


def test_a_pasted_block_keeps_its_lines_in_a_paragraph(person, prompt_of):
    assert person.says(prompt_of("story"), "\x1b[200~first\r\nsecond\x1b[201~" + SUBMIT) == Reply("first\nsecond")


def test_pasted_text_picks_nothing_in_a_list(person, prompt_of):
    assert person.says(prompt_of("carrier"), "\x1b[200~the\rpost\r\x1b[201~" + ENTER) == Reply("own")


def test_an_answered_question_leaves_one_line(person, prompt_of):
    person.says(prompt_of("summary"), "It broke" + ENTER)
    person.says(prompt_of("carrier"), ENTER)
    person.says(prompt_of("notes"), DOWN + ENTER)
    assert person.screen() == [
        "── WHAT happened ──────────────────────────────────────────────────────────────",
        " ✓ Summary  It broke",
        " ✓ Who carried it?  Our own van",
        "── WHY it happened ────────────────────────────────────────────────────────────",
        " ✓ Anything else to note?  none",
    ]


def test_a_long_answer_still_leaves_one_line(narrow_person, prompt_of):
    narrow_person.says(prompt_of("story"), "word " * 40 + ENTER + "and more" + SUBMIT)
    assert narrow_person.screen() == [" ✓ Tell the story.  word word word w..."]


def test_going_back_takes_the_line_away_also_over_the_title_of_a_section(person, prompt_of):
    person.says(prompt_of("who"), "Kim" + ENTER)
    person.says(prompt_of("notes"), SHIFT_TAB)
    person.says(prompt_of("who"), "Jo" + ENTER)
    assert [line.strip("─ ") for line in person.screen()] == ["WHAT happened", "✓ Who saw it?  Jo"]


def test_text_of_the_questionnaire_and_of_people_cannot_act_on_the_terminal(person, every_type, interview):
    broken = interview.answer("x \x1b]0;title\x07 \u202e y", key=AnswerKey("summary"))
    prompt = broken.revisit(AnswerKey("summary")).prompt()
    person.says(prompt, ENTER)
    assert "\x1b]0;" not in person.written()
    assert "\u202e" not in person.written()


def test_rows_so_far_stand_above_the_question_for_more(person, interview):
    given = [{"what": "Call the garage", "owner": "Kim", "due": "2026-03-01"}]
    prompt = interview.answer(given, key=AnswerKey("actions")).revisit(AnswerKey("actions")).prompt()
    assert person.says(prompt, DOWN + ENTER) == Add()
    assert "1  Call the garage; Owner: Kim; due: 1 March 2026" in person.written()
    assert person.says(prompt, DOWN * 3 + ENTER, ENTER) == Remove((1,))
    assert person.says(prompt, DOWN * 3 + ENTER, SHIFT_TAB, ENTER) == Reply(False)


def test_one_more_cause_goes_below_the_rung_that_is_picked(person, interview: Interview):
    causes = [{"because": "A", "fixable": False, "why": [{"because": "B", "fixable": True}]}]
    prompt = interview.answer(causes, key=AnswerKey("whys")).revisit(AnswerKey("whys")).prompt()
    assert person.says(prompt, DOWN + ENTER, DOWN * 2 + ENTER) == Add((1, 1))
    assert person.says(prompt, DOWN + ENTER, ENTER) == Add(())
