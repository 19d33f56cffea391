"""A text in quotes: which ones leave it as it is, and where on its line it ends."""

from __future__ import annotations

import re
from typing import Final

from rootcause.source.places import Edits, Where
from rootcause.source.text import INVISIBLE_LINE_BREAK, LINE_BREAK, SourceText

_LONGEST: Final = 2_000  # of a text that a fix repeats; longer ones nobody wrote by hand
_COMMENT: Final = re.compile(r"\s#")
_NO_COMMENT: Final = re.compile(r"\s#\w")  # as in "order #12", cut off where it was meant to be text
_KEY: Final = re.compile(r"""(?:[\w.-]+|"[^"\n]*"|'[^'\n]*')[ \t]*:[ \t]+""")
_DASHES: Final = re.compile(r"[ \t]*(?:-[ \t]+)*")


def quoted(text: str) -> str:
    """A line of text in quotes: double ones, or single ones where a double one or a backslash is in it."""
    return f'"{text}"' if '"' not in text and "\\" not in text else "'" + text.replace("'", "''") + "'"


def in_quotes(source: SourceText, where: Where, meant: str | None = None) -> Edits:
    """The edit that puts what stands at a place in quotes; none for what a quote would read otherwise.

    `meant` is the text where that is not what stands there.
    """
    text = source.text[slice(*where)]
    if not 0 < len(text) <= _LONGEST or LINE_BREAK.search(text) or INVISIBLE_LINE_BREAK.search(text):
        return ()
    return ((where, quoted(text if meant is None else meant)),)


def rest_of_line(source: SourceText, start: int) -> Where:
    """What stands from an offset to the end of its line, without a comment."""
    line, column = source.position(start)
    rest = source.line_text(line)[column - 1 :]
    return start, start + len(_COMMENT.split(rest, maxsplit=1)[0].rstrip())


def whole_text(source: SourceText, start: int, behind: int | None = None) -> Where | None:
    """Where a value outside brackets begins and ends, None unless it is certain that it is on its line alone.

    It has to begin right behind a key or a dash, and the next line must not go on with it. What stands before `behind`
    belongs to it.
    """
    line, column = source.position(start)
    before = source.line_text(line)[: column - 1]
    dashes = _DASHES.match(before)
    indent = dashes.end() if dashes else 0
    if indent == len(before):
        # An entry of a list: what goes on with it stands deeper than its dash.
        indent = before.rfind("-")
    elif not _KEY.fullmatch(before, indent):
        return None
    if indent < 0 or next_indent(source, line) > indent:
        return None
    where = start, rest_of_line(source, start if behind is None else behind)[1]
    return None if _NO_COMMENT.match(source.text, where[1]) else where


def next_indent(source: SourceText, line: int) -> int:
    """How far the next line with something on it is indented; -1 when there is none."""
    for number in range(line + 1, source.line_count + 1):
        text = source.line_text(number)
        if text.strip():
            return len(text) - len(text.lstrip(" "))
    return -1
