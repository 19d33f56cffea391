"""Every picture, small, usual and large, in every script: nothing overlaps, nothing is cut."""

from __future__ import annotations

from itertools import pairwise

import pytest

from rootcause.report.svg.render import draw
from tests.report.svg import samples
from tests.report.svg.overlaps import overlaps
from tests.report.svg.samples import COUNTS, SCRIPTS, texts
from tests.report.svg.samples_of_options import PICTURES_OF_OPTIONS

PICTURES = samples.PICTURES | PICTURES_OF_OPTIONS
WIDEST = 790


@pytest.mark.parametrize("script", SCRIPTS)
@pytest.mark.parametrize("count", [1, *COUNTS])
@pytest.mark.parametrize("name", PICTURES)
def test_nothing_overlaps_and_nothing_lies_outside(name: str, count: int, script: str) -> None:
    drawing = draw(PICTURES[name](count, texts(script)))
    assert overlaps(drawing) == []
    assert drawing.width <= WIDEST


@pytest.mark.parametrize("script", [script for script in SCRIPTS if script != "endless"])
@pytest.mark.parametrize("name", PICTURES)
def test_a_sentence_is_never_cut(name: str, script: str) -> None:
    drawing = draw(PICTURES[name](12, texts(script)))
    assert [element.tip for element in drawing.elements if element.tip] == []


@pytest.mark.parametrize("name", samples.PICTURES)
def test_a_cause_of_three_lines_is_told_whole(name: str) -> None:
    text = (
        "3.2 The agents at the gate had no authority to decide and no alternative to offer, such as a nearby airport, "
        "another carrier or the road, so they could not settle it with the passenger."
    )
    drawing = draw(samples.PICTURES[name](12, lambda _: text))
    assert [element.tip for element in drawing.elements if element.tip] == []


@pytest.mark.parametrize("name", PICTURES)
def test_no_line_is_drawn_twice_and_so_darker(name: str) -> None:
    upright: dict[float, list[tuple[float, float]]] = {}
    for segment in draw(PICTURES[name](12, texts("plain"))).segments:
        (x, y), (end_x, end_y) = segment.start, segment.end
        if x == end_x and abs(end_y - y) > 1:
            upright.setdefault(x, []).append((min(y, end_y), max(y, end_y)))
    for stretches in upright.values():
        stretches.sort()
        assert all(before[1] <= after[0] for before, after in pairwise(stretches))
