"""A place in one of the files that a questionnaire is made of, and what is found wrong there."""

from __future__ import annotations

from msgspec import Struct

from rootcause.source.diagnostic import Diagnostic, Fix, Label, Severity
from rootcause.source.text import Span
from rootcause.source.tree import Plain, Route, Tree


class Place(Struct, frozen=True):
    """A value in a tree. `place / "questions" / 0` leads further in."""

    tree: Tree
    route: Route = ()

    def __truediv__(self, step: str | int) -> Place:
        return Place(self.tree, (*self.route, step))

    def at(self, *steps: str | int) -> Place:
        """Several steps further in."""
        return Place(self.tree, (*self.route, *steps))

    @property
    def value(self) -> Plain:
        """The plain value here, None when there is none."""
        return self.tree.at(self.route)

    def has(self, key: str) -> bool:
        """Whether the mapping here has the key."""
        return isinstance(self.value, dict) and key in self.value

    @property
    def span(self) -> Span:
        """Where the value stands."""
        return self.tree.span(self.route)

    @property
    def key_span(self) -> Span:
        """Where the key stands that leads here; in a list, the value."""
        return self.tree.key_span(self.route)

    def error(
        self, rule: str, message: str, help: str | None = None, *, span: Span | None = None, fix: Fix | None = None
    ) -> Diagnostic:
        """An error at the value, or at a part of it."""
        return Diagnostic(rule, Severity.ERROR, message, span or self.span, self.tree.source, help=help, fix=fix)

    def key_error(self, rule: str, message: str, help: str | None = None, *, fix: Fix | None = None) -> Diagnostic:
        """An error at the key that leads here."""
        return self.error(rule, message, help, span=self.key_span, fix=fix)

    def label(self, message: str) -> Label:
        """A further place to point at, for a diagnostic elsewhere."""
        return Label(self.span, message, self.tree.source)
