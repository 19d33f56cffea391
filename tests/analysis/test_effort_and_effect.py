"""Where options stand by effort and effect: only by what people said, each axis by one yardstick."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from rootcause.analysis.analysis import Analysis, analyse
from rootcause.analysis.effort_and_effect import EffortAndEffect, effort_and_effect

Weighed = Callable[..., EffortAndEffect | None]
QUESTIONNAIRE = """
rootcause: 1
id: ways
version: 1.0.0
title: Ways
sections:
  - id: ways
    title: Ways
    questions:
      - id: ways
        type: list
        role: options
        ask: Which ways?
        each:
          - {id: what, type: text, ask: What}
          - {id: kind, type: choice, choices: {quick: Quick, lasting: Lasting}, ask: Kind, required: false}
          - {id: size, type: choice, choices: {large: Large, small: Small, medium: Medium}, ask: Size, required: false}
          - {id: one_off, type: money, ask: Once, required: false}
          - {id: running, type: money, ask: A year, required: false}
          - {id: recurs, type: number, ask: Times a year, required: false}
          - {id: lead_time, type: duration, ask: Until then, required: false}
          - {id: loss_avoided, type: money, ask: Loss, required: false}
          - {id: effect, type: scale, max: 4, ask: Effect, required: false}
"""


@pytest.fixture(scope="module")
def weighed(record_of: Callable[..., Any]) -> Weighed:
    def weigh(*ways: dict[str, Any]) -> EffortAndEffect | None:
        rows = [{"what": f"Way {number}", **way} for number, way in enumerate(ways, start=1)]
        analysis: Analysis = analyse(record_of(QUESTIONNAIRE, {"ways": rows}))
        return effort_and_effect(analysis.options)

    return weigh


def places(found: EffortAndEffect | None) -> list[tuple[int, float, float]]:
    assert found is not None
    return [(one.option.number, round(one.effort, 3), round(one.effect, 3)) for one in found.placed]


def test_a_size_stands_in_the_middle_of_its_third_and_a_figure_at_its_part_of_the_largest(weighed: Weighed) -> None:
    found = weighed(
        {"size": "small", "loss_avoided": "500 EUR"},
        {"size": "medium", "loss_avoided": "2000 EUR"},
        {"size": "large", "loss_avoided": "0 EUR"},
    )
    assert places(found) == [(1, 0.167, 0.25), (2, 0.5, 1.0), (3, 0.833, 0.0)]


@pytest.mark.parametrize(
    ("ways", "effort_by", "effect_by", "expected"),
    [
        pytest.param(
            [
                {"kind": "quick", "one_off": "10 EUR", "recurs": "9", "effect": 1},
                {"kind": "lasting", "one_off": "150 EUR", "running": "50 EUR", "effect": 4},
            ],
            *("cost", "effect"),
            [(1, 0.5, 0.125), (2, 1.0, 0.875)],
            id="the cost of the first year",
        ),
        pytest.param(
            [{"lead_time": "6 h", "effect": 2}, {"lead_time": "1 d", "effect": 2}],
            *("lead_time", "effect"),
            [(1, 0.25, 0.375), (2, 1.0, 0.375)],
            id="the lead time",
        ),
        pytest.param(
            [
                {"size": "small", "lead_time": "1 d", "loss_avoided": "1"},
                {"lead_time": "2 d", "loss_avoided": "2"},
                {"lead_time": "4 d", "loss_avoided": "4", "effect": 3},
            ],
            *("lead_time", "loss_avoided"),
            [(1, 0.25, 0.25), (2, 0.5, 0.5), (3, 1.0, 1.0)],
            id="what most options have",
        ),
    ],
)
def test_each_axis_goes_by_what_most_options_have(
    weighed: Weighed, ways: list[dict[str, Any]], effort_by: str, effect_by: str, expected: list[Any]
) -> None:
    found = weighed(*ways)
    assert found is not None
    assert (found.effort_by, found.effect_by) == (effort_by, effect_by)
    assert places(found) == expected


def test_an_option_of_which_too_little_was_said_is_left_out(weighed: Weighed) -> None:
    found = weighed({"size": "small", "effect": 1}, {"size": "large"}, {"size": "large", "effect": 2})
    assert found is not None
    assert [one.number for one in found.left_out] == [2]


@pytest.mark.parametrize(
    "ways",
    [
        pytest.param([], id="no options"),
        pytest.param([{"size": "small", "effect": 1}], id="one"),
        pytest.param([{"size": "small"}, {"effect": 1}], id="no two with both"),
        pytest.param([{"size": "small", "loss_avoided": f"1 {one}"} for one in ("EUR", "USD")], id="two currencies"),
        pytest.param([{"size": "small", "loss_avoided": "0 EUR"}] * 2, id="no loss at all"),
        pytest.param([{"size": {"state": "unknown"}, "effect": 1}] * 2, id="not known"),
    ],
)
def test_without_two_that_can_be_compared_there_is_nothing(weighed: Weighed, ways: list[dict[str, Any]]) -> None:
    assert weighed(*ways) is None
