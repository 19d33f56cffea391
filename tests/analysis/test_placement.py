from __future__ import annotations

from collections.abc import Callable

from rootcause.analysis.analysis import Analysis

Analysed = Callable[..., Analysis]


def homes(analysis: Analysis) -> dict[str, str | None]:
    return {str(one.statement.key): one.home for one in analysis.placed}


def test_an_answer_without_a_role_stays_with_the_one_before_it(analysed: Analysed) -> None:
    assert homes(analysed(channel="Phone"))["channel"] == "detection"


def test_before_the_first_role_it_stays_with_the_one_after_it(analysed: Analysed) -> None:
    assert homes(analysed(place="Berlin"))["place"] == "problem"


def test_a_neighbour_counts_also_when_nobody_answered_it(analysed: Analysed) -> None:
    analysis = analysed(noticed_by={"state": "unknown"}, channel="Phone")
    assert [one.text for one in analysis.beside("detection")] == ["Phone"]


def test_a_section_without_roles_stays_together(analysed: Analysed) -> None:
    analysis = analysed(weather="Rain")
    assert homes(analysis)["weather"] is None
    assert [(one.part, one.title) for one in analysis.sections] == [("what", "WHAT else")]


def test_what_prepares_for_the_next_time_stays_together(analysed: Analysed) -> None:
    analysis = analysed(plan="Call within the hour", drill="Each spring")
    assert homes(analysis) == {"summary": "problem", "plan": "recovery", "drill": None}


def test_answers_are_told_in_the_order_of_the_questionnaire(analysed: Analysed) -> None:
    analysis = analysed(channel="Phone", noticed_by="A customer", place="Berlin")
    assert [one.text for one in analysis.told("detection", "problem")] == ["Berlin", "It broke", "A customer", "Phone"]
