"""Comments that silence a rule: `# rootcause: ignore[rule, rule] -- why`, and `file-ignore` at the top of a file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from msgspec import Struct

from rootcause.lint.silencing.layout import Layout
from rootcause.source.nearest import nearest
from rootcause.source.text import SourceText, Span
from rootcause.source.tree import Tree

_MARK: Final = re.compile(r"#[ \t]*rootcause[ \t]*:[ \t]*")
_IGNORE: Final = re.compile(r"(ignore|file-ignore)[ \t]*\[([^]\r\n]*)\][ \t]*(?:-+|[:\u2013\u2014])?[ \t]*(.*)")
_WORD: Final = re.compile(r"[^\s,]+")
_KEYWORDS: Final = ("ignore", "file-ignore")
# What other linters call it. Anything else behind `rootcause:` is a remark or a key that somebody left out.
_ELSEWHERE: Final = ("noqa", "disable", "disable-line", "disable-next-line", "ignore-file", "ignore-next-line")
_AT_MOST: Final = 1000  # nobody writes more, and a machine that does cannot make the linter slow
_USAGE: Final = "write `# rootcause: ignore[RULE] -- why`"


class Comment(Struct, frozen=True):
    """A comment that silences rules in some lines, or is meant to.

    `span` begins at the `#`. `words` name the rules, each with its place. `problem` says why the comment has no effect,
    and how to mend it.
    """

    source: SourceText
    span: Span
    words: tuple[tuple[str, Span], ...] = ()
    reason: str = ""
    lines: range = range(0)
    problem: tuple[str, str] | None = None


def comments_in(source: SourceText, tree: Tree | None) -> tuple[Comment, ...]:
    """Every comment of that kind. Without a tree those count that have a line to themselves."""
    # Most files have none, and a tree is not walked for them.
    if not _MARK.search(source.text):
        return ()
    layout = Layout(source, tree)
    return tuple(comment for start, end in islice(_marked(layout), _AT_MOST) for comment in _read(layout, start, end))


def _marked(layout: Layout) -> Iterator[tuple[int, int]]:
    """From each mark that stands in a comment to the end of its line."""
    text, done = layout.source.text, 0
    for found in _MARK.finditer(text):
        if found.start() < done:
            continue
        line, _ = layout.source.position(found.start())
        end = done = layout.source.line_start(line) + len(layout.source.line_text(line))
        comment = layout.comment_start(line)
        mark = None if comment is None else _MARK.search(text, comment, end)
        if mark is not None:
            yield mark.start(), end


def _read(layout: Layout, start: int, end: int) -> Iterator[Comment]:
    source = layout.source
    mark = _MARK.match(source.text, start)
    begin = end if mark is None else mark.end()
    span = source.span(start, begin + len(source.text[begin:end].rstrip()))
    ignore = _IGNORE.fullmatch(source.text, begin, span.end)
    if ignore is None:
        problem = _misspelt(source.text[begin:end])
        if problem is not None:
            yield Comment(source, span, problem=problem)
        return
    words = tuple(
        (word[0], source.span(word.start(), word.end())) for word in _WORD.finditer(source.text, *ignore.span(2))
    )
    if not words:
        yield Comment(source, span, problem=("this comment names no rule", _USAGE))
    elif ignore[1] == "ignore":
        yield Comment(source, span, words, ignore[3], layout.reach(start))
    elif start < layout.top:
        yield Comment(source, span, words, ignore[3], range(1, source.line_count + 1))
    else:
        problem = "a comment for the whole file counts above its first key", "move it to the top, or write `ignore`"
        yield Comment(source, span, problem=problem)


def _misspelt(text: str) -> tuple[str, str] | None:
    """What is wrong when somebody seems to have meant to silence a rule."""
    found = re.match(r"[\w-]+", text)
    word = found[0] if found else ""
    if word in _KEYWORDS:
        return "this comment names no rule in square brackets", _USAGE
    if word in _ELSEWHERE or nearest(word, _KEYWORDS) is not None:
        return f'"{word}" silences nothing', _USAGE
    return None
