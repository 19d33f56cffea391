"""The diagnostics that gather while one text is read."""

from __future__ import annotations

from typing import Final

from rootcause.source.diagnostic import Diagnostic, Label, Severity
from rootcause.source.text import SourceText

MAX_FINDINGS: Final = 100


class Findings:
    """Errors in one text, placed by offsets."""

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self._found: list[Diagnostic] = []

    def add(
        self, rule: str, where: tuple[int, int], message: str, help: str, *, label: tuple[int, int, str] | None = None
    ) -> None:
        """Note an error between two offsets; a label adds a second place and what it is."""
        labels = (Label(self.source.span(label[0], label[1]), label[2]),) if label else ()
        span = self.source.span(*where)
        self._found.append(Diagnostic(rule, Severity.ERROR, message, span, self.source, labels, help))

    @property
    def enough(self) -> bool:
        """Whether more of them would help nobody."""
        return len(self._found) >= MAX_FINDINGS

    def in_order(self) -> tuple[Diagnostic, ...]:
        """All of them, as they stand in the text."""
        return tuple(sorted(self._found, key=lambda diagnostic: diagnostic.span.start))
