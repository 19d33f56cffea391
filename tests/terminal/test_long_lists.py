"""Lists of more lines than anybody wants to walk through."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from prompt_toolkit.formatted_text import fragment_list_to_text

from rootcause.interview.answers import AnswerKey
from rootcause.interview.interview import Interview
from rootcause.interview.prompt import Back, DoNotKnow, Prompt, Reply
from rootcause.questionnaire.loader import load_questionnaire
from rootcause.source.text import SourceText
from rootcause.terminal.drawn.listing import Listing, is_long
from rootcause.terminal.offers import Offer
from rootcause.terminal.theme import PLAIN_SIGNS

DOWN, UP, SHIFT_TAB, ENTER, BACKSPACE, TAB = "\x1b[B", "\x1b[A", "\x1b[Z", "\r", "\x7f", "\t"
COUNT = 1000


@pytest.fixture
def long_list():
    """The prompt of a question with a thousand choices, one of them with letters beyond ASCII."""
    choices = ", ".join(f"c{number}: Depot {number}{' Zürich' if number == 77 else ''}" for number in range(COUNT))
    questions = "".join(
        f'      - {{id: {id}, ask: "Which?", type: {id}, choices: {{{choices}}}}}\n' for id in ("choice", "choices")
    )
    head = "rootcause: 1\nid: long\nversion: 1.0.0\ntitle: Long\nsections:\n  - id: a\n    title: A\n    questions:\n"
    loaded = load_questionnaire(SourceText("long.yaml", head + questions))
    assert loaded.questionnaire is not None, loaded.diagnostics
    begun = Interview.begin(loaded.questionnaire, clock=lambda: datetime(2026, 1, 31, tzinfo=UTC))

    def prompt(id: str, **answers: str) -> Prompt:
        after = begun
        for name, raw in answers.items():
            after = after.answer(raw, key=AnswerKey(name))
        found = after.revisit(AnswerKey(id)).prompt()
        assert found is not None
        return found

    return prompt


@pytest.mark.parametrize(
    ("id", "keys", "move"),
    [
        ("choice", "depot 998" + ENTER, Reply("c998")),
        ("choice", "ZÜRICH" + ENTER, Reply("c77")),
        ("choice", "99" + DOWN + ENTER, Reply("c199")),
        ("choice", "99x" + BACKSPACE + ENTER, Reply("c99")),
        ("choice", UP * 3 + ENTER, DoNotKnow()),
        ("choice", "nothing like it" + ENTER + SHIFT_TAB, Back()),
        ("choices", "998 " + BACKSPACE * 3 + " " + ENTER, Reply(["c9", "c998"])),
        ("choice", "depot 9:unknown" + ENTER, DoNotKnow()),
        ("choice", "depot 998:unk" + "\x1b" + ENTER, Reply("c998")),
        ("choices", TAB + "\x01" + " " + ENTER, Reply(["c0"])),
    ],
    ids=[
        "letters",
        "capitals",
        "and arrows",
        "mended",
        "the last lines",
        "nothing",
        "several",
        "a word",
        "no word",
        "never all at once",
    ],
)
def test_typing_narrows_the_list(person, long_list, id, keys, move):
    assert person.says(long_list(id), keys) == move


def test_only_what_fits_is_drawn_and_the_rest_is_counted(person, long_list):
    assert person.says(long_list("choice", choice="c500"), ENTER) == Reply("c500")
    assert "Depot 500" in person.written()
    assert person.written().count("Depot") < 100
    assert "more above" in person.written()
    assert "more below" in person.written()


@pytest.mark.parametrize(
    ("own", "rows", "narrowed"),
    [(9, 50, False), (10, 50, True), (8, 24, False), (9, 24, True), (2, 6, False), (5, 12, True)],
)
def test_a_list_is_narrowed_by_typing_when_it_is_long_or_fills_a_third_of_the_screen(own, rows, narrowed):
    offers = [Offer(f"Depot {number}", Reply(number)) for number in range(own)]
    aside = [Offer("I don't know", DoNotKnow(), aside=True), Offer("Back", Back(), aside=True)]
    assert is_long([*offers, *aside], rows) is narrowed


def test_where_nothing_is_found_nothing_can_be_picked_until_a_letter_is_taken_back():
    listing = Listing([Offer("Depot 1", Reply(1))], PLAIN_SIGNS, several=False, long=True)
    listing.narrow("Depot 1x")
    assert fragment_list_to_text(listing.draw(80, 10)) == " Depot 1x: nothing like it, Esc shows all again"
    assert listing.pointed is None
    listing.widen()
    assert fragment_list_to_text(listing.draw(80, 10)) == " Depot 1\n > Depot 1"
    assert listing.pointed == 0
