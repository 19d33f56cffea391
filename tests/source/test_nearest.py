from __future__ import annotations

import pytest

from rootcause.source.nearest import nearest

NAMES = ["severity", "started", "summary", "due_date", "whys"]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("severty", "severity"),
        ("Severity", "severity"),
        ("due-date", "due_date"),
        ("due date", "due_date"),
        ("sumary", "summary"),
        ("why", "whys"),
        ("swhy", "whys"),
        ("colour", None),
        ("", None),
        ("x" * 10**6, None),
    ],
)
def test_the_nearest_word_is_the_one_that_was_meant(word: str, meant: str | None) -> None:
    assert nearest(word, NAMES) == meant


def test_there_is_none_among_none() -> None:
    assert nearest("severity", []) is None


def test_equal_ones_go_by_the_alphabet() -> None:
    assert nearest("due date", ["due_date", "due-date"]) == nearest("due date", ["due-date", "due_date"]) == "due-date"
    assert nearest("step_3", ["step_2", "step_1"]) == nearest("step_3", ["step_1", "step_2"])
