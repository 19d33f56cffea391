"""The YAML of a text as plain values, with the way from every value back to its place.

Values are read from the parser's events in one pass that checks every limit while it reads. Composing or loading
is left alone: both follow aliases, guess at dates and octal numbers, and end the process on deep nesting.
"""

from __future__ import annotations

import gc
from bisect import bisect_right
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from operator import itemgetter
from typing import Any, Final, cast

import yaml
from msgspec import Struct

from rootcause.source import refusals, surrogates
from rootcause.source.building import Builder
from rootcause.source.diagnostic import Diagnostic
from rootcause.source.findings import Findings
from rootcause.source.places import Branch, Place, extent, scalars_of
from rootcause.source.scalar import value_offset
from rootcause.source.text import INVISIBLE_LINE_BREAK, SourceText, Span

Route = tuple[str | int, ...]
"""The keys and list positions (from 0) that lead to a value."""

Plain = None | bool | int | Decimal | str | list["Plain"] | dict[str, "Plain"]

FASTEST_PARSER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Tree(Struct, frozen=True, eq=False):
    """Plain values and where each of them stands."""

    value: Plain
    source: SourceText
    root: Place | None

    def at(self, route: Route) -> Plain:
        """The value that a route leads to, None when there is none."""
        value: Any = self.value
        for step in route:
            # No `match`: this is the one thing that is done for every text of a file.
            if type(value) is dict:
                value = value.get(step)
            elif type(value) is list and type(step) is int and 0 <= step < len(value):
                value = value[step]
            else:
                return None
        return cast("Plain", value)

    def span(self, route: Route = ()) -> Span:
        """Where the value stands; of a route that does not exist, its nearest ancestor."""
        return self._span(self._find(route)[1])

    def key_span(self, route: Route) -> Span:
        """Where the key stands that leads to the value; without a key, where the value stands."""
        steps, place = self._find(route)
        if route and steps == len(route):
            parent = self._find(route[:-1])[1]
            key = parent.key(route[-1]) if isinstance(parent, Branch) else None
            if key is not None:
                return self.source.span(*key)
        return self._span(place)

    def span_within(self, route: Route, start: int, end: int) -> Span:
        """Where the characters `start` to `end` of a text stand; the whole scalar where that is not certain."""
        whole = self.span(route)
        value = self.at(route)
        if not isinstance(value, str):
            return whole
        raw = self.source.slice(whole)
        first, last = (value_offset(raw, value, at) for at in (start, end))
        if first is None or last is None or not 0 <= first <= last <= len(raw):
            return whole
        return self.source.span(whole.start + first, whole.start + last)

    def _find(self, route: Route) -> tuple[int, Place | None]:
        """How many steps of the route exist, and the place they lead to."""
        place = self.root
        for steps, step in enumerate(route):
            child = place.child(step) if isinstance(place, Branch) else None
            if child is None:
                return steps, place
            place = child
        return len(route), place

    def _span(self, place: Place | None) -> Span:
        return self.source.span(*(extent(place, self.source.text) if place is not None else (0, 0)))


def parse_tree(source: SourceText, *, parser: Any = FASTEST_PARSER) -> tuple[Tree | None, tuple[Diagnostic, ...]]:
    """The tree of a text and what is wrong with it, in the order of the text; never raises on any content.

    There is no tree when the text cannot be read as one: a syntax error, a limit, an alias, a second document. With
    a lesser error (a duplicate key, an anchor) there is one, for further checks; of duplicate keys the last counts.
    """
    findings = Findings(source)
    with _garbage_collection_off():
        builder = _read(parser, findings)
    tree = None
    if builder is not None:
        root = builder.root
        tree = Tree(root.value[0], source, root.entries[0]) if root.entries else Tree(None, source, None)
    return tree, findings.in_order()


def _read(parser: Any, findings: Findings) -> Builder | None:
    builder = Builder(findings)
    reader = None
    text = findings.source.text
    if surrogates.has_pairs(text):
        parser = yaml.SafeLoader
    try:
        reader = parser(text)
        following = surrogates.joining(reader.get_event, text) if parser is yaml.SafeLoader else reader.get_event
        if not builder.run(following):
            return None
        _refuse_invisible_line_break(builder)
        return builder
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as error:
        from rootcause.source import misreading

        misreading.explain(builder, error)
        return None
    finally:
        if reader is not None:
            reader.dispose()


def _refuse_invisible_line_break(builder: Builder) -> None:
    """Inside a text such a break is a character of it; elsewhere it hides that a line ends."""
    text = builder.findings.source.text
    if text.isascii() or not INVISIBLE_LINE_BREAK.search(text):
        return
    scalars = sorted(scalars_of(builder.root))
    for found in INVISIBLE_LINE_BREAK.finditer(text):
        before = bisect_right(scalars, found.start(), key=itemgetter(0))
        if not before or scalars[before - 1][1] <= found.start():
            refusals.invisible_line_break(builder.findings, found.span())
            return


@contextmanager
def _garbage_collection_off() -> Iterator[None]:
    """Every value made here is kept, so looking for garbage would only make large files slower than linear."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
