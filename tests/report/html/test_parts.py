"""Tall pictures, cut where nothing but lines stands."""

from __future__ import annotations

import re

import pytest

from rootcause.report.diagrams import Figure, Node, TreeDiagram
from rootcause.report.html.paper import on_paper
from rootcause.report.html.parts import TALLEST, parts
from rootcause.report.svg.render import Drawing, draw
from rootcause.report.svg.style import PAGE
from rootcause.report.theme import DEFAULT


def drawn(count: int) -> Drawing:
    """A tree that grows downwards: one cause below the other on five levels."""
    leaves = tuple(Node(f"1.1.1.1.{number} Cause number {number}") for number in range(1, count + 1))
    root = Node("It broke", (Node("1 A", (Node("1.1 B", (Node("1.1.1 C", (Node("1.1.1.1 D", leaves),)),)),)),))
    return draw(Figure("causes", "Causes", "A tree", TreeDiagram(root)))


def test_a_picture_that_fits_stays_whole() -> None:
    picture = drawn(5)
    assert parts(picture) == (picture,)


@pytest.mark.parametrize("count", [30, 60, 200])
def test_the_parts_of_a_tall_one_fit_and_hold_everything_once(count: int) -> None:
    picture = drawn(count)
    found = parts(picture)
    assert len(found) >= 2
    assert all(part.height <= TALLEST for part in found)
    assert sum(part.height for part in found) == pytest.approx(picture.height)
    assert sum((part.boxes for part in found), ()) == tuple(
        box for part in found for box in picture.boxes if part.extent.y <= box.y < part.extent.bottom
    )
    assert sum(len(part.boxes) for part in found) == len(picture.boxes)
    titles = [part.figure.title for part in found]
    assert titles == [f"Causes ({number}/{len(found)})" for number in range(1, len(found) + 1)]
    ids = [id for part in found for id in re.findall(r' id="([^"]*)"', part.svg())]
    assert len(ids) == len(set(ids))


def test_what_has_no_gap_is_not_cut() -> None:
    picture = drawn(60)
    (top, *_), bottom = picture.boxes, picture.extent.bottom
    bar = type(top)(top.x, picture.extent.y, 5, bottom - picture.extent.y, top.kind)
    whole = Drawing(picture.figure, picture.extent, picture.elements, (bar, *picture.boxes[1:]), picture.segments)
    assert parts(whole) == (whole,)


def test_on_paper_each_text_stands_over_the_picture_where_it_was_drawn() -> None:
    picture = drawn(5)
    text = on_paper(picture, DEFAULT, TALLEST)
    assert "<text" not in text
    assert text.count("</span>") == sum(len(element.lines) for element in picture.elements)
    assert f"width:{picture.width:.2f}px;height:{picture.height:.2f}px" in text
    assert picture.width <= PAGE
    assert "color:#1c2126" in text
