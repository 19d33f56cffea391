"""Writes the comments that silence what has been found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rootcause.lint.finding import Finding, path_of
from rootcause.lint.silencing.comments import Comment, comments_in
from rootcause.lint.silencing.layout import Layout
from rootcause.lint.silencing.suppression import can_be_silenced
from rootcause.source.diagnostic import Edit
from rootcause.source.text import SourceText
from rootcause.source.tree import parse_tree
from rootcause.source.visible import visible


def add_ignores(source: SourceText, findings: Iterable[Finding], reason: str) -> str:
    """The text with a comment in the line of each of its findings that counts; what it means stays as it is.

    A comment that is there takes the further rules and keeps its reason. A finding that no comment can silence is left
    as it is: an error that keeps the file from being used, or one in a line where nothing can be added.
    """
    tree, problems = parse_tree(source)
    if tree is None:
        return source.text
    layout = Layout(source, tree)
    wanted: dict[int, set[str]] = {}
    for finding in findings:
        if finding.path != path_of(source) or finding.suppression is not None or not can_be_silenced(finding.name):
            continue
        wanted.setdefault(layout.line_for_comment(finding.region.line), set()).add(finding.name)
    there = {comment.span.line: comment for comment in comments_in(source, tree)}
    edits = [
        edit
        for line, names in sorted(wanted.items())
        for edit in _edits(source, line, ", ".join(sorted(names)), there.get(line), visible(" ".join(reason.split())))
    ]

    def keeps_meaning(edits: Sequence[Edit]) -> bool:
        after, still = parse_tree(SourceText(source.name, _applied(source, edits)))
        return after is not None and after.value == tree.value and len(still) == len(problems)

    # Behind some lines there is another text, or YAML takes no comment; then each is tried by itself.
    if not keeps_meaning(edits):
        edits = [edit for edit in edits if keeps_meaning([edit])]
    return _applied(source, edits)


def _edits(source: SourceText, line: int, rules: str, there: Comment | None, reason: str) -> Iterator[Edit]:
    if there is None:
        start = source.line_start(line)
        text = source.line_text(line)
        at = len(text.rstrip(" \t"))
        space = "  " if at else ""
        span = source.span(start + at, start + len(text))
        yield Edit(span, f"{space}# rootcause: ignore[{rules}] -- {reason}")
    elif there.words:
        at = there.words[-1][1].end
        yield Edit(source.span(at, at), f", {rules}")


def _applied(source: SourceText, edits: Iterable[Edit]) -> str:
    pieces, done = [], 0
    for edit in edits:
        pieces += [source.text[done : edit.span.start], edit.replacement]
        done = edit.span.end
    return "".join((*pieces, source.text[done:]))
