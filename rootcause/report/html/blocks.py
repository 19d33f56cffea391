"""Headings, paragraphs, lists, tables and figures as elements."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import assert_never

from rootcause.report.diagrams import Figure
from rootcause.report.html.addresses import Addresses
from rootcause.report.html.inlines import NO_ATTRIBUTES, Attributes, Direction, element, escape
from rootcause.report.html.tables import write_table
from rootcause.report.model import (
    Anchor,
    Block,
    Emphasis,
    Heading,
    Inline,
    Inlines,
    Items,
    LineBreak,
    Paragraph,
    Strong,
    Table,
    Text,
)
from rootcause.report.plain_text import plain
from rootcause.report.words.pages import PageWords

Draw = Callable[[Figure], str]
"""The picture of a figure as an element of its own."""


class BlockWriter:
    """Writes the blocks of one page from top to bottom; `around` is which way its language runs."""

    def __init__(self, addresses: Addresses, words: PageWords, around: Direction, draw: Draw) -> None:
        self._addresses = addresses
        self._words = words
        self._around = around
        self._draw = draw
        self._level = 0
        self._name = ""

    def write(self, blocks: Iterable[Block]) -> str:
        """The elements, one after the other."""
        return "\n".join(filter(None, map(self._block, blocks)))

    def heading(self, heading: Heading, id: str = "") -> str:
        """A heading, which never leaves out a level."""
        self._level = min(heading.level, self._level + 1)
        self._name = plain(heading.inlines)
        return self._element(f"h{self._level}", heading.inlines, {"id": id})

    def _block(self, block: Block) -> str:
        match block:
            case Heading():
                return self.heading(block, self._addresses.of_text(plain(block.inlines), "part"))
            case Paragraph(inlines):
                return self._paragraph(inlines)
            case Items():
                return self._items(block)
            case Table():
                return write_table(block, self._name, self._addresses, self._around)
            case Figure():
                return self._figure(block)
        assert_never(block)

    def _element(self, name: str, inlines: Inlines, attributes: Attributes = NO_ATTRIBUTES, *, end: str = "") -> str:
        return element(name, inlines, self._addresses, self._around, attributes, end=end)

    def _paragraph(self, inlines: Inlines) -> str:
        if _kind(inlines) == "label":
            self._name = plain(inlines[:1]).removesuffix(":")
        *above, last = _apart(inlines)
        lines = [self._element("p", line, {"class": _kind(line)}) for line in above]
        return "\n".join([*lines, self._element("p", last, {"class": _kind(last)}, end=self._way_back(inlines))])

    def _items(self, block: Items) -> str:
        if not block.items:
            return ""
        leads = [item[0].inlines if item and isinstance(item[0], Paragraph) else () for item in block.items]
        if all(map(_is_labelled, leads)):
            answers = (self._answer(lead, item[1:]) for lead, item in zip(leads, block.items, strict=True))
            return "\n".join(["<dl>", *answers, "</dl>"])
        kind = ' class="numbered"' if all(map(_is_numbered, leads)) else ""
        items = (f"<li>{self.write(item)}</li>" for item in block.items)
        return "\n".join([f"<ul{kind}>", *items, "</ul>"])

    def _answer(self, lead: Inlines, below: tuple[Block, ...]) -> str:
        """A label, and beside it what was answered."""
        around, self._name = self._name, plain(lead[:1]).removesuffix(":")
        title = self._element("dt", (Text(self._name),))
        answer = "\n".join(filter(None, [self._paragraph(lead[1:]), self.write(below)]))
        self._name = around
        return f"<div>{title}<dd>{answer}</dd></div>"

    def _figure(self, figure: Figure) -> str:
        id = self._addresses.of_text(f"figure-{figure.name}", "figure")
        # A title that the heading above has said already is for those who do not see the picture.
        kind = "unseen" if figure.title == self._name else ""
        caption = self._element("figcaption", (Text(figure.title),), {"id": f"{id}-title", "class": kind})
        place = f'<div class="rc-scroll" role="group" aria-labelledby="{id}-title" tabindex="0">'
        return f'<figure id="{id}">\n{place}\n{self._draw(figure)}</div>\n{caption}\n</figure>'

    def _way_back(self, inlines: Inlines) -> str:
        """From a piece of evidence to where it is mentioned first."""
        keys = (one.key for one in inlines if isinstance(one, Anchor))
        ways = ((key, self._addresses.way_back(key)) for key in keys)
        return "".join(
            f' <a class="back" href="#{way}" aria-label="{escape(self._words.back.format(name=key))}">↩</a>'
            for key, way in ways
            if way is not None
        )


def _is_labelled(inlines: Inlines) -> bool:
    return bool(inlines) and isinstance(inlines[0], Strong) and inlines[0].is_label


def _kind(inlines: Inlines) -> str:
    """What a paragraph is set as: a label of what stands below, or what is said beside an answer."""
    if _is_labelled(inlines) and not plain(inlines[1:]):
        return "label"
    return "details" if isinstance(_first(inlines), Emphasis) and len(inlines) > 1 else ""


def _apart(inlines: Inlines) -> tuple[Inlines, ...]:
    """The lines of a paragraph that say something beside its answer stand apart from it."""
    for place in range(1, len(inlines) - 1):
        if isinstance(inlines[place], LineBreak) and isinstance(_first(inlines[place:]), Emphasis):
            return inlines[:place], inlines[place + 1 :]
    return (inlines,)


def _first(inlines: Inlines) -> Inline | None:
    return next((one for one in inlines if not isinstance(one, Anchor | LineBreak)), None)


def _is_numbered(inlines: Inlines) -> bool:
    """Whether it starts with a sign of its own: the number of a cause or of a piece of evidence."""
    seen = _first(inlines)
    return isinstance(seen, Strong) and not seen.is_label
