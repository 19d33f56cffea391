"""The errors that gather while one text is read."""

from __future__ import annotations

from typing import Final

from rootcause.source.diagnostic import Diagnostic, Edit, Fix, Label, Severity
from rootcause.source.places import Edits, Where
from rootcause.source.text import SourceText

_ENOUGH: Final = 100


class Findings:
    """Errors in one text, placed by offsets. `enough` says that more of them would help nobody."""

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.enough = False
        self._found: list[Diagnostic] = []

    def add(
        self,
        rule: str,
        where: Where,
        message: str,
        help: str,
        *,
        label: tuple[Where, str] | None = None,
        fix: Edits = (),
    ) -> None:
        """Note an error; the label is a second place and what is there, the fix new texts for places."""
        labels = (Label(self.source.span(*label[0]), label[1]),) if label else ()
        span = self.source.span(*where)
        edits = tuple(Edit(self.source.span(*place), text) for place, text in fix)
        mend = Fix(edits) if edits else None
        self._found.append(Diagnostic(rule, Severity.ERROR, message, span, self.source, labels, help, mend))
        self.enough = len(self._found) >= _ENOUGH

    @property
    def any(self) -> bool:
        """Whether something was found."""
        return bool(self._found)

    def in_order(self) -> tuple[Diagnostic, ...]:
        """All of them, as they stand in the text."""
        return tuple(sorted(self._found, key=lambda diagnostic: diagnostic.span.start))
