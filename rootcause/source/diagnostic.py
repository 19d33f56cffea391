"""What is wrong in a text, where, and how to mend it; and how that reads as plain text."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from typing import Final

from msgspec import Struct

from rootcause.source.excerpt import excerpt
from rootcause.source.text import SourceText, Span
from rootcause.source.visible import visible

_SHOWN_AT_MOST: Final = 20


class Severity(enum.StrEnum):
    """How much it matters: only an error keeps a file from being used."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Label(Struct, frozen=True):
    """A further place that belongs to the matter; without `source` it is in the same text."""

    span: Span
    message: str
    source: SourceText | None = None


class Edit(Struct, frozen=True):
    """A replacement of the characters of a span; without `source` it is in the same text."""

    span: Span
    replacement: str
    source: SourceText | None = None


class Fix(Struct, frozen=True):
    """Edits that mend the matter together. A safe one changes nothing that the file means."""

    edits: tuple[Edit, ...]
    safe: bool = True


class Diagnostic(Struct, frozen=True):
    """One thing that is wrong. `message` starts small, has no full stop and quotes what it is about."""

    rule: str
    severity: Severity
    message: str
    span: Span
    source: SourceText
    labels: tuple[Label, ...] = ()
    help: str | None = None
    fix: Fix | None = None


def render(diagnostic: Diagnostic) -> str:
    """The diagnostic as plain text without a final line break: place and message, excerpt, labels, help."""
    source, span = diagnostic.source, diagnostic.span
    lines = [
        f"{place(source, span)}: {diagnostic.severity}[{diagnostic.rule}]: {visible(diagnostic.message)}",
        *excerpt(source, span),
    ]
    for label in diagnostic.labels:
        where = label.source or source
        lines.append(f"  {place(where, label.span)}: {visible(label.message)}")
        lines += excerpt(where, label.span)
    if diagnostic.help:
        lines.append(f"  help: {visible(diagnostic.help)}")
    return "\n".join(lines)


def render_all(diagnostics: Iterable[Diagnostic], *, limit: int = _SHOWN_AT_MOST) -> str:
    """All of them by file and position, and how many more there are beyond `limit`."""
    ordered = sorted(diagnostics, key=_order)
    shown = [render(diagnostic) for diagnostic in ordered[:limit]]
    if len(ordered) > limit:
        shown.append(f"and {len(ordered) - limit} more")
    return "\n".join(shown)


def place(source: SourceText, span: Span) -> str:
    """Where something is, as editors and terminals link it: `path:line:column`."""
    return f"{visible(source.name)}:{span.line}:{span.column}"


def _order(diagnostic: Diagnostic) -> tuple[str, int, int, str, str]:
    return (
        diagnostic.source.name,
        diagnostic.span.start,
        diagnostic.span.end,
        diagnostic.rule,
        diagnostic.message,
    )
