"""Labels: every sign that means something to Mermaid, to Markdown or to HTML is an entity, with Mermaid's `#` in front.

A label can hold anything that people type. It is wrapped, and shortened where it would fill a page; the text below a
picture is whole.
"""

from __future__ import annotations

import re
from typing import Final

from rootcause.report.prose import shorten
from rootcause.source.visible import visible, width

LONGEST: Final = 400
_WIDTH: Final = 30
# The last two mark entities inside Mermaid.
_ACTS: Final = re.compile(r'["#$%&*:;<>@\[\\\]^_`{|}~\ufb02\u00b6]')
_STARTS_LIST: Final = re.compile(r"^(?:[-+]|\d+[.)])(?= |$)")


def wrapped(text: str) -> str:
    """A label of several lines."""
    return "<br/>".join(map(line, wrap(visible(shorten(text, LONGEST)), _WIDTH) or [""]))


def line(text: str) -> str:
    """A label, or a line of one: never empty, for an empty label is an error."""
    shown = visible(text).strip() or "…"
    start = _STARTS_LIST.match(shown)
    if start is None:
        return _entities(shown)
    mark = shown[start.end() - 1]
    return f"{shown[: start.end() - 1]}#{ord(mark)};{_entities(shown[start.end() :])}"


def _entities(text: str) -> str:
    return _ACTS.sub(lambda found: _entity(found[0]), text)


def _entity(sign: str) -> str:
    return {":": "#colon;", '"': "#quot;"}.get(sign, f"#{ord(sign)};")


def wrap(text: str, columns: int) -> list[str]:
    """Lines of at most so many columns, broken between words, and within a word that is longer than a line."""
    lines: list[str] = []
    line, used = "", 0
    for word in filter(None, text.split(" ")):
        size = width(word)
        if line and used + 1 + size <= columns:
            line, used = f"{line} {word}", used + 1 + size
            continue
        if line:
            lines.append(line)
        *full, line = _broken(word, columns) if size > columns else (word,)
        lines += full
        used = width(line)
    return [*lines, line] if line else lines


def _broken(word: str, columns: int) -> list[str]:
    parts = [""]
    for character in word:
        if parts[-1] and width(parts[-1] + character) > columns:
            parts.append("")
        parts[-1] += character
    return parts
