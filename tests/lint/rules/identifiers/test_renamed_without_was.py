"""A question under a new id is recognised by its type and its words."""

from __future__ import annotations

import pytest

from rootcause.lint.finding import Finding
from tests.lint.examples import files, findings

OLD = '- {id: noticed, type: date, ask: "On which day was it noticed for the first time?"}\n'
ROWS = '- {id: parcels, type: list, ask: "Which parcels?", each: [{id: %s, type: text, ask: "Which number?"}]}\n'


def renamed(now: str, before: str = OLD) -> list[Finding]:
    return [
        found
        for found in findings(f"{now}\n# file: before/example.yaml\n{before}")
        if found.name == "renamed-without-was"
    ]


def mended(now: str, before: str = OLD) -> str:
    """The questionnaire with the edit of the one finding."""
    (found,) = renamed(now, before)
    assert found.mend is not None
    assert found.mend.safe
    (edit,) = found.mend.replacements
    text = files(now)["example.yaml"]
    return text[: edit.region.start] + edit.text + text[edit.region.end :]


@pytest.mark.parametrize(
    "ask",
    ["On which day was it noticed for the first time?", "On which day was it seen for the first time?"],
)
def test_the_same_question_with_another_id_is_told(ask: str):
    (found,) = renamed(f'- {{id: seen_on, type: date, ask: "{ask}"}}\n')
    assert found.message == '"seen_on" was "noticed" before, and its saved answers would not move along'
    assert found.help == "write was: noticed"


@pytest.mark.parametrize(
    "now",
    [
        pytest.param(OLD, id="the id is still there"),
        pytest.param(OLD + OLD.replace("noticed,", "seen_on,"), id="a further question with the same words"),
        pytest.param(OLD.replace("noticed,", "seen_on, was: noticed,"), id="was says it"),
        pytest.param(
            OLD.replace("noticed,", "seen_on, was: noticed,") + OLD.replace("noticed,", "again_on,"),
            id="was says it of one of two",
        ),
        pytest.param(OLD.replace("noticed, type: date", "seen_on, type: text"), id="its answers are of another type"),
        pytest.param('- {id: seen_on, type: date, ask: "By which day must it be done?"}\n', id="another question"),
        pytest.param('- {id: other, type: text, ask: "What else?"}\n', id="taken out"),
    ],
)
def test_what_is_no_renaming_is_not_told(now: str):
    assert not renamed(now)


def test_of_two_new_questions_the_one_with_the_same_words_is_meant():
    now = (
        '- {id: a, type: date, ask: "On which day was it noticed for the second time?"}\n'
        '- {id: b, type: date, ask: "On which day was it noticed for the first time?"}\n'
    )
    assert [found.message.split(" was ")[0] for found in renamed(now)] == ['"b"']


def test_an_id_that_has_changed_before_has_two_former_ones():
    (found,) = renamed(OLD.replace("noticed,", "seen_on, was: spotted,"))
    assert (found.help, found.mend) == ("write was: [spotted, noticed]", None)


def test_a_question_of_a_row_is_recognised_too():
    (found,) = renamed(ROWS % "number", ROWS % "label")
    assert found.help == "write was: label"
    assert not renamed(ROWS % "number", ROWS % "number")


def test_was_is_written_behind_the_id_in_braces():
    assert "- {id: seen_on, was: noticed, type: date" in mended(OLD.replace("noticed,", "seen_on,"))


def test_was_is_written_on_a_line_of_its_own_below_the_id():
    now = "- type: date\n  id: seen_on  # once noticed\n  ask: On which day was it noticed for the first time?\n"
    assert "        id: seen_on  # once noticed\n        was: noticed\n        ask:" in mended(now)


def test_a_line_ends_like_the_others():
    now = "- type: date\n  id: seen_on\n  ask: On which day was it noticed for the first time?\n"
    assert "id: seen_on\r\n        was: noticed\r\n" in mended(now.replace("\n", "<CR>\n"))


def test_a_version_before_that_cannot_be_read_says_nothing():
    assert not renamed(OLD.replace("noticed,", "seen_on,"), "rootcause: 1\nsections: [\n")
