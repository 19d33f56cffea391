"""Headings, paragraphs, lists, tables and figures as parts of a document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final, assert_never

from rootcause.report.diagrams import Figure
from rootcause.report.docx.columns import column_widths, rows_as_items
from rootcause.report.docx.inlines import write
from rootcause.report.docx.page import CAPTION_STYLE, CELL_STYLE, TABLE_STYLE, element
from rootcause.report.docx.pictures import Pictures
from rootcause.report.model import Align, Block, Emphasis, Heading, Inlines, Items, Paragraph, Table, Text
from rootcause.report.plain_text import plain
from rootcause.report.theme import Theme

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table as DocxTable

_LISTS: Final = ("List Bullet", "List Bullet 2", "List Bullet 3")
_INDENT: Final = 8
"""Millimetres for each level of a list below the third."""


class BlockWriter:
    """Writes blocks at the end of a document, one after the other."""

    def __init__(self, document: Document, pictures: Pictures, theme: Theme) -> None:
        self._document = document
        self._pictures = pictures
        self._line = theme.light.line.lstrip("#").upper()

    def write(self, blocks: Iterable[Block], depth: int = 0) -> None:
        """All of them; `depth` is how many lists they stand in."""
        for block in blocks:
            match block:
                case Heading(level, inlines):
                    write(self._document.add_heading(level=min(level, 3)), inlines)
                case Paragraph(inlines):
                    self._paragraph(inlines, depth)
                case Items(items):
                    for item in items:
                        self._item(item, depth + 1)
                case Table():
                    self._table(block, depth)
                case Figure():
                    self._figure(block)
                case _:
                    assert_never(block)

    def _paragraph(self, inlines: Inlines, depth: int) -> None:
        from docx.shared import Mm

        if not plain(inlines).strip():
            return
        paragraph = self._document.add_paragraph()
        if depth:
            paragraph.paragraph_format.left_indent = Mm(_INDENT * depth)
        write(paragraph, inlines)

    def _item(self, blocks: Sequence[Block], depth: int) -> None:
        from docx.shared import Mm, Pt

        first, *rest = blocks or (Paragraph(()),)
        if isinstance(first, Paragraph) and plain(first.inlines).strip():
            paragraph = self._document.add_paragraph(style=_LISTS[min(depth, len(_LISTS)) - 1])
            paragraph.paragraph_format.space_after = Pt(3)
            if depth > len(_LISTS):
                paragraph.paragraph_format.left_indent = Mm(_INDENT * depth)
            write(paragraph, first.inlines)
            self.write(rest, depth)
        else:
            self.write(blocks, depth)

    def _table(self, table: Table, depth: int) -> None:
        """As a table where its columns fit beside each other, else a row after the other."""
        head: list[Inlines] = [(Text(column.title),) for column in table.columns]
        widths = column_widths([head, *table.rows])
        if widths is None:
            for item in rows_as_items(table):
                self._item(item, depth + 1)
            return
        made = self._document.add_table(rows=0, cols=len(table.columns), style=TABLE_STYLE)
        made.autofit = False
        self._draw_lines(made)
        aligns = [column.align for column in table.columns]
        _write_row(made, head, aligns, is_head=True)
        for row in table.rows:
            _write_row(made, row, aligns, is_head=False)
        _set_widths(made, widths)
        self._document.add_paragraph().paragraph_format.space_after = 0

    def _draw_lines(self, table: DocxTable) -> None:
        """Lines between the rows only: columns stand apart by their room."""
        borders = element("w:tblBorders", {})
        for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
            kind = "single" if side in ("top", "bottom", "insideH") else "nil"
            borders.append(element(f"w:{side}", {"w:val": kind, "w:sz": "4", "w:color": self._line}))
        table._tbl.tblPr.insert_element_before(borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")

    def _figure(self, figure: Figure) -> None:
        paragraph = self._document.add_paragraph()
        paragraph.paragraph_format.keep_with_next = True
        if self._pictures.add(paragraph, figure):
            self._document.add_paragraph(style=CAPTION_STYLE).add_run(plain((Text(figure.title),)))
        else:
            write(paragraph, (Emphasis(figure.description),))


def _write_row(table: DocxTable, cells: Sequence[Inlines], aligns: Sequence[Align], *, is_head: bool) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    row = table.add_row()  # type: ignore[no-untyped-call]
    properties = row._tr.get_or_add_trPr()
    properties.append(element("w:cantSplit", {}))
    if is_head:
        properties.append(element("w:tblHeader", {}))
    for cell, inlines, align in zip(row.cells, cells, aligns, strict=True):
        paragraph = cell.paragraphs[0]
        paragraph.style = CELL_STYLE
        if align is Align.RIGHT:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        write(paragraph, inlines, bold=is_head)


def _set_widths(table: DocxTable, widths: Sequence[float]) -> None:
    from docx.shared import Mm

    for column, millimetres in zip(table.columns, widths, strict=True):
        column.width = Mm(millimetres)
        for cell in column.cells:
            cell.width = Mm(millimetres)
