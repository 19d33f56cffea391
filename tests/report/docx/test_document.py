"""The document, read back by python-docx."""

from __future__ import annotations

import io
import sys
import zipfile
from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest

from rootcause.errors import RootcauseError
from rootcause.report.diagrams import Figure, Node, TreeDiagram
from rootcause.report.docx.document import render_docx
from rootcause.report.model import Align, Block, Column, Heading, Items, Link, Paragraph, Report, Strong, Table, Text
from tests.report.test_markdown import HOSTILE

docx = pytest.importorskip("docx", reason="the extra docx is not installed")
pytest.importorskip("resvg_py", reason="the extra docx is not installed")

TREE = Figure("causes", "Causes", "A tree", TreeDiagram(Node("It broke", (Node("1 It was old", is_end=True),))))


def made(*blocks: Block) -> bytes:
    return render_docx(Report("It broke", (), blocks, None), language="de")  # type: ignore[arg-type]


def read(content: bytes):
    return docx.Document(io.BytesIO(content))


def test_headings_lists_and_tables_are_what_they_are_in_the_report():
    table = Table((Column("What"), Column("Cost", Align.RIGHT)), (((Text("Repair"),), (Text("10 EUR"),)),))
    inner = Items(((Paragraph((Text("below"),)),),))
    items = Items(((Paragraph((Strong("1"), Text(" above"))), inner),))
    found = read(made(Heading(1, (Text("It broke"),)), items, Heading(2, (Text("Actions"),)), table))
    told = [(one.style.name, one.text) for one in found.paragraphs if one.text]
    assert told == [
        ("Heading 1", "It broke"),
        ("List Bullet", "1 above"),
        ("List Bullet 2", "below"),
        ("Heading 2", "Actions"),
    ]
    assert [[cell.text for cell in row.cells] for row in found.tables[0].rows] == [
        ["What", "Cost"],
        ["Repair", "10 EUR"],
    ]


@pytest.mark.parametrize("text", [*HOSTILE, "\x00\x1b[31m", "a\x0bb"])
def test_what_was_typed_is_text(text: str):
    content = made(Paragraph((Text("> "), Text(text))), Table((Column(text),), (((Text(text),),),)))
    found = read(content)
    assert len(found.paragraphs) == 2
    assert len(found.tables) == 1
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        ElementTree.fromstring(parts.read("word/document.xml"))


def test_text_from_right_to_left_starts_at_the_right():
    hebrew = Text("הגיבוי לא נבדק")
    found = read(made(Paragraph((hebrew,)), Paragraph((Text("not tested: "), hebrew))))
    assert [bool(one._p.xpath("w:pPr/w:bidi")) for one in found.paragraphs] == [True, False]
    assert [[run.font.rtl for run in one.runs] for one in found.paragraphs] == [[True], [None, True]]


def test_a_short_answer_is_not_broken_in_its_cell():
    words = "a sentence that goes on and on over the whole width of a sheet, and then goes on a little further"
    row = ((Text(words),), (Text("not known"),), (Text(words),))
    table = Table((Column("What"), Column("When"), Column("How")), (row,) * 3)
    widths = [column.width.mm for column in read(made(table)).tables[0].columns]
    assert widths[1] > 20
    assert round(sum(widths)) == 170


def test_only_a_plain_web_address_becomes_a_link():
    content = made(Paragraph((Link("https://example.org/a"), Text(" "), Link("javascript:alert(1)"))))
    relations = [one for one in read(content).part.rels.values() if one.is_external]
    assert [one.target_ref for one in relations] == ["https://example.org/a"]


def test_a_picture_has_words_for_those_who_do_not_see_it_and_is_sharp_at_any_size():
    content = made(TREE)
    (shape,) = read(content).inline_shapes
    assert (shape._inline.docPr.get("title"), shape._inline.docPr.get("descr")) == ("Causes", "A tree")
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        (svg,) = [name for name in parts.namelist() if name.endswith(".svg")]
        assert b"It was old" in parts.read(svg)
        assert b"svgBlip" in parts.read("word/document.xml")


def test_the_same_report_gives_the_same_bytes_and_names_no_person():
    at = datetime(2026, 11, 22, tzinfo=UTC)
    first, again = (render_docx(Report("T", (), (TREE,), None), language="en", made=at) for _ in "12")  # type: ignore[arg-type]
    assert first == again
    properties = read(first).core_properties
    assert (properties.title, properties.author, properties.created) == ("T", "", at)


def test_a_missing_library_is_named_with_the_way_to_get_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(RootcauseError) as raised:
        made()
    assert "python-docx" in raised.value.message
    assert "rootcause-triage[docx]" in (raised.value.hint or "")
