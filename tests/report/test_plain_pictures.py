"""Pictures as plain text: nothing lies over another, nothing ends the block of code around them."""

from __future__ import annotations

import re
import unicodedata

import pytest

from rootcause.report.diagrams import (
    Bar,
    BarDiagram,
    CostDiagram,
    CostLine,
    Event,
    Mark,
    Node,
    Period,
    Point,
    QuadrantDiagram,
    Slope,
    SlopeDiagram,
    TimelineDiagram,
    TreeDiagram,
)
from rootcause.report.plain_pictures import plain_picture
from rootcause.source.visible import width
from tests.report.test_markdown import HOSTILE


def quadrant(*places: tuple[float, float], text: str = "an option") -> QuadrantDiagram:
    points = tuple(Point(str(number), text, *place) for number, place in enumerate(places, start=1))
    return QuadrantDiagram("Effort", "Effect", ("a", "b", "c", "d"), points, (), "chosen")


def test_causes_stand_below_what_they_led_to_and_ends_have_a_sign():
    ends = Node("1.1 Nobody was told", is_end=True)
    tree = TreeDiagram(Node("It broke", (Node("1 The scanner was off", (ends,)), Node("2 not known further"))))
    assert plain_picture(tree) == (
        "It broke\n├─ 1 The scanner was off\n│  └─ 1.1 Nobody was told ◎\n└─ 2 not known further"
    )


def test_bars_are_as_long_as_their_counts():
    lines = plain_picture(BarDiagram((Bar("stronger", 1), Bar("weaker", 3), Bar("unsaid", 0)))).splitlines()
    assert [(line.count("█"), line[-1]) for line in lines] == [(10, "1"), (30, "3"), (0, "0")]


def test_a_stage_that_nobody_judged_has_no_bar():
    slope = Slope("Trust", (1.0, None, 0.5), ("high", "", "medium"))
    shown = plain_picture(SlopeDiagram(("Before", "After", "Today"), (slope,), "low", "high"))
    assert [line.split()[0] for line in shown.splitlines()] == ["Trust", "Before", "Today"]


@pytest.mark.parametrize("place", [(0.0, 0.0), (1.0, 1.0), (0.5, 0.5)])
def test_options_at_one_place_lie_side_by_side_and_each_number_is_read(place: tuple[float, float]):
    lines = plain_picture(quadrant(*[place] * 30)).splitlines()
    square = [line for line in lines if line.startswith("│")]
    assert sorted(map(int, re.findall(r"\d+", " ".join(square)))) == list(range(1, 31))


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_ends_the_block_or_runs_out_of_it(text: str):
    pictures = (
        TreeDiagram(Node(text, (Node(text),))),
        TimelineDiagram((Period("1 May", (Event("09:00", text), Event("10:00", text, moments=("Started",)))),)),
        BarDiagram((Bar(text, 2),)),
        CostDiagram("EUR", "months", (0, 12), (CostLine(text, Mark.QUICK, (0.0, 900.0)),)),
        SlopeDiagram(("Before", "After"), (Slope(text, (0.0, 1.0), (text, text)),), "low", "high"),
        quadrant((0.2, 0.8), text=text),
    )
    for picture in pictures:
        shown = plain_picture(picture)
        assert "```" not in shown
        assert all(width(line) <= 76 for line in shown.split("\n"))
        assert not any(unicodedata.category(sign) == "Cc" for sign in shown if sign != "\n")
