"""Trees, fishbones and timelines: what is odd in them is drawn too, and what was typed is text."""

from __future__ import annotations

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
from rootcause.report.html.parts import TALLEST, parts
from rootcause.report.svg.canvas import Kind
from rootcause.report.svg.render import Form, draw
from tests.report.svg.overlaps import overlaps
from tests.report.svg.samples import PICTURES, fishbone, flat_tree, texts
from tests.report.test_markdown import HOSTILE

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("kinds", [1, 2, 4, 7, 8, 13])
def test_many_kinds_stand_in_rows(kinds: int) -> None:
    assert overlaps(draw(fishbone(30, texts("endless"), kinds))) == []


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
    assert overlaps(drawing) == []
    ElementTree.fromstring(drawing.svg())


def test_a_chain_of_two_hundred_causes_stays_on_the_page() -> None:
    node = Node("The end", is_end=True)
    for number in range(200):
        node = Node(f"Cause {number}", (node,))
    drawing = draw(Figure("deep", "Deep", "", TreeDiagram(node)))
    assert overlaps(drawing) == []
    assert drawing.width <= 700


def test_the_effect_of_a_tree_of_more_than_a_page_stands_at_its_top() -> None:
    drawing = draw(flat_tree(60, texts("plain")))
    written = [box for box in drawing.boxes if box.kind is Kind.TEXT]
    assert written[0].y == min(box.y for box in written)
    assert len({box.y for box in written}) == len(written)


@pytest.mark.parametrize(("count", "most"), [(12, 1), (60, 3)])
def test_bones_of_many_causes_are_cut_into_rows_that_each_fit_on_a_page(count: int, most: int) -> None:
    drawing = draw(fishbone(count, texts("plain")))
    found = parts(drawing)
    assert len(found) <= most
    assert all(part.height <= TALLEST * 1.2 for part in found)
    for row in drawing.kept:
        assert any(part.extent.y <= row.y and row.bottom <= part.extent.bottom for part in found)


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


def test_text_from_right_to_left_ends_beside_its_sign_where_it_has_no_box() -> None:
    events = tuple(Event("09:00", text, 60 * place) for place, text in enumerate(("שלום", "שלום עולם", "Hello")))
    root = ElementTree.fromstring(draw(Figure("rtl", "", "", TimelineDiagram((Period("", events),)))).svg())
    written = {text[0].text: (text.get("text-anchor", "start"), text[0].get("x")) for text in root.iter(f"{SVG}text")}
    anchor, x = written["שלום"]
    assert anchor == "end"
    assert x == written["שלום עולם"][1] == written["Hello"][1]


def test_end_causes_differ_by_more_than_their_colour() -> None:
    ends = draw(Figure("end", "", "", TreeDiagram(Node("a", (Node("b", is_end=True),))))).svg(Form.INLINE)
    others = draw(Figure("end", "", "", TreeDiagram(Node("a", (Node("b"),))))).svg(Form.INLINE)
    assert "circle" in ends
    assert "circle" not in others
