"""Trees, fishbones and timelines: nothing overlaps, nothing is crossed or cut, whatever stands in them."""

from __future__ import annotations

from itertools import combinations
from xml.etree import ElementTree

import pytest

from rootcause.report.diagrams import (
    Bone,
    Event,
    Figure,
    FishboneDiagram,
    Node,
    Period,
    TimelineDiagram,
    TreeDiagram,
)
from rootcause.report.svg.canvas import Box, Kind, Segment
from rootcause.report.svg.render import Drawing, Form, draw
from tests.report.svg.samples import COUNTS, PICTURES, SCRIPTS, fishbone, texts
from tests.report.test_markdown import HOSTILE

SVG = "{http://www.w3.org/2000/svg}"
_SLACK = 0.2


def overlap(one: Box, other: Box) -> bool:
    return (
        one.x + _SLACK < other.right
        and other.x + _SLACK < one.right
        and one.y + _SLACK < other.bottom
        and other.y + _SLACK < one.bottom
    )


def inside(one: Box, other: Box) -> bool:
    return (
        other.x - _SLACK <= one.x
        and other.y - _SLACK <= one.y
        and one.right <= other.right + _SLACK
        and one.bottom <= other.bottom + _SLACK
    )


def crosses(segment: Segment, box: Box) -> bool:
    """Whether the segment comes into the box: it is cut to the box side by side (Liang and Barsky)."""
    (x, y), (end_x, end_y) = segment.start, segment.end
    least, most = 0.0, 1.0
    for step, low, high in (
        (end_x - x, box.x + _SLACK - x, box.right - _SLACK - x),
        (end_y - y, box.y + _SLACK - y, box.bottom - _SLACK - y),
    ):
        if step == 0:
            if low > 0 or high < 0:
                return False
            continue
        first, last = sorted((low / step, high / step))
        least, most = max(least, first), min(most, last)
    return least < most


def faults(drawing: Drawing) -> list[object]:
    """Texts over texts, texts half in a shape, texts crossed by a line, anything outside the picture."""
    written = [box for box in drawing.boxes if box.kind is Kind.TEXT]
    shapes = [box for box in drawing.boxes if box.kind is Kind.SHAPE]
    return [
        *((one, other) for one, other in combinations(written, 2) if overlap(one, other)),
        *((box, shape) for box in written for shape in shapes if overlap(box, shape) and not inside(box, shape)),
        *((box, line) for box in written for line in drawing.segments if crosses(line, box)),
        *(box for box in drawing.boxes if not inside(box, drawing.extent)),
    ]


@pytest.mark.parametrize("script", SCRIPTS)
@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize("name", PICTURES)
def test_nothing_overlaps_and_nothing_is_cut(name: str, count: int, script: str) -> None:
    drawing = draw(PICTURES[name](count, texts(script)))
    assert faults(drawing) == []
    assert drawing.width <= 790


@pytest.mark.parametrize("kinds", [1, 2, 4, 7, 8, 13])
def test_many_kinds_stand_in_rows(kinds: int) -> None:
    assert faults(draw(fishbone(30, texts("endless"), kinds))) == []


@pytest.mark.parametrize(
    "diagram",
    [
        pytest.param(TreeDiagram(Node("")), id="only an effect"),
        pytest.param(FishboneDiagram("", ()), id="no bones"),
        pytest.param(FishboneDiagram("x" * 900, (Bone("", ()), Bone("", ()), Bone("", ()))), id="no causes"),
        pytest.param(TimelineDiagram(()), id="no events"),
        pytest.param(TimelineDiagram((Period("", (Event("", ""),)),)), id="an empty event"),
        pytest.param(
            TimelineDiagram(
                (Period("", (Event("3 May", "a", 9, ("Started",)), Event("2 May", "b", 3, ("Detected",)))),)
            ),
            id="out of order",
        ),
    ],
)
def test_little_to_draw_is_drawn_too(diagram: TreeDiagram | FishboneDiagram | TimelineDiagram) -> None:
    drawing = draw(Figure("few", "Few", "Little to see.", diagram))
    assert faults(drawing) == []
    ElementTree.fromstring(drawing.svg())


def test_a_chain_of_two_hundred_causes_stays_on_the_page() -> None:
    node = Node("The end", is_end=True)
    for number in range(200):
        node = Node(f"Cause {number}", (node,))
    drawing = draw(Figure("deep", "Deep", "", TreeDiagram(node)))
    assert faults(drawing) == []
    assert drawing.width <= 700


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("name", PICTURES)
def test_what_was_typed_is_text_of_the_picture(name: str, form: Form) -> None:
    svg = draw(PICTURES[name](len(HOSTILE), lambda number: HOSTILE[number % len(HOSTILE)])).svg(form)
    names = {element.tag.removeprefix(SVG) for element in ElementTree.fromstring(svg).iter()}
    assert names <= {"svg", "title", "desc", "style", "rect", "circle", "polygon", "polyline", "text", "tspan"}


def test_a_picture_has_a_title_and_a_description_by_its_name() -> None:
    figure = Figure("whys[1]", "Why <it> happened", "A tree & its ends.", TreeDiagram(Node("x")))
    root = ElementTree.fromstring(draw(figure).svg(Form.INLINE))
    title, description = root[0], root[1]
    assert (title.tag, title.text) == (f"{SVG}title", "Why <it> happened")
    assert (description.tag, description.text) == (f"{SVG}desc", "A tree & its ends.")
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"


def test_a_picture_for_a_page_has_no_style_of_its_own_and_one_for_programs_no_variables() -> None:
    drawing = draw(PICTURES["tree"](12, texts("plain")))
    assert "style" not in drawing.svg(Form.INLINE)
    plain = drawing.svg(Form.PLAIN)
    assert "var(" not in plain
    assert "class=" not in plain
    assert "<style>" in drawing.svg(Form.FILE)


def test_text_from_right_to_left_begins_at_the_right_of_its_box() -> None:
    root = ElementTree.fromstring(draw(Figure("rtl", "", "", TreeDiagram(Node("שלום עולם")))).svg())
    text, box = root.find(f"{SVG}text"), root.findall(f"{SVG}rect")[-1]
    assert text is not None
    assert text.get("direction") == "rtl"
    assert text.get("text-anchor", "start") == "start"
    assert float(text[0].get("x", 0)) > float(box.get("x", 0)) + float(box.get("width", 0)) / 2


def test_end_causes_differ_by_more_than_their_colour() -> None:
    ends = draw(Figure("end", "", "", TreeDiagram(Node("a", (Node("b", is_end=True),))))).svg(Form.INLINE)
    others = draw(Figure("end", "", "", TreeDiagram(Node("a", (Node("b"),))))).svg(Form.INLINE)
    assert "circle" in ends
    assert "circle" not in others
