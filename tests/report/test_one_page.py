"""The report on one page, and the report in another language."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from rootcause.analysis.checks.finding import Finding
from rootcause.report.diagrams import Figure, Node, TreeDiagram
from rootcause.report.markdown import render_markdown
from rootcause.report.model import Report
from rootcause.source.diagnostic import Severity

Reported = Callable[..., Report]
LONG = "word " * 400


def headings(report: Report) -> list[str]:
    return [line.removeprefix("## ") for line in render_markdown(report).splitlines() if line.startswith("## ")]


def boxes(node: Node) -> int:
    return 1 + sum(map(boxes, node.children))


def test_it_has_what_somebody_with_a_minute_needs(reported: Reported) -> None:
    left = Finding("RC1", "one", Severity.ERROR, "is so", "Why?")
    report = reported(
        style="one-page",
        findings=(left,),
        finding="The backup was never tried",
        problem="It broke",
        users=400,
        cost="1200 EUR",
        hurt={"state": "unknown"},
        causes=[{"because": "A", "why": [{"because": "B"}]}],
        decision="Try it",
        actions=[{"what": "Try the backup", "owner": "Jo Bell", "due": "2026-03-01", "done_when": "It runs"}],
        lessons="Try things.",
    )
    assert headings(report) == ["Summary", "Impact", "Root cause", "Decision", "Actions"]
    text = render_markdown(report)
    assert "- **Users:** 400\n- **Cost:** 1,200 EUR" in text
    assert "|   1 | Try the backup | Jo Bell | 1 March 2026 |" in text
    assert "It runs" not in text
    assert "Try things" not in text
    assert (
        "**Still open:** 2 open questions, 1 point that a careful reader would raise. "
        "*The full report has the evidence, the timeline and everything else.*"
    ) in text


def test_a_case_without_answers_has_one_page_too(reported: Reported) -> None:
    text = render_markdown(reported(style="one-page", title="A broken thing"))
    assert text.startswith(
        "# A broken thing\n\n**Questionnaire:** own-review 2.1.0\\\n**Status:** complete\n\n**Still open:** nothing."
    )


def test_long_texts_and_lists_are_cut_and_the_rest_is_counted(reported: Reported) -> None:
    report = reported(
        style="one-page",
        problem=LONG,
        hurt=LONG,
        decision=LONG,
        causes=[{"because": f"Cause {number} {LONG}"} for number in range(5)],
        actions=[{"what": f"Act {number} {LONG}", "owner": "Jo"} for number in range(12)],
    )
    words = re.sub(r"```mermaid.*?```", "", render_markdown(report), flags=re.DOTALL)
    assert len(words) < 2600
    assert "*The full report has 5 more actions.*" in words


@pytest.mark.parametrize(("across", "down", "drawn"), [(1, 1, 0), (3, 1, 3), (3, 2, 6), (3, 4, 9), (20, 1, 0)])
def test_the_tree_goes_down_as_far_as_there_is_room(reported: Reported, across: int, down: int, drawn: int) -> None:
    def rung(depth: int) -> dict[str, Any]:
        return {"because": "B", **({"why": [rung(depth - 1)]} if depth > 1 else {})}

    report = reported(style="one-page", causes=[rung(down) for _ in range(across)])
    trees = [one.diagram for one in report.blocks if isinstance(one, Figure) and isinstance(one.diagram, TreeDiagram)]
    assert [boxes(tree.root) - 1 for tree in trees] == ([drawn] if drawn else [])


def test_a_report_in_german_is_german(reported: Reported) -> None:
    report = reported(
        language="de",
        problem={"value": "Ein Paket kam zu spät", "sure": "fact"},
        cost="1200.50 EUR",
        unhappy=5200,
        started="2026-03-03 10:00",
        detected="2026-03-05 11:30",
        actions=[{"what": "Anrufen", "cause": "1", "strength": "weaker", "due": {"state": "unknown"}}] * 3,
        causes=[{"because": "Die Liste war alt"}],
        findings=tuple(
            Finding("RC1", "x", Severity.ERROR, "ist so", "Warum?", f"action {number}") for number in (1, 2, 3)
        ),
    )
    text = render_markdown(report)
    for said in (
        "**Stand:** 2 offene Fragen, 1 Punkt, nach dem aufmerksame Leser fragen würden",
        "- **Cost:** 1.200,50 EUR",
        "Von 5.200 unzufriedenen Kunden erzählen es etwa 676",
        "| 3. März 2026, 10:00 UTC",
        "- **Zeit, bis es bemerkt wurde:** 2 Tage 1 Std. 30 Min., gerechnet ab dem Beginn",
        "3 von 3 Maßnahmen sind schwächer.",
        "| Actions 1 bis 3: Fällig",
        "- **Maßnahmen 1 bis 3:** ist so. *Warum?*",
    ):
        assert said in text


# ---- what was said about a list as a whole ----


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        pytest.param("causes", "\n*Note:* reported; Kim knows more; E1\n\n- **1", id="causes"),
        pytest.param("ways", "\n*Note:* reported; Kim knows more; E1\n\n|", id="options"),
        pytest.param("actions", "\n*Note:* reported; Kim knows more; E1\n\n|", id="actions"),
        pytest.param("steps", "\n*Note:* reported; Kim knows more; E1\n\n|", id="timeline"),
        pytest.param("well", "- **Went well:** (reported; Kim knows more; E1)\n  - Yes", id="another list"),
    ],
)
def test_a_note_on_a_whole_list_stands_in_the_report(
    list_with_a_note: Callable[..., Report], answers: str, said: str
) -> None:
    assert said in render_markdown(list_with_a_note(answers))


def test_an_empty_list_says_what_makes_it_empty(list_with_a_note: Callable[..., Report]) -> None:
    assert "- **Went well:** reported; Kim knows more; E1\n" in render_markdown(list_with_a_note("well", rows=False))


def test_the_data_have_the_note_too(list_with_a_note: Callable[..., Report]) -> None:
    from rootcause.report.json_document import as_data

    lists: Any = as_data(list_with_a_note("actions"))["lists"]
    assert [(one["role"], one["note"], one["evidence"]) for one in lists] == [("actions", "Kim knows more.", (1,))]


@pytest.fixture(scope="module")
def list_with_a_note(record_of: Callable[..., Any]) -> Callable[..., Report]:
    from pathlib import Path

    from msgspec.structs import replace

    from rootcause.analysis.analysis import analyse
    from rootcause.interview.answers import AnswerKey, Rows, Sure
    from rootcause.report.build import build_report

    questionnaire = (Path(__file__).parent / "samples" / "review.yaml").read_text(encoding="utf-8")
    row = {"because": "Yes", "what": "Yes", "kind": "quick"}

    def build(name: str, *, rows: bool = True) -> Report:
        each = {"causes": ("because",), "ways": ("what", "kind")}.get(name, ("what",))
        record = record_of(questionnaire, {name: [{field: row[field] for field in each}]})
        key = AnswerKey(name)
        said = replace(record.answers[key], note="Kim knows more.", sure=Sure.REPORTED, evidence=("a.txt",))
        answers = {**record.answers, key: said}
        if not rows:
            answers = {key: replace(said, value=Rows((), closed=True))}
        return build_report(analyse(replace(record, answers=answers)))

    return build
