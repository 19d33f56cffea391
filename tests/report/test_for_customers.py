"""What a report for customers does not say: that something is missing, and how much is sure."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, Final

import pytest
from msgspec.structs import replace

from rootcause.report.build import Style, build_report
from rootcause.report.json_document import render_json
from rootcause.report.markdown import render_markdown
from rootcause.report.model import Report
from rootcause.report.words import GERMAN, words_for

Reported = Callable[..., Report]
ANSWERS: Final[dict[str, Any]] = {
    "problem": {"value": "It broke", "sure": "fact", "who": "Person A"},
    "causes": [{"because": "Nobody looked"}, {"because": "The pump is old"}],
    "options": [
        {"what": "Patch", "kind": "quick", "one_off": "10 EUR"},
        {"what": "Replace", "kind": "lasting", "size": "large"},
    ],
    "actions": [
        {"what": f"Act {number}", "cause": "1", "owner": "Owner B", "done_when": "It runs" if number else None}
        for number in range(9)
    ],
    "badly": "The letters went astray",
}


@pytest.fixture(scope="module")
def report(reported: Reported) -> Report:
    return reported(asked=("cost",), **ANSWERS)


def for_customers(report: Report, style: Style = "full", language: str = "en") -> Report:
    return build_report(replace(report.analysis, for_customers=True), words_for(language), style=style)


@pytest.mark.parametrize(
    "said",
    [
        "Went badly, and no action answers it",
        "*no action*",
        "How sure",
        "answers",
    ],
)
def test_it_does_not_say_what_is_missing_or_how_much_is_sure(report: Report, said: str) -> None:
    assert said in render_markdown(report)
    assert said not in render_markdown(for_customers(report))


def test_it_shows_what_leads_to_which_action(report: Report) -> None:
    text = render_markdown(for_customers(report))
    assert "## From evidence to action" in text
    assert "1 Nobody looked" in text
    assert "2 The pump is old" in text
    assert "**Answered by:** Person A" in text


def test_its_data_has_the_same_keys_without_gaps_and_counts(report: Report) -> None:
    ours, theirs = json.loads(render_json(report)), json.loads(render_json(for_customers(report)))
    assert ours["traceability"]["gaps"]["causes_without_action"] == ["2"]
    assert theirs["traceability"]["gaps"] == {name: [] for name in ours["traceability"]["gaps"]}
    assert theirs["provenance"]["sure"] == dict.fromkeys(ours["provenance"]["sure"])
    assert [one["answers"] for one in theirs["provenance"]["respondents"]] == [None, None]
    assert [one.keys() for one in theirs["traceability"]["causes"]] == [
        one.keys() for one in ours["traceability"]["causes"]
    ]


@pytest.mark.parametrize(("language", "more"), [("en", "Further actions: 2."), ("de", "Weitere Maßnahmen: 2.")])
def test_one_page_for_customers_names_no_other_report(report: Report, language: str, more: str) -> None:
    text = render_markdown(for_customers(report, "one-page", language))
    assert f"*{more}*" in text
    assert "full report" not in text
    assert GERMAN.one_page.more not in text
