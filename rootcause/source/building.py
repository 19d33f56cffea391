"""The one pass over the events of a YAML parser, with every limit checked while it reads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from yaml import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from rootcause.source.findings import Findings
from rootcause.source.places import Branch, Event, Place, offsets
from rootcause.source.scalar import MAX_DIGITS, WORDS, is_long_number, number
from rootcause.source.visible import visible

MAX_DEPTH: Final = 64
MAX_NODES: Final = 200_000

_NUMBER_STARTS: Final = frozenset("-0123456789")
_QUOTE_IT: Final = "if it belongs to a text, put the whole text in quotes"
_QUOTE_THAT: Final = "put the text in quotes"


class Builder:
    """Builds plain values and their places from events; what the format refuses becomes a finding.

    `event` and `closed` are what was read last, for explaining an error of the parser.
    """

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self.text = findings.source.text
        # An outermost list takes the document, so that every value has a container.
        self.branch = self.root = Branch([], [], None, None)
        self.key: str | None = None
        self.outside: list[tuple[Branch, str | None]] = []
        self.nodes = 0
        self.event: Event = None
        self.closed: Branch | None = None

    def run(self, following: Callable[[], Event]) -> bool:
        """Read events to the end; false when there is no tree to be had from them."""
        complete = True
        while not self.findings.enough:
            self.event = event = following()
            kind = type(event)
            if kind is ScalarEvent:
                self._scalar(event)
            elif kind is MappingStartEvent:
                if not self._open(event, Branch({}, {}, {}, event)):
                    return False
            elif kind is SequenceStartEvent:
                if not self._open(event, Branch([], [], None, event)):
                    return False
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                self._close(event)
            elif kind is AliasEvent:
                complete = False
                self._alias(event)
            elif kind is DocumentStartEvent:
                if self.root.children:
                    self._refuse_document(event)
                    return False
            elif kind is StreamEndEvent:
                return complete
            if self.nodes > MAX_NODES:
                self._refuse_size(event)
                return False
        return False

    def _scalar(self, event: Event) -> None:
        self.nodes += 1
        branch, key, value = self.branch, self.key, event.value
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event)
        if branch.keys is not None and key is None:
            start = event.start_mark.index
            if value in branch.keys or value == "<<" or self.text[start - 2 : start] == "? ":
                self._check_key(event, branch.keys.get(value))
            branch.keys[value] = event
            self.key = value
            return
        if not event.style:
            value = WORDS.get(value, value)
            if value is None:
                if not event.value and branch.opening is not None and branch.opening.flow_style:
                    self._refuse_gap(event)
            elif value.__class__ is str and value[0] in _NUMBER_STARTS:
                value = self._number(event)
        if key is None:
            branch.value.append(value)
            branch.children.append(event)
        else:
            branch.value[key] = value
            branch.children[key] = event
            self.key = None

    def _open(self, event: Event, inner: Branch) -> bool:
        self.nodes += 1
        where = offsets(event)
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event)
        if self.branch.keys is not None and self.key is None:
            self.findings.add("complex-key", where, "a mapping or a list stands where a key is expected", _QUOTE_IT)
            return False
        if len(self.outside) >= MAX_DEPTH:
            self.findings.add(
                "too-deep",
                where,
                f"mappings and lists are nested more than {MAX_DEPTH} levels deep",
                "nest less; a bracket or brace that belongs to a text needs quotes round the text",
            )
            return False
        if event.flow_style and inner.keys is not None and where[0] == where[1]:
            self.findings.add(
                "pair-in-list",
                where,
                'a ": " inside [ ] makes a pair of key and value out of a text',
                "put the text in quotes, or write { } instead of [ ] for pairs",
            )
        self.outside.append((self.branch, self.key))
        self.branch, self.key = inner, None
        return True

    def _close(self, event: Event) -> None:
        inner = self.closed = self.branch
        inner.closing = event
        self.branch, key = self.outside.pop()
        self._attach(key, inner.value, inner)

    def _attach(self, key: str | None, value: Any, place: Place) -> None:
        if key is None:
            self.branch.value.append(value)
            self.branch.children.append(place)
        else:
            self.branch.value[key] = value
            self.branch.children[key] = place
        self.key = None

    def _alias(self, event: Event) -> None:
        written = f"*{event.anchor}"
        self.findings.add(
            "alias",
            offsets(event),
            f'"{written}" is an alias, which is not allowed here',
            f'write out what it stands for; for a text that starts with "*", {_QUOTE_THAT}',
        )
        if self.branch.keys is not None and self.key is None:
            self.branch.keys[written] = event
            self.key = written
        else:
            self._attach(self.key, None, event)

    def _number(self, event: Event) -> object:
        if is_long_number(event.value):
            self.findings.add(
                "long-number",
                offsets(event),
                f"a number of more than {MAX_DIGITS} digits",
                "put it in quotes if it is a text",
            )
        return number(event.value)

    def _check_key(self, event: Event, first: Event | None) -> None:
        start, end = offsets(event)
        name = visible(event.value)
        if self.text[start - 2 : start] == "? ":
            self.findings.add(
                "question-mark",
                (start - 2, start - 1),
                'a "?" with a space after it makes a key of what follows',
                _QUOTE_IT,
            )
        if event.value == "<<" and not event.style:
            self.findings.add(
                "merge-key", (start, end), '"<<" merges mappings, which is not allowed here', "write the keys out"
            )
        if first is not None:
            before = offsets(first)
            lines = [self.findings.source.position(offset)[0] for offset in (before[0], start)]
            where = f"on line {lines[0]}" if lines[0] == lines[1] else f"on lines {lines[0]} and {lines[1]}"
            self.findings.add(
                "duplicate-key",
                (start, end),
                f'the key "{name}" stands twice in one mapping, {where}',
                "remove one of them, or give it the name that was meant",
                label=(*before, "it stands here first"),
            )

    def _refuse_gap(self, event: Event) -> None:
        key = self.branch.keys[self.key] if self.branch.keys is not None and self.key is not None else event
        start, end = offsets(key)
        written = self.text[start:end]
        colon = self.text[end : event.start_mark.index]
        if ":" in colon:
            help = 'write "" for an empty text, null for no value, or leave the key out'
        elif ":" in written and not key.style:
            help = 'put a space after the ":"'
        else:
            help = 'a "," ends a text inside { }: put the whole text in quotes'
        self.findings.add("missing-value", (start, end), f'"{visible(key.value)}" inside {{ }} has no value', help)

    def _refuse_properties(self, event: Event) -> None:
        start = event.start_mark.index
        if event.anchor is not None:
            self.findings.add(
                "anchor",
                (start, start + len(event.anchor) + 1),
                f'"&{event.anchor}" names a value for use elsewhere, which is not allowed here',
                f'remove it; for a text that starts with "&", {_QUOTE_THAT}',
            )
        if event.tag is not None:
            found = self.text.find("!", start)
            written = self.text[found : event.end_mark.index].split(None, 1)[0]
            self.findings.add(
                "tag",
                (found, found + len(written)),
                f'"{visible(written)}" is a tag, which is not allowed here',
                f'remove it; for a text that starts with "!", {_QUOTE_THAT}',
            )

    def _refuse_document(self, event: Event) -> None:
        self.findings.add(
            "second-document",
            offsets(event),
            "a second document starts here, expected one in a file",
            "make it a file of its own; a line of --- that belongs to a text needs to be indented",
        )

    def _refuse_size(self, event: Event) -> None:
        self.findings.add(
            "too-many-values", offsets(event), f"more than {MAX_NODES:,} values in one file", "split the file"
        )
