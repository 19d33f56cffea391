from __future__ import annotations

from collections.abc import Callable

import pytest

from rootcause.analysis.analysis import Analysis

Analysed = Callable[..., Analysis]

BRANCHES = [
    {
        "because": "The depot was not told",
        "why": [
            {"because": "The form has no field for it", "proof": {"value": "The form", "sure": "fact"}},
            {"because": {"state": "unknown"}},
        ],
    },
    {"because": "The van was full"},
]


def test_rungs_form_a_tree_and_keep_the_numbers_of_the_interview(analysed: Analysed) -> None:
    (tree,) = analysed(whys=BRANCHES).causes
    assert [(cause.number, cause.text) for cause in tree.walk()] == [
        ("1", "The depot was not told"),
        ("1.1", "The form has no field for it"),
        ("1.2", ""),
        ("2", "The van was full"),
    ]


def test_a_root_cause_is_known_and_has_nothing_below_it(analysed: Analysed) -> None:
    assert [cause.number for cause in analysed(whys=BRANCHES).root_causes] == ["1.1", "2"]


def test_below_the_deepest_known_cause_nobody_knows_further(analysed: Analysed) -> None:
    ladder = [{"because": "It rained", "why": [{"because": {"state": "unknown"}}]}]
    analysis = analysed(whys=ladder)
    assert analysis.root_causes == ()
    assert [cause.text for cause in analysis.deepest_known_causes] == ["It rained"]


def test_the_numbers_of_a_second_tree_start_with_a_letter(analysed: Analysed) -> None:
    analysis = analysed(whys=[{"because": "It fell"}], more_whys=[{"reason": "Nobody was near"}])
    assert [cause.number for cause in analysis.root_causes] == ["1", "B1"]


def test_the_first_question_of_a_rung_is_the_cause_when_none_is_called_so(analysed: Analysed) -> None:
    assert [cause.text for cause in analysed(more_whys=[{"reason": "Late shift"}]).root_causes] == ["Late shift"]


@pytest.mark.parametrize("ladder", [[], {"state": "unknown"}], ids=["no rungs", "not known"])
def test_without_a_rung_there_is_no_tree(analysed: Analysed, ladder: object) -> None:
    assert analysed(whys=ladder).causes == ()
