"""A questionnaire with everything the analysis reads."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rootcause.analysis.analysis import Analysis, analyse
from rootcause.analysis.record import Record

Recorded = Callable[..., Record]
Analysed = Callable[..., Analysis]


@pytest.fixture(scope="session")
def recorded(record_of: Callable[..., Record]) -> Recorded:
    text = (Path(__file__).parent / "questionnaire.yaml").read_text(encoding="utf-8")

    def build(not_asked: tuple[str, ...] = (), **answers: Any) -> Record:
        return record_of(text, {"summary": "It broke", **answers}, not_asked=not_asked)

    return build


@pytest.fixture(scope="session")
def analysed(recorded: Recorded) -> Analysed:
    return lambda **answers: analyse(recorded(**answers))
