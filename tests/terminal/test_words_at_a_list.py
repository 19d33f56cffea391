"""A colon at a list opens a line for words; nothing that is typed there can become an answer."""

from __future__ import annotations

from datetime import date

import pytest

from rootcause.interview.answers import AnswerKey
from rootcause.interview.prompt import Add, Back, Defer, DoNotKnow, Quit, Reply, Skip

DOWN, SHIFT_TAB, ENTER, ESCAPE, BACKSPACE = "\x1b[B", "\x1b[Z", "\r", "\x1b", "\x7f"
LISTS = ["told", "carrier", "seen", "whys", "notes"]


@pytest.mark.parametrize(
    ("word", "move"),
    [
        (":unknown", DoNotKnow()),
        (":skip", Skip()),
        (":back", Back()),
        (":quit", Quit()),
        (":ask Kim", Defer("Kim")),
        (":ask Kim 2026-12-05", Defer("Kim", date(2026, 12, 5))),
        (":ski" + BACKSPACE + "kip" + BACKSPACE * 3 + "ip", Skip()),
    ],
)
@pytest.mark.parametrize("id", LISTS)
def test_a_word_does_what_it_says(person, prompt_of, id, word, move):
    assert person.says(prompt_of(id), word + ENTER) == move


@pytest.mark.parametrize(
    ("id", "typed", "move"),
    [
        ("told", "n", Reply(False)),
        ("told", "NO", Reply(False)),
        ("told", "2", Reply(False)),
        ("carrier", "post", Reply("post")),
        ("carrier", "i d", DoNotKnow()),
        ("told", "nx" + BACKSPACE, Reply(False)),
        ("told", "nx\x15y", Reply(True)),
    ],
    ids=["a letter", "capitals", "its place", "within the line", "with a blank", "mended", "cleared"],
)
def test_what_is_typed_finds_a_line(person, prompt_of, id, typed, move):
    assert person.says(prompt_of(id), typed + ENTER) == move


@pytest.mark.parametrize("typed", ["yesterday 16:30", "It began when the van broke down", "9"])
@pytest.mark.parametrize("id", LISTS)
def test_what_is_typed_ahead_of_a_list_answers_nothing(person, prompt_of, id, typed):
    assert person.says(prompt_of(id), typed + ENTER + SHIFT_TAB) == Back()


def test_who_ends_a_text_by_habit_does_not_answer_a_list(person, prompt_of):
    assert person.says(prompt_of("told"), ESCAPE + ENTER + DOWN + ENTER) == Reply(False)


def test_escape_goes_back_also_when_shift_tab_follows(person, prompt_of):
    assert person.says(prompt_of("carrier"), ":un" + ESCAPE + SHIFT_TAB) == Back()


def test_a_paste_into_the_line_stays_one_line(person, prompt_of):
    assert person.says(prompt_of("carrier"), ":\x1b[200~ask\nKim\x1b[201~" + ENTER) == Defer("Kim")


@pytest.mark.parametrize("key", ["\x03", "\x04"], ids=["Ctrl-C", "Ctrl-D"])
def test_the_line_can_be_left_like_every_other(person, prompt_of, key):
    assert person.says(prompt_of("carrier"), ":un" + key) == Quit()


def test_a_word_counts_also_where_a_row_is_picked_out(person, interview):
    given = [{"what": "Call", "owner": "Kim", "due": "2026-03-01"}]
    prompt = interview.answer(given, key=AnswerKey("actions")).revisit(AnswerKey("actions")).prompt()
    take_one_away = DOWN * 2 + ENTER
    assert person.says(prompt, take_one_away, ":quit" + ENTER) == Quit()
    assert person.says(prompt, take_one_away, ":back" + ENTER, DOWN + ENTER) == Add()


@pytest.mark.parametrize("id", ["summary", "story", "told", "seen", "notes"])
def test_the_line_of_keys_names_the_words(person, prompt_of, id):
    person.says(prompt_of(id), SHIFT_TAB)
    assert ":unknown when you do not know" in person.written()
    assert ":help" in person.written()
