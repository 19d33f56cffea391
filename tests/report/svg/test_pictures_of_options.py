"""Quadrant, costs, bars and judgements: nothing overlaps, nothing is cut, whatever stands in them."""

from __future__ import annotations

from itertools import combinations
from xml.etree import ElementTree

import pytest

from rootcause.report.svg.canvas import Box, Kind
from rootcause.report.svg.render import Drawing, Form, draw
from rootcause.report.svg.scale import marks, spread
from tests.report.svg.samples import SCRIPTS, texts
from tests.report.svg.samples_of_options import PICTURES_OF_OPTIONS, quadrant
from tests.report.test_markdown import HOSTILE

_SLACK = 0.2


def overlap(one: Box, other: Box) -> bool:
    return (
        one.x + _SLACK < other.right
        and other.x + _SLACK < one.right
        and one.y + _SLACK < other.bottom
        and other.y + _SLACK < one.bottom
    )


def texts_of(drawing: Drawing) -> list[Box]:
    return [box for box in drawing.boxes if box.kind is Kind.TEXT]


@pytest.mark.parametrize("script", SCRIPTS)
@pytest.mark.parametrize("count", [1, 3, 12, 30])
@pytest.mark.parametrize("name", PICTURES_OF_OPTIONS)
def test_no_text_lies_over_another_and_none_is_cut(name: str, count: int, script: str) -> None:
    drawing = draw(PICTURES_OF_OPTIONS[name](count, texts(script)))
    assert [pair for pair in combinations(texts_of(drawing), 2) if overlap(*pair)] == []
    extent = drawing.extent
    assert all(
        extent.x <= box.x and extent.y <= box.y and box.right <= extent.right and box.bottom <= extent.bottom
        for box in drawing.boxes
    )
    assert drawing.width <= 700


@pytest.mark.parametrize("count", [3, 12, 30])
def test_signs_of_options_lie_apart(count: int) -> None:
    drawing = draw(quadrant(count, texts("plain")))
    in_plot = [box for box in drawing.boxes if box.kind is Kind.SHAPE and box.right < 360 and 15 < box.width < 30]
    assert len(in_plot) == count
    assert [pair for pair in combinations(in_plot, 2) if overlap(*pair)] == []


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
