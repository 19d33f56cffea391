"""Quadrant, costs, bars and judgements: signs lie apart, scales are round, and what was typed is text."""

from __future__ import annotations

from itertools import combinations
from string import ascii_uppercase
from xml.etree import ElementTree

import pytest

from rootcause.report.diagrams import Bar, BarDiagram, Figure
from rootcause.report.svg.canvas import Kind
from rootcause.report.svg.render import Form, draw
from rootcause.report.svg.scale import marks, spread
from tests.report.svg.overlaps import overlap
from tests.report.svg.samples import texts
from tests.report.svg.samples_of_options import PICTURES_OF_OPTIONS, cost, quadrant
from tests.report.test_markdown import HOSTILE


@pytest.mark.parametrize("count", [3, 12, 30])
def test_signs_of_options_lie_apart(count: int) -> None:
    drawing = draw(quadrant(count, texts("plain")))
    in_plot = [box for box in drawing.boxes if box.kind is Kind.SHAPE and box.right < 360 and 15 < box.width < 30]
    assert len(in_plot) == count
    assert [pair for pair in combinations(in_plot, 2) if overlap(*pair)] == []


@pytest.mark.parametrize("count", [3, 12, 60])
def test_a_line_leads_from_each_crossing_to_its_letter(count: int) -> None:
    drawing = draw(cost(count, texts("plain")))
    letters = [element for element in drawing.elements if element.lines and element.lines[0][1] in ascii_uppercase]
    ends = {(round(line.end[0]), round(line.end[1])) for line in drawing.segments}
    boxes = [box for box in drawing.boxes if box.kind is Kind.TEXT]
    below = {(round(box.x + box.width / 2), round(box.y)) for box in boxes}
    assert len(letters) == 2 * (count // 3)
    assert len(ends & below) == count // 3


def test_bars_with_short_labels_fit_on_a_phone() -> None:
    labels = ("stronger", "intermediate", "weaker")
    bars = BarDiagram(tuple(Bar(label, 100 * rank, rank) for rank, label in enumerate(labels)))
    assert draw(Figure("bars", "", "", bars)).width <= 358


@pytest.mark.parametrize("name", PICTURES_OF_OPTIONS)
def test_what_was_typed_is_text_of_the_picture(name: str) -> None:
    for form in Form:
        svg = draw(PICTURES_OF_OPTIONS[name](len(HOSTILE), lambda number: HOSTILE[number % len(HOSTILE)])).svg(form)
        names = {element.tag.rpartition("}")[2] for element in ElementTree.fromstring(svg).iter()}
        assert names <= {"svg", "title", "desc", "style", "rect", "circle", "polygon", "polyline", "text", "tspan"}


@pytest.mark.parametrize(
    ("most", "expected"),
    [
        (0, (0, 1)),
        (4, (0, 1, 2, 3, 4)),
        (10, (0, 2, 4, 6, 8, 10)),
        (1900, (0, 500, 1000, 1500, 2000)),
        (0.9, (0, 0.2, 0.4, 0.6, 0.8, 1.0)),
    ],
)
def test_a_scale_begins_at_zero_and_has_round_marks(most: float, expected: tuple[float, ...]) -> None:
    assert marks(most) == pytest.approx(expected)


def test_stretches_keep_their_order_and_do_not_overlap() -> None:
    found = spread([10, 11, 12, 200], [20, 20, 20, 10], 0)
    assert found == sorted(found)
    assert all(start + size <= after for start, size, after in zip(found, [20, 20, 20], found[1:], strict=False))
    assert found[3] == 195
