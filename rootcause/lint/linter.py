"""Asks every rule about a file and gathers what they find."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from rootcause.lint.context import Context
from rootcause.lint.finding import Finding, Mend, Region, Related, Replacement, in_order, path_of
from rootcause.lint.rule import Found, Rule
from rootcause.lint.rules import rule
from rootcause.lint.silencing.suppression import silence, unused
from rootcause.questionnaire.loader import load_questionnaire
from rootcause.source.diagnostic import Diagnostic
from rootcause.source.excerpt import excerpt
from rootcause.source.text import SourceText, Span

_LINE: Final = 2_000  # characters kept of a line; it may have millions, and be kept with each finding in it


def lint(
    source: SourceText,
    rules: Iterable[Rule],
    *,
    raw: str | None = None,
    resolve: Callable[[str], SourceText] | None = None,
    settings: Mapping[str, Mapping[str, int | list[str]]] | None = None,
    before: SourceText | None = None,
) -> tuple[Finding, ...]:
    """Everything that these rules and the reading of the file find, in order; never raises on any content.

    `raw` is the text with its byte order mark and its own line breaks; `resolve` reads an included file; `before` is
    the text of the file as it was in an earlier version.
    """
    loaded = load_questionnaire(source, resolve=resolve, parts=True)
    earlier = None if before is None else load_questionnaire(before, resolve=resolve)
    context = Context(source, source.text if raw is None else raw, loaded, settings or {}, earlier)
    rules = tuple(rules)
    found = [*_while_reading(loaded.diagnostics), *_looked_for(context, rules)]
    if context.comments:
        found = [*silence(found, context.comments), *_unused(found, context, rules)]
    return tuple(sorted(dict.fromkeys(found), key=in_order))


def _unused(found: list[Finding], context: Context, rules: Iterable[Rule]) -> Iterator[Finding]:
    """What is told last, because only then it is known which comments were of use."""
    of = next((one for one in rules if one.name == "unused-suppression"), None)
    if of is not None:
        asked = [one.name for one in rules if _can_be_asked(one, context)]
        yield from (finding(of, one) for one in unused(found, context, asked))


def _can_be_asked(one: Rule, context: Context) -> bool:
    if (one.sound and not context.sound) or (one.whole and context.loaded.is_part):
        return False
    return not one.since or (context.before is not None and context.before.draft is not None)


def _while_reading(diagnostics: Iterable[Diagnostic]) -> Iterator[Finding]:
    for diagnostic in diagnostics:
        found = Found(
            diagnostic.source, diagnostic.span, diagnostic.message, diagnostic.help, diagnostic.labels, diagnostic.fix
        )
        yield finding(rule(diagnostic.rule), found)


def _looked_for(context: Context, rules: Iterable[Rule]) -> Iterator[Finding]:
    for one in rules:
        if one.check is None or not _can_be_asked(one, context):
            continue
        try:
            for found in one.check(context):
                yield finding(one, found)
        except Exception as error:  # a fault of a rule is told as one, and the other rules go on
            yield _internal_error(context, one, error)


def finding(of: Rule, found: Found) -> Finding:
    """What a rule found, as a finding."""
    source, span = found.source, found.span
    return Finding(
        code=of.code,
        name=of.name,
        severity=of.severity,
        message=found.message,
        path=path_of(source),
        region=region(source, span),
        line_text=source.line_text(span.line)[:_LINE],
        subject=found.subject,
        frame=tuple(excerpt(source, span)),
        help=found.help,
        related=tuple(
            Related(path_of(of), region(of, label.span), label.message, tuple(excerpt(of, label.span)))
            for label in found.labels
            for of in (label.source or source,)
        ),
        mend=None
        if found.fix is None
        else Mend(
            tuple(
                Replacement(path_of(of), region(of, edit.span), edit.replacement)
                for edit in found.fix.edits
                for of in (edit.source or source,)
            ),
            found.fix.safe,
        ),
    )


def region(source: SourceText, span: Span) -> Region:
    """Where a span begins and ends."""
    return Region(span.line, span.column, *source.position(span.end), span.start, span.end)


def _internal_error(context: Context, broken: Rule, error: Exception) -> Finding:
    message = f"the rule {broken.name} failed: {type(error).__name__}: {error}"
    help = "this is a fault of rootcause, not of the file; please report it with the file"
    start = context.source.span(0, 0)
    return finding(rule("internal-error"), Found(context.source, start, message, help))
