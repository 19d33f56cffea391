"""Options side by side: numbered, the chosen one marked, as pictures where enough was said."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from rootcause.analysis.analysis import analyse
from rootcause.report.build import build_report
from rootcause.report.diagrams import CostDiagram, Diagram, Figure, Mark, QuadrantDiagram, SlopeDiagram
from rootcause.report.json_document import render_json
from rootcause.report.markdown import render_markdown
from rootcause.report.model import Report

Reported = Callable[..., Report]
REFUND = {"what": "Refund", "kind": "quick", "one_off": "40 EUR", "running": "0 EUR", "recurs": "120", "feasible": True}
MEND = {"what": "Mend", "kind": "lasting", "one_off": "3000 EUR", "running": "1200 EUR", "feasible": True}
QUESTIONNAIRE = """
rootcause: 1
id: ways
version: 1.0.0
title: Ways
sections:
  - id: ways
    part: different
    title: Ways
    questions:
      - id: ways
        type: list
        role: options
        ask: Which ways?
        each:
          - {id: what, type: text, ask: What}
          - {id: kind, type: choice, choices: {quick: Quick, lasting: Lasting, more: More}, ask: Kind, required: false}
          - {id: size, type: choice, choices: {small: Small, medium: Medium, large: Large}, ask: Size, required: false}
          - {id: loss_avoided, type: money, ask: Loss avoided, required: false}
      - {id: decision, type: text, role: decision, ask: "Which one?", required: false}
