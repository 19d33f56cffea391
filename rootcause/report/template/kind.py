"""What kind of document a template makes, by the ending of its name; it decides how text of people is written."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from html import escape as escape_html
from typing import Final

from rootcause.report import escaping
from rootcause.report.model import LineBreak, Text
from rootcause.report.prose import paragraphs
from rootcause.source.visible import visible

_OF_TEMPLATES: Final = (".j2", ".jinja", ".jinja2")
_TEX: Final = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
        **{sign: f"\\{sign}" for sign in "{}$&#_%"},
    }
)


class Kind(enum.StrEnum):
    """What a template writes."""

    MARKDOWN = "markdown"
    HTML = "html"
    PLAIN = "plain"


_KINDS: Final[Mapping[str, Kind]] = {
    ".md": Kind.MARKDOWN,
    ".markdown": Kind.MARKDOWN,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".xhtml": Kind.HTML,
    ".xml": Kind.HTML,
    ".svg": Kind.HTML,
}


class Written(str):
    """Text that is markup already, so that it is not escaped again."""

    __slots__ = ()

    def __html__(self) -> str:
        """By this every template engine knows it."""
        return str(self)


def document_name(name: str) -> str:
    """What a template makes, by name: `letter.md` for `letter.md.j2`."""
    return next((name.removesuffix(ending) for ending in _OF_TEMPLATES if name.endswith(ending)), name)


def suffix_of(name: str) -> str:
    """The ending of what a template makes, `.md` for `letter.md.j2`; empty when its name tells none."""
    stem, dot, ending = document_name(name).rpartition(".")
    return f".{ending.lower()}" if dot and stem else ""


def kind_of(name: str) -> Kind:
    """The kind of document that a template of this name makes."""
    return _KINDS.get(suffix_of(name), Kind.PLAIN)


def as_text(value: object, kind: Kind) -> str:
    """A value as text at any place of a line, wherever it stands in the document."""
    text = str(value)
    match kind:
        case Kind.HTML:
            return escape_html(visible(text, keep="\n\t"))
        case Kind.MARKDOWN:
            # A template may put it at the start or the end of a line, or half of an entity behind the other half.
            return (
                escaping.heading(escaping.start_of_line(escaping.escape(text)))
                .replace("&", "\\&")
                .replace("\\\\&", "\\&")
            )
        case Kind.PLAIN:
            return visible(text, keep="\n\t")


def as_paragraphs(value: object, kind: Kind) -> str:
    """A longer text with its paragraphs and lines."""
    if kind is Kind.PLAIN:
        return as_text(value, kind)
    new_line = "<br>\n" if kind is Kind.HTML else "\\\n"
    texts = [
        "".join(
            new_line if isinstance(inline, LineBreak) else as_text(inline.text, kind)
            for inline in paragraph.inlines
            if isinstance(inline, LineBreak | Text)
        )
        for paragraph in paragraphs(str(value))
    ]
    return Written("\n".join(f"<p>{text}</p>" for text in texts) if kind is Kind.HTML else "\n\n".join(texts))


def as_link(value: object, kind: Kind) -> str:
    """A plain web address as a link, anything else as text."""
    address = escaping.web_address(str(value))
    if address is None or kind is Kind.PLAIN:
        return Written(as_text(value, kind))
    shown = escape_html(address)
    return Written(f"<{address}>" if kind is Kind.MARKDOWN else f'<a href="{shown}">{shown}</a>')


def as_tex(value: object) -> str:
    """For LaTeX, on one line."""
    return visible(" ".join(str(value).split())).translate(_TEX)
