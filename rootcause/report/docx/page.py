"""The sheet, its foot and the styles. Every look is a style, so that a team can change it in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rootcause.report.theme import Theme
from rootcause.source.visible import visible

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.styles.style import ParagraphStyle
    from docx.text.paragraph import Paragraph

WIDTH: Final = 170
"""Millimetres between the margins of a sheet of A4."""
TABLE_STYLE: Final = "Table Grid"
CAPTION_STYLE: Final = "Caption"
CELL_STYLE: Final = "Table Text"

_FONT: Final = "Calibri"
_TEXT: Final = 10.5
_HEADINGS: Final = ((1, 22.0, 0), (2, 15.0, 18), (3, 12.0, 12))


def lay_out(document: Document, theme: Theme, language: str) -> None:
    """A4, page numbers, the name of the organisation, the language, the styles."""
    from docx.shared import Mm, Pt

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm((210 - WIDTH) / 2)
    section.top_margin = section.bottom_margin = Mm(20)
    normal = document.styles["Normal"]
    _set_text(normal, _TEXT, theme.light.ink)
    normal.paragraph_format.space_after = Pt(6)
    _set_language(normal, language)
    for level, size, above in _HEADINGS:
        style = document.styles[f"Heading {level}"]
        _set_text(style, size, theme.light.ink if level == 1 else theme.light.accent, bold=True)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(above), Pt(6)
        style.paragraph_format.keep_with_next = True
    _set_text(document.styles[CAPTION_STYLE], 9, theme.light.muted)
    _add_cell_style(document, theme)
    _write_foot(section.footer.paragraphs[0], theme)


def _add_cell_style(document: Document, theme: Theme) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt

    cell = document.styles.add_style(CELL_STYLE, WD_STYLE_TYPE.PARAGRAPH)
    cell.base_style = document.styles["Normal"]
    _set_text(cell, 9, theme.light.ink)
    cell.paragraph_format.space_before = cell.paragraph_format.space_after = Pt(2)


def _set_text(style: ParagraphStyle, size: float, colour: str, *, bold: bool = False) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    style.font.name, style.font.size, style.font.bold = _FONT, Pt(size), bold
    style.font.italic = False
    style.font.color.rgb = RGBColor.from_string(colour.lstrip("#").upper())
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme_font in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(theme_font), None)
    fonts.set(qn("w:cs"), _FONT)


def _set_language(style: ParagraphStyle, language: str) -> None:
    properties = style.element.get_or_add_rPr()
    properties.append(element("w:lang", {"w:val": language, "w:eastAsia": language, "w:bidi": language}))


def _write_foot(paragraph: Paragraph, theme: Theme) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    if theme.name:
        paragraph.add_run(f"{visible(theme.name)}  ·  ")
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = paragraph.add_run()
        if kind:
            run._r.append(element("w:fldChar", {"w:fldCharType": kind}))
        else:
            instruction = element("w:instrText", {"xml:space": "preserve"})
            instruction.text = text
            run._r.append(instruction)


def element(name: str, attributes: dict[str, str]) -> BaseOxmlElement:
    """An element of the file format for which python-docx has no words."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(key), value)
    return made