"""
WAYS = [
    {"what": "Refund", "kind": "quick", "size": "small", "loss_avoided": "500 EUR"},
    {"what": "Mend", "kind": "lasting", "size": "large", "loss_avoided": "2000 EUR"},
    {"what": "Wait", "kind": "more"},
]


def figures(report: Report, kind: type[Diagram]) -> list[Any]:
    return [block for block in report.blocks if isinstance(block, Figure) and isinstance(block.diagram, kind)]


@pytest.fixture(scope="module")
def weighed(record_of: Callable[..., Any]) -> Reported:
    return lambda **answers: build_report(analyse(record_of(QUESTIONNAIRE, answers)))


def test_effort_and_effect_are_a_picture_with_the_chosen_option_in_it(weighed: Reported) -> None:
    report = weighed(ways=WAYS, decision="mend")
    (figure,) = figures(report, QuadrantDiagram)
    assert [(one.label, one.text, one.mark, one.is_chosen) for one in figure.diagram.points] == [
        ("1", "Refund", Mark.QUICK, False),
        ("2", "Mend", Mark.LASTING, True),
    ]
    assert [mark for mark, _ in figure.diagram.marks] == [Mark.QUICK, Mark.LASTING]
    assert "1 Refund; 2 Mend" in figure.description


def test_the_text_says_what_effort_and_effect_go_by_and_who_is_left_out(weighed: Reported) -> None:
    assert (
        "*Effort goes by its size, effect by the loss avoided a year. Not placed, because too little was said: 3.*"
    ) in render_markdown(weighed(ways=WAYS))


def test_without_enough_said_there_is_no_such_picture_and_no_word_of_it(weighed: Reported) -> None:
    report = weighed(ways=WAYS[1:])
    assert figures(report, QuadrantDiagram) == []
    assert "Effort" not in render_markdown(report)


def test_many_options_are_not_squeezed_into_a_picture(weighed: Reported) -> None:
    assert figures(weighed(ways=WAYS[:2] * 7), QuadrantDiagram) == []


@pytest.mark.parametrize(
    ("decision", "said", "summed_up"),
    [
        pytest.param("2", "- **The option chosen:** 2 Mend", "Mend", id="a number"),
        pytest.param("1 and 2", "- **The option chosen:** 1 Refund; 2 Mend", "Refund; Mend", id="two numbers"),
        pytest.param("Mend", None, "Mend", id="its words"),
        pytest.param("Something else", None, "Something else", id="another way"),
    ],
)
def test_a_decision_by_number_is_said_in_words(
    weighed: Reported, decision: str, said: str | None, summed_up: str
) -> None:
    report = weighed(ways=WAYS, decision=decision)
    assert [line for line in render_markdown(report).splitlines() if "option chosen" in line] == (
        [said] if said else []
    )
    assert [line.text for line in report.summary if line.name == "decision"] == [summed_up]


def test_the_column_of_the_chosen_option_is_marked(weighed: Reported) -> None:
    head = next(line for line in render_markdown(weighed(ways=WAYS, decision="2")).splitlines() if "Refund" in line)
    assert [cell.strip() for cell in head.split("|")] == ["", "", "1 Refund", "2 Mend (chosen)", "3 Wait", ""]


def test_an_option_alone_has_no_number(weighed: Reported) -> None:
    assert "| Mend" in render_markdown(weighed(ways=WAYS[1:2]))


def test_the_data_say_which_option_was_chosen_and_where_it_stands(weighed: Reported) -> None:
    read = json.loads(render_json(weighed(ways=WAYS, decision="2")))
    assert [one["chosen"] for one in read["options"]] == [False, True, False]
    assert read["effort_and_effect"] == {
        "effort_by": "size",
        "effect_by": "loss_avoided",
        "options": [
            {"number": 1, "effort": 0.1667, "effect": 0.25},
            {"number": 2, "effort": 0.8333, "effect": 1.0},
        ],
        "left_out": [3],
    }


def test_costs_over_time_are_a_picture_with_the_crossing(reported: Reported) -> None:
    report = reported(ways=[REFUND, MEND])
    (figure,) = figures(report, CostDiagram)
    refund, mend = figure.diagram.lines
    assert (figure.diagram.currency, figure.diagram.months) == ("EUR", (0, 3, 6, 12, 24, 36))
    assert (refund.label, refund.mark, refund.costs[:4]) == ("Refund", Mark.QUICK, (40, 1240, 2440, 4840))
    assert (mend.label, mend.mark, mend.costs[0]) == ("Mend", Mark.LASTING, 3000)
    (crossing,) = figure.diagram.crossings
    assert (round(crossing.months, 2), round(crossing.cost)) == (9.87, 3987)
    assert crossing.text == "“Mend” is cheaper from month 10 on"
    assert "- “Mend” is cheaper than “Refund” from month 10 on." in render_markdown(report)


def test_a_crossing_beyond_the_picture_and_costs_that_never_cross_are_not_drawn(reported: Reported) -> None:
    for mend in ({**MEND, "one_off": "90000 EUR"}, {**MEND, "running": "9000 EUR"}):
        (figure,) = figures(reported(ways=[REFUND, mend]), CostDiagram)
        assert figure.diagram.crossings == ()


def test_trust_is_drawn_where_every_answer_has_an_order(reported: Reported) -> None:
    report = reported(care_before="high", care_problem="low", care_after="medium", word_before="5", word_after="4")
    (figure,) = figures(report, SlopeDiagram)
    assert [(one.label, one.values, one.shown) for one in figure.diagram.slopes] == [
        ("Do you care about me?", (1.0, 0.0, 0.5), ("High", "Low", "Medium")),
        ("Can I trust you?", (1.0, None, 0.75), ("5", "", "4")),
    ]
    assert (figure.diagram.lowest, figure.diagram.highest) == ("lowest", "highest")


def test_the_ends_of_one_kind_of_answer_are_its_own_words(reported: Reported) -> None:
    (figure,) = figures(reported(care_before="high", care_after="low"), SlopeDiagram)
    assert (figure.diagram.lowest, figure.diagram.highest) == ("Low", "High")


def test_what_was_judged_once_is_no_slope(reported: Reported) -> None:
    assert figures(reported(care_before="high", word_after="4"), SlopeDiagram) == []
