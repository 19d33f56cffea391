"""As a document: the same blocks and pictures as in the report of a case, for Markdown and for a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from rootcause.report.model import Block, Emphasis, Heading, Items, Paragraph, Strong, SummaryLine, Text
from rootcause.trends.section import Section


class TrendsReport(Struct, frozen=True):
    """What can be written as Markdown and as a page."""

    title: str
    blocks: tuple[Block, ...]
    summary: tuple[SummaryLine, ...] = ()
    is_one_page: bool = False


def as_document(title: str, sections: Sequence[Section]) -> TrendsReport:
    """The first section stands with the title, as the summary."""
    lines = tuple(SummaryLine("", label, text) for one in sections[:1] for label, text in one.lines)
    blocks = (Heading(1, (Text(title),)), *(block for one in sections for block in _blocks(one)))
    return TrendsReport(title, blocks, lines)


def _blocks(section: Section) -> Iterator[Block]:
    yield Heading(2, (Text(section.title),))
    if section.lines:
        yield Items(
            tuple((Paragraph((Strong(f"{label}:", is_label=True), Text(f" {text}"))),) for label, text in section.lines)
        )
    if section.figure is not None:
        yield section.figure
    if section.table is not None:
        yield section.table
    for note in section.notes:
        yield Paragraph((Emphasis(note),))
