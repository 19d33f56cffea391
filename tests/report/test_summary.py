"""The head and the summary: who wrote it when, what is cut and what is not, what is only assumed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from rootcause.analysis.analysis import analyse
from rootcause.analysis.record import Record
from rootcause.report.build import Style, build_report
from rootcause.report.diagrams import Figure, TreeDiagram
from rootcause.report.markdown import render_markdown
from rootcause.report.model import Report

Reported = Callable[..., Report]


def test_below_the_title_stands_who_wrote_it_when(reported: Reported) -> None:
    def said(value: str, who: str | None, day: int) -> dict[str, Any]:
        return {"value": value, "who": who, "when": f"2026-05-{day}T09:00:00+02:00"}

    report = reported(problem=said("It broke", "Jo Bell", 20), hurt=said("All", "Ann", 21), system=said("X", "Ann", 19))
    assert "**Date:** 21 May 2026 · **By:** Ann, Jo Bell · **Questionnaire:** own-review 2.1.0\\\n" in (
        render_markdown(report)
    )
    assert "**By:**" not in render_markdown(reported(problem=said("It broke", None, 20)))


def test_of_many_root_causes_the_summary_names_the_first_five(reported: Reported) -> None:
    def told(count: int) -> list[str]:
        report = reported(causes=[{"because": f"Cause {number}."} for number in range(1, count + 1)])
        return [line.text for line in report.summary]

    assert told(5) == ["; ".join(f"{number} Cause {number}" for number in range(1, 6))]
    assert told(7) == ["; ".join([*(f"{number} Cause {number}" for number in range(1, 6)), "and 2 more"])]


def test_a_long_text_in_the_summary_is_cut_after_a_sentence_and_leaves_room_for_the_figures(reported: Reported) -> None:
    sentence = "They waited for more than two hours in the lobby, and nobody said sorry. "
    report = reported(hurt=sentence * 12, users="400", cost="1180 EUR")
    assert [line.text for line in report.summary] == [f"{sentence * 7}…; Users: 400; Cost: 1,180 EUR"]


@pytest.mark.parametrize(("language", "mark"), [("en", "(assumed)"), ("de", "(angenommen)")])
@pytest.mark.parametrize("style", ["full", "one-page"])
def test_a_cause_that_is_only_assumed_is_called_so_wherever_it_stands(
    reported: Reported, language: str, mark: str, style: Style
) -> None:
    text = "Nobody had been told what to do with a mailbox of somebody who leaves"
    causes = [{"because": {"value": f"{text}.", "sure": "assumption"}}, {"because": text, "evidence": "A list"}]
    report = reported(causes=causes, style=style, language=language)
    (cause,) = (line.text for line in report.summary if line.name == "cause")
    assert cause == f"1 {text} {mark}; 2 {text}"
    (tree,) = (one.diagram for one in report.blocks if isinstance(one, Figure) and isinstance(one.diagram, TreeDiagram))
    assert [node.text.endswith(mark) for node in tree.root.children] == [True, False]
    if style == "full":
        assert f" {mark}:** {text}" in render_markdown(report)


def test_what_is_said_of_how_a_cause_is_known_can_say_that_it_is_assumed(record_of: Callable[..., Record]) -> None:
    asked = "{id: causes, type: ladder, role: causes, ask: Why, next: And why that, each: ["
    rung = "{id: because, type: text, ask: Because}, {id: proof, type: choice, ask: Proof, choices: {"
    head = "rootcause: 1\nid: one\nversion: 1.0.0\ntitle: T\nsections: [{id: why, part: why, title: W, questions: ["
    text = f"{head}{asked}{rung}record: A record, assumption: An assumption}}}}]}}]}}]\n"
    causes = [{"because": "A", "proof": "assumption"}, {"because": "B", "proof": "record"}]
    report = build_report(analyse(record_of(text, {"causes": causes})))
    assert [line.text for line in report.summary] == ["1 A (assumed); 2 B"]


@pytest.mark.parametrize("style", ["full", "one-page"])
def test_the_sign_of_a_root_cause_is_explained_where_its_picture_is_drawn(reported: Reported, style: Style) -> None:
    report = reported(causes=[{"because": "It fell"}, {"because": "It broke"}], style=style)
    legend = "*A thick edge or a target marks a root cause.*"
    for diagrams, count in {"mermaid": 1, "svg": 1, "text": 1, "none": 0}.items():
        assert render_markdown(report, diagrams).count(legend) == count  # type: ignore[arg-type]
    unknown = {"because": {"state": "unknown"}}
    assert legend not in render_markdown(reported(causes=[{"because": "It fell", "why": [unknown]}], style=style))


def test_the_description_of_a_tree_ends_its_sentences_once(reported: Reported) -> None:
    report = reported(problem="It broke.", causes=[{"because": "It fell."}])
    assert "At the top: It broke. Causes below it: 1;" in render_markdown(report, "svg")


def test_a_box_holds_a_whole_text(reported: Reported) -> None:
    text = " ".join(["so many words"] * 12)
    drawn = render_markdown(reported(causes=[{"because": text}])).partition("```mermaid")[2].partition("```")[0]
    assert drawn.count("many") == 12
