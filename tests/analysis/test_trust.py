from __future__ import annotations

from collections.abc import Callable

from rootcause.analysis.analysis import Analysis

Analysed = Callable[..., Analysis]


def rows(analysis: Analysis) -> list[tuple[str, dict[str, str]]]:
    return [(row.label, {stage: one.text for stage, one in row.stages.items()}) for row in analysis.trust]


def test_equal_labels_share_a_row(analysed: Analysed) -> None:
    analysis = analysed(care_before="high", help_before="medium", care_after="low")
    assert rows(analysis) == [
        ("Care", {"trust_before": "High", "trust_after": "Low"}),
        ("Help", {"trust_before": "Medium"}),
    ]


def test_one_question_per_stage_makes_one_row_without_a_label_of_its_own(analysed: Analysed) -> None:
    assert rows(analysed(help_before="high", care_after="low")) == [
        ("", {"trust_before": "High", "trust_after": "Low"})
    ]


def test_what_is_not_known_is_in_no_row(analysed: Analysed) -> None:
    assert analysed(care_before={"state": "unknown"}).trust == ()
