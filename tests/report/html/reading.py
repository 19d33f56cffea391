"""A page as a reader of HTML finds it, strictly parsed: its elements, and its text line by line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

import html5lib

from rootcause.report.diagrams import Figure
from rootcause.report.escaping import web_address
from rootcause.report.model import Anchor, Block, Heading, Inlines, Items, LineBreak, Link, Paragraph, Strong, Table
from rootcause.source.visible import visible

OF_LINES = ("h1", "h2", "h3", "h4", "h5", "h6", "p", "dt", "th", "td")
_LEFT_OUT = ("nav", "figure", "caption")


def parse(page: str) -> Element:
    """The page as a tree; whatever a browser would have to mend is an error."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree: Element = parser.parse(page)
    return tree


def found(page: str) -> list[str]:
    """The lines of text in the report, contents, pictures and captions left out."""
    body = parse(page).find("body")
    assert body is not None
    return [line for element in _of_lines(body) for line in map(even, _text(element).split("\n")) if line]


def meant(blocks: Iterable[Block]) -> list[str]:
    """The lines of text that blocks have; a label that its answer stands beside has a line of its own."""
    return [line for line in map(even, _meant(blocks)) if line]


def even(line: str) -> str:
    return re.sub(r"[ \u00a0]+", " ", line).strip()


def _of_lines(element: Element) -> Iterator[Element]:
    for child in element:
        if child.tag in OF_LINES:
            yield child
        elif child.tag not in _LEFT_OUT:
            yield from _of_lines(child)


def _text(element: Element) -> str:
    """With line breaks, without the sign of the way back."""
    text = element.text or ""
    for child in element:
        inner = "\n" if child.tag == "br" else "" if child.get("class") == "back" else _text(child)
        text += inner + (child.tail or "")
    return text


def _meant(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading(_, inlines):
                yield said(inlines)
            case Paragraph(inlines):
                yield from said(inlines).split("\n")
            case Items(items):
                leads = [item[0].inlines[0] for item in items if isinstance(item[0], Paragraph)]
                is_labelled = all(isinstance(lead, Strong) and lead.is_label for lead in leads)
                for item in items:
                    yield from _labelled(item) if is_labelled and leads else _meant(item)
            case Table(columns, rows):
                yield from (visible(column.title) for column in columns)
                yield from (said(cell).replace("\n", " ") for row in rows for cell in row)
            case Figure():
                pass


def _labelled(item: tuple[Block, ...]) -> Iterator[str]:
    lead, *below = item
    assert isinstance(lead, Paragraph)
    yield said(lead.inlines[:1]).removesuffix(":")
    yield from _meant((Paragraph(lead.inlines[1:]), *below))


def said(inlines: Inlines) -> str:
    return "".join(_shown(inline) for inline in inlines)


def _shown(inline: object) -> str:
    match inline:
        case LineBreak():
            return "\n"
        case Anchor():
            return ""
        case Link(url):
            return _line(web_address(url) or url)
        case _:
            return _line(inline.text)  # type: ignore[attr-defined]


def _line(text: str) -> str:
    return visible(re.sub(r"[ \t\r\n]+", " ", text))
