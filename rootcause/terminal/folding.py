"""Text in lines that fit a screen: measured in columns, broken between words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rootcause.source.visible import visible, width

ELLIPSIS = "..."


def shown(text: str) -> str:
    """A text from outside on one line, with nothing in it that acts on the terminal."""
    return visible(" ".join(text.split()))


def one_line(text: str) -> str:
    """Lines that were pasted, as one line."""
    lines = text.splitlines()
    return text if lines == [text] else " ".join(line.strip() for line in lines if line.strip())


def fold(text: str, columns: int) -> list[str]:
    """The lines of a text, none wider than `columns`; a word that is too long is broken anywhere."""
    columns = max(columns, 1)
    lines = []
    for paragraph in text.splitlines() or [""]:
        line = ""
        for word in _words(visible(paragraph.strip()), columns):
            if line and width(line) + 1 + width(word) > columns:
                lines.append(line)
                line = word
            else:
                line = f"{line} {word}" if line else word
        lines.append(line)
    return lines


def fold_at_most(text: str, columns: int, lines: int) -> list[str]:
    """The first lines of a text from outside as one paragraph, with dots where something is missing."""
    folded = fold(clip(text, columns * lines), columns)
    if len(folded) <= lines:
        return folded
    return [*folded[: lines - 1], cut(folded[lines - 1].rstrip(".") + ELLIPSIS, columns)]


def flow(parts: Sequence[str], between: str, columns: int) -> list[str]:
    """Parts side by side, in as many lines as they need; no part is broken while it fits a line."""
    lines: list[str] = []
    for part in parts:
        if lines and width(lines[-1]) + width(between) + width(part) <= columns:
            lines[-1] += between + part
        else:
            lines += fold(part, columns)
    return lines


def clip(text: str, columns: int) -> str:
    """A text from outside cut to one line of at most `columns`, with dots where something is missing."""
    start = text[: 4 * max(columns, 1) + 4]  # an answer may be a megabyte long
    line = shown(start)
    return cut(line if len(start) == len(text) else line + ELLIPSIS * columns, columns)


def cut(line: str, columns: int) -> str:
    """A line cut to at most `columns`, with dots where something is missing."""
    if width(line) <= columns:
        return line
    return _start(line, max(columns - len(ELLIPSIS), 0)).rstrip() + ELLIPSIS[: max(columns, 0)]


def _words(text: str, columns: int) -> Iterator[str]:
    for word in text.split():
        rest = word
        while width(rest) > columns:
            piece = _start(rest, columns) or rest[0]
            yield piece
            rest = rest[len(piece) :]
        if rest:
            yield rest


def _start(text: str, columns: int) -> str:
    if text.isascii():
        return text[:columns]
    taken = 0
    for index, character in enumerate(text):
        taken += width(character)
        if taken > columns:
            return text[:index]
    return text
