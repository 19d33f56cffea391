"""What people typed, as inlines and paragraphs."""

from __future__ import annotations

import re
from typing import Final

from rootcause.report.model import Inline, LineBreak, Paragraph, Text

_SPACES: Final = re.compile(r"[ \t\r\n]+")
_NO_BREAK = "\N{NO-BREAK SPACE}"
_ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"
_INDENT = {"\t": _NO_BREAK * 4, "\N{IDEOGRAPHIC SPACE}": _NO_BREAK * 2}


def one_line(text: str) -> str:
    """The text on one line."""
    return _SPACES.sub(" ", text).strip() if "  " in text or not text.isprintable() else text.strip()


def even_spaces(text: str) -> str:
    """The text with one space where lines break and spaces follow one another."""
    if "  " in text or not text.isprintable():  # a tab and a line break are not printable
        return _SPACES.sub(" ", text)
    return text


def is_one_line(text: str) -> bool:
    """Whether the text has no line break."""
    return "\n" not in text.strip() and "\r" not in text.strip()


def shorten(text: str, limit: int) -> str:
    """The first paragraph on one line, cut after a word when it is longer than the limit."""
    first = re.split(r"\n\s*\n", text.strip(), maxsplit=1)[0]
    whole = one_line(first)
    if len(whole) <= limit:
        return whole if first == text.strip() else whole.rstrip(" :") + _ELLIPSIS
    cut = whole[: limit - 1]
    at_word = cut.rpartition(" ")[0]
    return (at_word if len(at_word) > limit // 2 else cut).rstrip(" ,;:.") + _ELLIPSIS


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """A longer text with its paragraphs, its lines and their indentation."""
    lines = re.sub(r"\r\n?", "\n", text).split("\n")
    found: list[list[Inline]] = [[]]
    for line in lines:
        if not line.strip():
            found.append([])
            continue
        if found[-1]:
            found[-1].append(LineBreak())
        found[-1].append(Text(_indented(line)))
    return tuple(Paragraph(tuple(inlines)) for inlines in found if inlines)


def _indented(line: str) -> str:
    bare = line.strip()
    indent = line[: len(line) - len(line.lstrip())]
    return "".join(_INDENT.get(space, _NO_BREAK) for space in indent) + bare
