"""Mistakes that were planted in real questionnaires are found, each where it was planted."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path

import pytest

from rootcause.lint.finding import Finding
from rootcause.lint.linter import lint
from rootcause.lint.selection import select
from rootcause.lint.settings import Settings
from rootcause.questionnaire.loader import beside
from rootcause.source.text import SourceText
from tests.lint.planting import EDITS, INSERTS, plant

FOLDER = Path(__file__).parents[2] / "questionnaires"
FILES = tuple(sorted(FOLDER.glob("*.yaml")))
KINDS = len(EDITS) + len(INSERTS)


@cache
def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def findings(path: Path, text: str) -> tuple[Finding, ...]:
    return lint(SourceText(str(path), text), select(Settings()), resolve=beside(path))


def name(kind: int) -> str:
    rule = EDITS[kind][0] if kind < len(EDITS) else INSERTS[kind - len(EDITS)][0]
    return f"{kind}-{rule}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_nothing_is_found_where_nothing_was_planted(path: Path):
    assert findings(path, read(path)) == ()


@pytest.mark.parametrize("kind", range(KINDS), ids=name)
def test_what_was_planted_is_found_at_its_line_and_column(kind: int):
    chance = random.Random(kind)
    planted = [(path, found) for path in FILES if (found := plant(read(path), kind, chance)) is not None]
    assert planted
    for path, one in chance.sample(planted, min(2, len(planted))):
        told = [
            (found.name, found.region.line, found.region.column)
            for found in findings(path, one.text)
            if found.path == str(path)
        ]
        assert (one.rule, one.line, one.column) in told, path.stem


def test_there_are_many_kinds():
    assert KINDS >= 60
