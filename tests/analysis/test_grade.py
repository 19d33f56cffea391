"""Which answers have a place between a lowest and a highest."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from rootcause.analysis.grade import Grade, grade

HEAD = "{rootcause: 1, id: q, version: 1.0.0, title: Q, sections: [{id: s, title: S, questions: [{id: q, ask: How, "
FALLING = "choices: {high: High, medium: Medium, low: Low}}"


@pytest.mark.parametrize(
    ("question", "answer", "expected"),
    [
        pytest.param("type: scale}", "4", Grade(3, 5, "1", "5"), id="a scale goes from 1 to 5"),
        pytest.param(
            "type: scale, min: 0, max: 10, labels: {0: none, 10: full}}", "5", Grade(5, 11, "none", "full"), id="ends"
        ),
        pytest.param(f"type: choice, {FALLING}", "high", Grade(2, 3, "Low", "High"), id="listed from the highest"),
        pytest.param("type: choice, choices: {small: S, large: L}}", "small", Grade(0, 2, "S", "L"), id="two of them"),
        pytest.param("type: choice, choices: {red: Red, green: Green}}", "red", None, id="no known order"),
        pytest.param(f"type: choice, other: true, {FALLING}", {"value": {"other": "So so"}}, None, id="other"),
        pytest.param("type: integer}", "4", None, id="a number without an end"),
        pytest.param("type: scale}", {"state": "unknown"}, None, id="not known"),
    ],
)
def test_an_answer_with_an_order_has_a_grade(
    record_of: Callable[..., Any], question: str, answer: Any, expected: Grade | None
) -> None:
    record = record_of(f"{HEAD}{question}]}}]}}", {"q": answer})
    assert grade(record, record.statements[0]) == expected


def test_a_grade_has_a_level_and_the_middle_of_its_share() -> None:
    assert (Grade(1, 3, "", "").level, Grade(0, 3, "", "").middle) == (0.5, pytest.approx(1 / 6))
