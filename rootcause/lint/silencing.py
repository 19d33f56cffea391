"""Writes the comments that silence what has been found."""

from __future__ import annotations

from collections.abc import Iterable

from rootcause.lint.comments import comments_in
from rootcause.lint.finding import Finding, path_of
from rootcause.lint.layout import Layout
from rootcause.lint.suppression import can_be_silenced
from rootcause.source.text import SourceText
from rootcause.source.tree import parse_tree
from rootcause.source.visible import visible


def add_ignores(source: SourceText, findings: Iterable[Finding], reason: str) -> str:
    """The text with a comment in the line of each of its findings that counts; what it means stays as it is.

    A comment that is there takes the further rules and keeps its reason. A finding that no comment can silence is left
    as it is: an error that keeps the file from being used, or one in a line where nothing can be added.
    """
    tree, _ = parse_tree(source)
    if tree is None:
        return source.text
    layout = Layout(source, tree)
    wanted: dict[int, dict[str, None]] = {}
    for finding in findings:
        if finding.path != path_of(source) or finding.suppression is not None or not can_be_silenced(finding.name):
            continue
        line = layout.line_for_comment(finding.region.line)
        if line is not None:
            wanted.setdefault(line, {})[finding.name] = None
    there = {comment.span.line: comment for comment in comments_in(source, tree)}
    pieces, done = [], 0
    for line, names in sorted(wanted.items()):
        rules = ", ".join(sorted(names))
        if line not in there:
            start = source.line_start(line)
            whole = source.line_text(line)
            at = start + len(whole.rstrip(" \t"))
            comment = f"# rootcause: ignore[{rules}] -- {visible(' '.join(reason.split()))}"
            pieces += [source.text[done:at], "  " if at > start else "", comment]
            done = start + len(whole)
        elif there[line].words:
            at = there[line].words[-1][1].end
            pieces += [source.text[done:at], f", {rules}"]
            done = at
    return "".join((*pieces, source.text[done:]))
