"""Two hundred pasted lines full of terminal sequences: one answer, shown harmlessly, and nothing else answered."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.walk.person import Person
from tests.walk.sitting_down import sits_down

BEGIN, END = "\x1b[200~", "\x1b[201~"
COLOUR, CLIPBOARD, CLEAR, BACKWARDS = "\x1b[41;5m", "\x1b]52;c;aGk=\x07", "\x1b[2J\x1b[9;9H", "\u202e"
LINES = [f"{COLOUR}{CLIPBOARD}{CLEAR}{BACKWARDS}{END if n in (50, 120) else ''} line {n} ends" for n in range(1, 201)]
KEYBOARD = "\r".join(LINES)  # a terminal pastes line breaks as Enter
HERE = Path(__file__).parent


@pytest.fixture
def sit_down(tmp_path):
    """Somebody at the first of the questions, or at that with `story` to come next."""
    sitting: list[Person] = []

    def sit_down(*arguments: str, plain: bool) -> Person:
        shutil.copy(HERE / "pasted.yaml", tmp_path)
        person = sits_down(tmp_path, "triage", "-Q", "pasted.yaml", *arguments, plain=plain)
        sitting.append(person)
        person.begins()
        return person

    yield sit_down
    for one in sitting:
        one.terminal.close()


@pytest.fixture
def answers(tmp_path):
    def answers() -> dict[str, str]:
        (case,) = (tmp_path / "cases").glob("*/case.json")
        given = json.loads(case.read_text(encoding="utf-8"))["answers"]
        return {key: answer["value"] for key, answer in given.items()}

    return answers


@pytest.mark.parametrize("marked", [True, False], ids=["bracketed", "unbracketed"])
@pytest.mark.parametrize("plain", [False, True], ids=["drawn", "plain"])
def test_a_paste_at_a_text_is_one_answer(sit_down, answers, plain, marked):
    person = sit_down(plain=plain)
    person.asked("What happened?")
    paste(person, marked=marked)
    person.terminal.sends("\r")
    person.asked("Tell the story.")
    assert set(answers()) == {"summary"}
    assert without_marks(answers()["summary"]) == without_marks(" ".join(LINES))
    nothing_reached_the_terminal(person)


@pytest.mark.parametrize("marked", [True, False], ids=["bracketed", "unbracketed"])
@pytest.mark.parametrize("plain", [False, True], ids=["drawn", "plain"])
def test_a_paste_at_a_paragraph_is_one_answer(sit_down, answers, plain, marked):
    person = sit_down("--set", "summary=It broke", plain=plain)
    person.asked("Tell the story.")
    paste(person, marked=marked)
    person.terminal.sends("\r.\r" if plain else "\x1b\r")
    person.asked("Who told us?")
    assert set(answers()) == {"summary", "story"}
    assert without_marks(answers()["story"]) == without_marks("\n".join(LINES))
    nothing_reached_the_terminal(person)


@pytest.mark.parametrize("plain", [False, True], ids=["drawn", "plain"])
def test_what_was_pasted_is_shown_harmlessly_when_one_comes_back_to_it(sit_down, plain):
    person = sit_down(plain=plain)
    person.asked("What happened?")
    paste(person, marked=True)
    person.terminal.sends("\r")
    person.asked("Tell the story.")
    answered = len(person.terminal.written)
    person.word(":back")
    person.asked("What happened?")
    person.shows("\\u{1b}]52;c" if plain else "line 200 ends")
    assert BACKWARDS not in person.terminal.written[answered:].decode()
    nothing_reached_the_terminal(person)


def paste(person: Person, *, marked: bool) -> None:
    person.terminal.sends(f"{BEGIN}{KEYBOARD}{END}" if marked else KEYBOARD)
    person.shows("line 200 ends")


def without_marks(text: str) -> str:
    return text.replace(BEGIN, "").replace(END, "")


def nothing_reached_the_terminal(person: Person) -> None:
    written = person.terminal.written.decode()
    for sequence in (COLOUR, "\x1b]52", CLEAR):
        assert sequence not in written
