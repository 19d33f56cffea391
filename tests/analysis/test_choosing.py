"""The option that a decision names, by its number or in a few words; none in doubt."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rootcause.analysis.analysis import Analysis
from rootcause.analysis.choosing import chosen, is_number_only

Analysed = Callable[..., Analysis]
WAYS = ["Refund each late parcel", "Run the sorter until 22:00", "Move to a second depot", "Call the customers"]


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        ("2", [2]),
        ("2.", [2]),
        ("No. 3", [3]),
        ("Option 2", [2]),
        ("1 and 3", [1, 3]),
        ("ways 3, 1", [1, 3]),
        ("9", []),
        ("Run the sorter until 22:00.", [2]),
        ("run the sorter", [2]),
        ("The second depot", [3]),
        ("We run the sorter until 22:00 because the people are there", [2]),
        ("Not the second depot", []),
        ("Call customers, and a second depot", []),
        ("3 people are hired", []),
        ("Something else", []),
    ],
)
def test_a_decision_names_an_option(analysed: Analysed, decision: str, expected: list[int]) -> None:
    ways = [{"what": way, "kind": "lasting"} for way in WAYS]
    assert [one.number for one in chosen(analysed(ways=ways, chosen=decision))] == expected


def test_the_whole_words_of_an_option_are_that_option(analysed: Analysed) -> None:
    ways = [{"what": way, "kind": "quick"} for way in ("Do not ship", "Ship")]
    assert [one.number for one in chosen(analysed(ways=ways, chosen="do not ship"))] == [1]


def test_without_a_decision_none_is_chosen(analysed: Analysed) -> None:
    assert chosen(analysed(ways=[{"what": "Ship", "kind": "quick"}])) == ()


@pytest.mark.parametrize(
    ("text", "expected"), [("Weg 2", True), ("Lösungen 1 und 3", True), ("2 Wochen warten", False), ("Weg", False)]
)
def test_numbers_are_known_in_german_too(text: str, expected: bool) -> None:
    assert is_number_only(text, "de") is expected
