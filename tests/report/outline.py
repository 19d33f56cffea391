"""What a report is made of, as it is meant and as a reader of Markdown finds it; the two must be the same.

An outline is a list of entries: what stands there, how deep in lists, and the text with its marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from rootcause.report.diagrams import Figure
from rootcause.report.escaping import web_address
from rootcause.report.markdown_pictures import Diagrams, drawing
from rootcause.report.model import (
    Anchor,
    Block,
    Code,
    Emphasis,
    Heading,
    Inlines,
    Items,
    LineBreak,
    Link,
    Paragraph,
    Strong,
    Table,
)
from rootcause.source.visible import visible

READER = MarkdownIt("gfm-like", {"html": True, "linkify": True})
READER.linkify.set({"fuzzy_link": False})  # GitHub makes no link of a bare domain

_MARKS = {"strong": "strong", "em": "emphasis"}


class Entry(NamedTuple):
    """One block: `h2`, `p`, `item`, `th`, `td` or `picture`."""

    kind: str
    depth: int
    text: str = ""


def meant(blocks: Iterable[Block], diagrams: Diagrams = "mermaid", depth: int = 0) -> Iterator[Entry]:
    """The outline of blocks, those without any text and pictures that have no such form left out."""
    for block in blocks:
        match block:
            case Heading(level, inlines):
                yield Entry(f"h{level}", depth, _said(inlines, " "))
            case Paragraph(inlines, is_legend) if not (is_legend and diagrams == "none"):
                if text := _said(inlines, "\n"):
                    yield Entry("p", depth, text)
            case Items(items):
                for item in items:
                    if below := [*meant(item, diagrams, depth + 1)]:
                        yield Entry("item", depth + 1)
                        yield from below
            case Table(columns, rows):
                yield from (Entry("th", depth, _even(visible(column.title), " ")) for column in columns)
                yield from (Entry("td", depth, _said(cell, " ")) for row in rows for cell in row)
            case Figure() if drawing(diagrams, "pictures")(block):
                yield Entry("picture", depth)


def found(markdown: str) -> Iterator[Entry]:
    """The outline that a reader of Markdown finds. What nobody meant to be there has the name of its token."""
    tokens = READER.parse(markdown)
    depth = 0
    for number, token in enumerate(tokens):
        match token.type:
            case "list_item_open":
                depth += 1
                yield Entry("item", depth)
            case "list_item_close":
                depth -= 1
            case "paragraph_open" if _is_picture(tokens[number + 1]):
                yield Entry("picture", depth)
            case "heading_open" | "paragraph_open" | "th_open" | "td_open":
                text = _even(_read(tokens[number + 1].children or ()), "\n")
                yield Entry(token.tag, depth, text)
            case "fence" if token.info in ("mermaid", "text"):
                yield Entry("picture", depth)
            case kind if not re.fullmatch(r"inline|(table|t\w+|tr|bullet_list|heading|paragraph)_(open|close)", kind):
                yield Entry(kind, depth, token.content)


def _is_picture(token: Token) -> bool:
    """Whether it is nothing but a picture, as text that was typed never is."""
    return [child.type for child in token.children or ()] == ["image"]


def _said(inlines: Inlines, line_break: str) -> str:
    return _even("".join(_marked(inlines)), line_break)


def _marked(inlines: Inlines) -> Iterator[str]:
    for inline in inlines:
        match inline:
            case LineBreak():
                yield "\n"
            case Strong(text) | Emphasis(text):
                kind = "strong" if isinstance(inline, Strong) else "emphasis"
                yield f"<{kind}:{shown}>" if (shown := _line(text)) else ""
            case Code(text):
                yield f"<code:{shown}>" if (shown := _line(text)) else ""
            case Link(url):
                yield _line(url, strip=False) if web_address(url) is None else f"<link:{web_address(url)}>"
            case Anchor():
                pass
            case _:
                yield _line(inline.text, strip=False)


def _read(children: Sequence[Token]) -> str:
    written = ""
    address = ""
    for child in children:
        match child.type:
            case "text" | "text_special":
                written += "" if address else child.content
            case "hardbreak" | "softbreak":
                written += "\n"
            case "code_inline":
                written += f"<code:{child.content}>"
            case "strong_open" | "em_open":
                written += f"<{_MARKS[child.tag]}:"
            case "strong_close" | "em_close":
                written += ">"
            case "link_open":
                address = str(child.attrs["href"])
                written += f"<link:{address}>"
            case "link_close":
                address = ""
            case kind:
                written += f"<unexpected {kind}: {child.content}>"
    return written


def _line(text: str, *, strip: bool = True) -> str:
    shown = visible(re.sub(r"[ \t\r\n]+", " ", text))
    return shown.strip() if strip else shown


def _even(text: str, line_break: str) -> str:
    """Spaces one by one, lines without those at their ends, empty lines left out."""
    lines = (re.sub(r"[ \u00a0]+", " ", line).strip() for line in text.split("\n"))
    return line_break.join(line for line in lines if line)
