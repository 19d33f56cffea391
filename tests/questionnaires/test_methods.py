"""`docs/methods.md` has a row for each point of the methods, and every question that it names exists."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from rootcause.questionnaire.loader import beside, load_questionnaire
from rootcause.questionnaire.model import Questionnaire
from rootcause.source.text import SourceText

ROOT = Path(__file__).parents[2]
CODE = re.compile(r"`([^`]+)`")
ROW = re.compile(
    r"^\| (?P<id>[TOCRG]\d+[ab]?) \| (?P<point>[^|]+) \| `(?P<questionnaire>[^`|]+)` \| (?P<questions>[^|]+) \|$"
)

POINTS = (
    *(f"T{number}" for number in range(1, 25)),
    *("T9a", "T9b", "T19a", "T20a", "T22a"),
    *(f"O{number}" for number in range(1, 15)),
    *(f"C{number}" for number in range(1, 8)),
    *(f"R{number}" for number in range(1, 8)),
    *(f"G{number}" for number in range(1, 7)),
    *("G3a", "G3b"),
)


@dataclass(frozen=True)
class Row:
    """One point of a method, and the questions that ask for it."""

    id: str
    questionnaire: str
    questions: tuple[str, ...]


def read_rows() -> tuple[Row, ...]:
    lines = (ROOT / "docs" / "methods.md").read_text(encoding="utf-8").splitlines()
    found = (ROW.match(line) for line in lines)
    return tuple(
        Row(row["id"], row["questionnaire"], tuple(CODE.findall(row["questions"]))) for row in found if row is not None
    )


def load(name: str) -> Questionnaire:
    path = ROOT / "questionnaires" / f"{name}.yaml"
    questionnaire = load_questionnaire(SourceText.read(path), resolve=beside(path)).questionnaire
    assert questionnaire is not None, f"{name} does not load"
    return questionnaire


def names(questionnaire: Questionnaire) -> set[str]:
    """The ids of all questions; those of rows and rungs as `list.item`."""
    items = {f"{question.id}.{item.id}" for question in questionnaire.questions.values() for item in question.each}
    return items | set(questionnaire.questions)


ROWS = read_rows()


def test_each_point_has_exactly_one_row():
    assert Counter(row.id for row in ROWS) == Counter(POINTS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_each_row_names_a_question(row: Row):
    assert row.questions


@pytest.mark.parametrize("name", sorted({row.questionnaire for row in ROWS}))
def test_every_question_that_a_row_names_exists(name: str):
    known = names(load(name))
    named = {question for row in ROWS if row.questionnaire == name for question in row.questions}
    assert named <= known
