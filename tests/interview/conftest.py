"""An interview over the questionnaire of a late delivery, on the first of January 2026 at noon."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rootcause.interview.answers import Answers
from rootcause.interview.interview import Interview
from rootcause.interview.prompt import Move
from rootcause.questionnaire.loader import load_questionnaire
from rootcause.questionnaire.model import Questionnaire
from rootcause.questionnaire.response.problem import Problem
from rootcause.source.text import SourceText

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


def load(text: str) -> Questionnaire:
    loaded = load_questionnaire(SourceText("test.yaml", text))
    assert loaded.questionnaire is not None, loaded.diagnostics
    return loaded.questionnaire


@pytest.fixture(scope="session")
def questionnaire() -> Questionnaire:
    return load((Path(__file__).parent / "files" / "late_delivery.yaml").read_text())


@pytest.fixture
def begin(questionnaire: Questionnaire) -> Callable[..., Interview]:
    def begin(answers: Answers | None = None, **more: object) -> Interview:
        return Interview.begin(questionnaire, answers, clock=lambda: NOON, zone=UTC, who="Jo", **more)

    return begin


@pytest.fixture
def loaded() -> Callable[[str], Questionnaire]:
    return load


@pytest.fixture
def after() -> Callable[..., Interview]:
    """Makes moves that must all be taken; a value that is no move is answered."""

    def after(interview: Interview, *moves: object) -> Interview:
        for move in moves:
            taken = interview.move(move) if isinstance(move, Move) else interview.answer(move)
            assert not isinstance(taken, Problem), (interview.prompt(), move, taken)
            interview = taken
        return interview

    return after


@pytest.fixture
def asked() -> Callable[[Interview], str | None]:
    """The key of the question that is asked now."""

    def asked(interview: Interview) -> str | None:
        prompt = interview.prompt()
        return None if prompt is None else str(prompt.key)

    return asked
