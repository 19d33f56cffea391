"""Lines of which the beginning may look otherwise than the rest."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text


def draw_lines(lines: Iterable[tuple[str, str, str, str]]) -> Text:
    """Each line as its beginning, the style of that, its rest and the style of that."""
    drawing = Text(no_wrap=True)
    for number, (begin, style, rest, rest_style) in enumerate(lines):
        drawing.append("\n" if number else "")
        drawing.append(begin, style)
        drawing.append(rest, rest_style)
    return drawing
