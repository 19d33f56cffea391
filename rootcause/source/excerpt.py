"""The line that a message is about, with carets under the place."""

from __future__ import annotations

from typing import Final

from rootcause.source.text import SourceText, Span
from rootcause.source.visible import visible, width

_COLUMNS: Final = 100
_BEFORE: Final = 40
_TAB: Final = "    "


def excerpt(source: SourceText, span: Span) -> list[str]:
    """The first line of the span and the carets below it; a long line is cut round the place."""
    line = source.line_text(span.line)
    first = span.column - 1
    last = min(first + max(span.end - span.start, 1), max(len(line), first + 1))
    # A line may have millions of characters; only those near the place are looked at.
    begin = _begin(line, first)
    before, marked = _shown(line[begin:first]), _shown(line[first:last][:_COLUMNS])
    after = _shown(line[last : last + _COLUMNS])
    lead = "…" if begin else ""
    shown, cut = _cut(f"{lead}{before}{marked}{after}")
    cut = cut or last - first > _COLUMNS or len(line) > last + _COLUMNS
    indent = width(lead) + width(before)
    carets = max(min(width(marked), _COLUMNS - indent), 1)
    margin = f"{span.line:>4} | "
    return [
        f"{margin}{shown}{'…' if cut else ''}".rstrip(),
        f"{' ' * (len(margin) - 2)}| {' ' * indent}{'^' * carets}",
    ]


def _begin(line: str, first: int) -> int:
    """From which character on the line is shown: its start, unless the place is too far to the right."""
    if width(_shown(line[: min(first, _COLUMNS) + 1])) <= _COLUMNS * 3 // 4 and first <= _COLUMNS:
        return 0
    return max(first - _BEFORE, 0)


def _cut(shown: str) -> tuple[str, bool]:
    if width(shown) <= _COLUMNS:
        return shown, False
    taken = 0
    for index, character in enumerate(shown):
        taken += width(character)
        if taken > _COLUMNS:
            return shown[:index], True
    return shown, False


def _shown(text: str) -> str:
    return visible(text, keep="\t").replace("\t", _TAB)
