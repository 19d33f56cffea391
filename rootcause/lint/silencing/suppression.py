"""Silences what comments in a questionnaire silence, and finds the comments that silence nothing.

An error that keeps a file from being used is never silenced, nor is what the rules say about comments.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import compress

from msgspec.structs import replace

from rootcause.lint.context import Context
from rootcause.lint.finding import Finding, Suppression, path_of
from rootcause.lint.rule import Found
from rootcause.lint.rule_names import named
from rootcause.lint.rules import families, rule
from rootcause.lint.silencing.comments import Comment
from rootcause.source.diagnostic import Edit, Fix
from rootcause.source.text import SourceText, Span


def silence(findings: Iterable[Finding], comments: Iterable[Comment]) -> tuple[Finding, ...]:
    """The findings, those that a comment silences marked with its reason."""
    silencing: dict[tuple[str, str], list[Comment]] = {}
    for comment in comments:
        for word, _ in comment.words:
            if (name := named(word)) is not None:
                silencing.setdefault((path_of(comment.source), name), []).append(comment)
    return tuple(_silenced(finding, silencing.get((finding.path, finding.name), ())) for finding in findings)


def unused(findings: Collection[Finding], context: Context, asked: Iterable[str]) -> Iterator[Found]:
    """The comments that silence a rule which has been asked and finds nothing there.

    Told only of the file itself: what an included one silences may come up in another questionnaire. And only when it
    has no errors, because more may be found as soon as they are mended.
    """
    if not context.sound or any(finding.name == "internal-error" for finding in findings):
        return
    asked = frozenset(asked)
    own = [finding for finding in findings if finding.path == path_of(context.source)]
    for comment in context.comments:
        if comment.source is not context.source or not comment.words:
            continue
        idle = [_is_idle(word, comment, own, asked) for word, _ in comment.words]
        if any(idle):
            words = tuple(compress(comment.words, idle))
            shown = " and ".join(f'"{word}"' for word, _ in words)
            rest = [word for (word, _), is_idle in zip(comment.words, idle, strict=True) if not is_idle]
            fix = Fix((_without(comment, rest),))
            message = f"{shown} {'finds' if len(words) == 1 else 'find'} nothing here that could be silenced"
            yield Found(context.source, words[0][1], message, "take it out of the comment", fix=fix)


def can_be_silenced(name: str) -> bool:
    """Whether a comment has any effect on a rule."""
    return families()[name] != "control" and not rule(name).always


def _is_idle(word: str, comment: Comment, findings: Iterable[Finding], asked: Collection[str]) -> bool:
    name = named(word)
    if name is None:
        return False
    if not can_be_silenced(name):
        return True
    return name in asked and not any(
        finding.name == name and finding.region.line in comment.lines for finding in findings
    )


def _silenced(finding: Finding, comments: Iterable[Comment]) -> Finding:
    for comment in comments:
        if finding.region.line in comment.lines and can_be_silenced(finding.name):
            return replace(finding, suppression=Suppression("inline", comment.reason))
    return finding


def _without(comment: Comment, words: list[str]) -> Edit:
    """Leave only these words in the comment, or take it out."""
    source = comment.source
    if words:
        brackets = source.span(comment.words[0][1].start, comment.words[-1][1].end)
        return Edit(brackets, ", ".join(words), source)
    return Edit(_with_space(source, comment.span), "", source)


def _with_space(source: SourceText, span: Span) -> Span:
    """A comment and the space before it, or the whole of its line when nothing else is in it."""
    start = source.line_start(span.line)
    before = source.text[start : span.start].rstrip(" \t")
    if before or span.line == source.line_count:
        return source.span(start + len(before), span.end)
    return source.span(start, source.line_start(span.line + 1))
