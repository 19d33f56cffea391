"""The whole default questionnaire from the start screen to the report, with every word that can be said on the way."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rootcause.terminal.commands import COMMANDS
from tests.walk.person import Person
from tests.walk.sitting_down import sits_down
from tests.walk.walk import BEGINNING, EDITED, PROBLEM, Walk

EXPECTED = Path(__file__).parent / "walked.json"
WORDS = {name.split()[0] for name in COMMANDS} - {"::"}  # that one begins an answer


@pytest.mark.parametrize(
    ("plain", "columns"), [(False, 80), (False, 40), (True, 40)], ids=["drawn-80", "drawn-40", "plain-40"]
)
def test_every_word_is_said_on_the_way_to_the_same_case(tmp_path, sit_down, plain, columns):
    walk = Walk()
    said: set[str] = set()
    for command in (BEGINNING, ("resume",)):  # `:quit` is one of the words
        person = sit_down(*command, plain=plain, columns=columns)
        while walk.goes_on(person):
            pass
        assert person.terminal.ends() == (0 if walk.finished else 130), person.terminal.screen()
        said.update(person.said)
    assert said == WORDS
    assert "Finished: " in person.terminal.scrolled()
    (folder,) = (tmp_path / "cases").iterdir()
    assert PROBLEM in (folder / "report.md").read_text(encoding="utf-8")
    assert without_times(folder / "case.json") == json.loads(EXPECTED.read_text(encoding="utf-8"))


@pytest.fixture
def sit_down(tmp_path):
    editor = tmp_path / "editor"
    editor.write_text(f'#!/bin/sh\nprintf "%s\\n" "{EDITED}" > "$1"\n')
    editor.chmod(0o700)
    sitting: list[Person] = []

    def sit_down(*arguments: str, plain: bool, columns: int) -> Person:
        environ = {"EDITOR": str(editor)}
        sitting.append(sits_down(tmp_path, *arguments, plain=plain, columns=columns, environ=environ))
        return sitting[-1]

    yield sit_down
    for one in sitting:
        one.terminal.close()


def without_times(path: Path) -> dict[str, object]:
    """What was said, without who said it when."""
    case = json.loads(path.read_text(encoding="utf-8"))
    answers = {
        key: {name: part for name, part in answer.items() if name not in ("when", "who")}
        for key, answer in case["answers"].items()
    }
    return {"title": case["title"], "at": case.get("at"), "answers": answers, "remarks": case.get("remarks")}
