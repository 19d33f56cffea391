"""The document, read back by python-docx."""

from __future__ import annotations

import base64
import io
import sys
import zipfile
from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace

from rootcause.analysis.analysis import analyse
from rootcause.errors import RootcauseError
from rootcause.report.diagrams import Figure, Node, TreeDiagram
from rootcause.report.docx.document import render_docx
from rootcause.report.model import Align, Block, Column, Heading, Items, Link, Paragraph, Report, Strong, Table, Text
from rootcause.report.theme import DEFAULT, LIGHT, Logo, Theme
from tests.report.test_markdown import HOSTILE

docx = pytest.importorskip("docx", reason="the extra docx is not installed")
pytest.importorskip("resvg_py", reason="the extra docx is not installed")

TREE = Figure("causes", "Causes", "A tree", TreeDiagram(Node("It broke", (Node("1 It was old", is_end=True),))))


QUESTIONNAIRE = """
rootcause: 1
id: one
version: 1.0.0
title: One
sections: [{id: a, part: what, title: A, questions: [{id: problem, ask: What, type: text, role: problem}]}]
"""


@pytest.fixture(scope="module")
def made(record_of):
    """A document of blocks; `answered` is when the only answer was given."""

    def make(*blocks: Block, theme: Theme = DEFAULT, answered: str | None = None, at: datetime | None = None) -> bytes:
        said = {"value": "It broke", "who": "Jo", **({"when": answered} if answered else {})}
        analysis = analyse(record_of(QUESTIONNAIRE, {"problem": said}))
        return render_docx(Report("It broke", (), blocks, analysis), theme, language="de", made=at)

    return make


def read(content: bytes):
    return docx.Document(io.BytesIO(content))


def test_headings_lists_and_tables_are_what_they_are_in_the_report(made):
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
def test_what_was_typed_is_text(made, text: str):
    content = made(Paragraph((Text("> "), Text(text))), Table((Column(text),), (((Text(text),),),)))
    found = read(content)
    assert len(found.paragraphs) == 2
    assert len(found.tables) == 1
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        ElementTree.fromstring(parts.read("word/document.xml"))


def test_text_from_right_to_left_starts_at_the_right(made):
    hebrew = Text("הגיבוי לא נבדק")
    found = read(made(Paragraph((hebrew,)), Paragraph((Text("not tested: "), hebrew))))
    assert [bool(one._p.xpath("w:pPr/w:bidi")) for one in found.paragraphs] == [True, False]
    assert [[run.font.rtl for run in one.runs] for one in found.paragraphs] == [[True], [None, True]]


def test_a_short_answer_is_not_broken_in_its_cell(made):
    words = "a sentence that goes on and on over the whole width of a sheet, and then goes on a little further"
    row = ((Text(words),), (Text("not known"),), (Text(words),))
    table = Table((Column("What"), Column("When"), Column("How")), (row,) * 3)
    widths = [column.width.mm for column in read(made(table)).tables[0].columns]
    assert widths[1] > 20
    assert round(sum(widths)) == 170


def test_only_a_plain_web_address_becomes_a_link(made):
    content = made(Paragraph((Link("https://example.org/a"), Text(" "), Link("javascript:alert(1)"))))
    relations = [one for one in read(content).part.rels.values() if one.is_external]
    assert [one.target_ref for one in relations] == ["https://example.org/a"]


def test_a_picture_has_words_for_those_who_do_not_see_it_and_is_sharp_at_any_size(made):
    content = made(TREE)
    (shape,) = read(content).inline_shapes
    assert (shape._inline.docPr.get("title"), shape._inline.docPr.get("descr")) == ("Causes", "A tree")
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        (svg,) = [name for name in parts.namelist() if name.endswith(".svg")]
        assert b"It was old" in parts.read(svg)
        assert b"svgBlip" in parts.read("word/document.xml")


def test_the_same_report_gives_the_same_bytes_and_names_no_person(made):
    at = datetime(2026, 11, 22, tzinfo=UTC)
    first, again = (made(TREE, at=at) for _ in "12")
    assert first == again
    properties = read(first).core_properties
    assert (properties.title, properties.author, properties.created) == ("It broke", "", at)


def test_a_missing_library_is_named_with_the_way_to_get_it(made, monkeypatch):
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(RootcauseError) as raised:
        made()
    assert "python-docx" in raised.value.message
    assert "rootcause-triage[docx]" in (raised.value.hint or "")


def test_without_a_moment_of_its_own_the_file_is_as_old_as_the_latest_answer(made):
    properties = read(made(answered="2026-05-20T01:00:00+02:00")).core_properties
    assert properties.created == properties.modified == datetime(2026, 5, 19, 23, tzinfo=UTC)


def test_a_table_that_is_too_wide_for_the_sheet_is_set_row_by_row(made):
    titles = ("No.", "Action", "Intermediate strength", "Responsible person", "Acts upon causes", "Kind", "Due", "Done")
    columns = tuple(Column(title, Align.RIGHT if title == "No." else Align.LEFT) for title in titles)
    words = ("Send the alarms to the mailbox", "Intermediate", "Lindqvist-Brandt", "", "Prevention", "27 November 2026")
    row = tuple((Text(word),) if word else () for word in ("1", *words, "Test alarms answered"))
    found = read(made(Table(columns, (row,) * 2)))
    assert found.tables == []
    first, _ = (one for one in found.paragraphs if one.text)
    assert (first.style.name, first.text) == (
        "List Bullet",
        "1 Send the alarms to the mailbox\nIntermediate strength: Intermediate · Responsible person: Lindqvist-Brandt · "
        "Kind: Prevention · Due: 27 November 2026 · Done: Test alarms answered",
    )


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="10"><rect width="40" height="10"/></svg>'


@pytest.mark.parametrize(
    ("kind", "content", "count"), [("svg+xml", SVG, 1), ("webp", b"RIFF0000WEBP", 0), ("png", b"\x89PNG\r\n\x1a\n", 0)]
)
def test_the_logo_of_a_team_stands_on_top_where_word_can_show_it(made, kind: str, content: bytes, count: int):
    data = f"data:image/{kind};base64,{base64.b64encode(content).decode()}"
    found = read(made(Heading(1, (Text("It broke"),)), theme=Theme(logo=Logo(data=data, text="Our sign"))))
    shapes = found.inline_shapes
    assert [shape._inline.docPr.get("descr") for shape in shapes] == ["Our sign"] * count
    assert all((round(shape.width.mm), round(shape.height.mm, 1)) == (48, 12) for shape in shapes)
    assert [bool(one.text) for one in found.paragraphs] == [*[False] * count, True]


def test_headings_have_the_colour_of_the_team_and_pictures_the_ground_of_the_sheet(made):
    theme = Theme(light=replace(LIGHT, accent="#7a1f5c", paper="#fffaf0"))
    content = made(Heading(2, (Text("Actions"),)), TREE, theme=theme)
    assert str(read(content).styles["Heading 2"].font.color.rgb) == "7A1F5C"
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        (svg,) = [name for name in parts.namelist() if name.endswith(".svg")]
        assert b"#fffaf0" not in parts.read(svg)
        assert b"#7a1f5c" in parts.read(svg)
