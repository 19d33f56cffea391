"""Text with its marks as runs of a paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from rootcause.report.docx.page import element
from rootcause.report.escaping import web_address
from rootcause.report.html.inlines import direction
from rootcause.report.model import Anchor, Code, Emphasis, Inlines, LineBreak, Link, Strong, Text
from rootcause.source.visible import visible

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

_MONOSPACED = "Consolas"
_BEHIND_BIDI = ("w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl", "w:rPr", "w:sectPr")
"""What the format wants behind the direction, of what we and python-docx write."""


def write(paragraph: Paragraph, inlines: Inlines, *, bold: bool = False) -> None:
    """Adds the text to the paragraph; characters that no XML can hold are written out.

    A paragraph whose text runs from right to left starts at the right.
    """
    if direction(inlines, "ltr") == "rtl":
        _turn(paragraph)
    for inline in inlines:
        match inline:
            case Text(text):
                _run(paragraph, text, bold=bold)
            case Strong(text):
                _run(paragraph, text, bold=True)
            case Emphasis(text):
                _run(paragraph, text, bold=bold, italic=True)
            case Code(text):
                _run(paragraph, text, bold=bold, font=_MONOSPACED)
            case Link(url):
                _link(paragraph, url)
            case LineBreak():
                paragraph.add_run().add_break()
            case Anchor():
                pass
            case _:
                assert_never(inline)


def _turn(paragraph: Paragraph) -> None:
    paragraph._p.get_or_add_pPr().insert_element_before(element("w:bidi", {}), *_BEHIND_BIDI)


def _run(paragraph: Paragraph, text: str, *, bold: bool, italic: bool = False, font: str | None = None) -> None:
    run = paragraph.add_run(visible(" ".join(text.splitlines())))
    run.bold, run.italic = bold or None, italic or None
    if direction((Text(text),), "ltr") == "rtl":
        run.font.rtl = True
        run.font.cs_bold, run.font.cs_italic = run.bold, run.italic
    if font is not None:
        run.font.name = font


def _link(paragraph: Paragraph, url: str) -> None:
    from docx.opc.constants import RELATIONSHIP_TYPE

    address = web_address(url)
    if address is None:
        _run(paragraph, url, bold=False)
        return
    relation = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = element("w:hyperlink", {"r:id": relation})
    run = paragraph.add_run(visible(url))
    run.font.underline = True
    link.append(run._r)
    paragraph._p.append(link)
