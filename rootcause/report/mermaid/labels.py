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
    lines = [""]
    for word in text.split(" "):
        candidate = f"{lines[-1]} {word}".strip(" ")
        if width(candidate) <= columns:
            lines[-1] = candidate
            continue
        lines.append("")
        for character in word:
            if width(lines[-1] + character) > columns:
                lines.append("")
            lines[-1] += character
    return [line for line in lines if line]
