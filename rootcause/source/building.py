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

from rootcause.source import refusals
from rootcause.source.findings import Findings
from rootcause.source.places import Branch, Place, Where, where_is
from rootcause.source.scalar import WORDS, is_long_number, number

MAX_DEPTH: Final = 64
MAX_VALUES: Final = 200_000

_NUMBER_STARTS: Final = frozenset("-0123456789")


class Builder:
    """Builds plain values and their places; what the format refuses becomes a finding.

    `last_scalar` and `last_brackets` are what was read last, for explaining an error of the parser.
    """

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        # An outermost list takes the document, so that every value has a container.
        self.root = self._branch = Branch([], (0, 0), False, False, [])
        self.last_scalar: Where = (0, 0)
        self.last_brackets: Where = (0, 0)
        self._key: str | None = None
        self._key_where: Where = (0, 0)
        self._outside: list[tuple[Branch, str | None, Where]] = []
        self._values = 0
        self._has_alias = False
        self._cut: list[tuple[Branch, str]] = []

    @property
    def open_bracket(self) -> int | None:
        """Where the innermost { or [ stands that is open, None in a block."""
        for branch in (self._branch, *(branch for branch, _, _ in reversed(self._outside))):
            if not branch.in_brackets:
                return None
            if self.findings.source.text[branch.where[0]] in "{[":
                return branch.where[0]
        return None

    def run(self, following: Callable[[], Any]) -> bool:
        """Read events to the end; false when there is no tree to be had from them.

        Most events are scalars, and reading is most of what a short command does: hence a loop with few calls.
        """
        findings = self.findings
        while not findings.enough:
            event = following()
            kind = type(event)
            if kind is StreamEndEvent:
                self._leave_out_cut_texts()
                return not self._has_alias
            if kind is not ScalarEvent:
                if not self._structure(event, kind):
                    return False
                continue
            self._values += 1
            if self._values > MAX_VALUES:
                refusals.too_many_values(findings, where_is(event), MAX_VALUES)
                return False
            where = self.last_scalar = (event.start_mark.index, event.end_mark.index)
            value = event.value
            branch, key = self._branch, self._key
            if event.anchor is not None or event.tag is not None:
                refusals.properties(findings, event)
            if key is not None:
                branch.value[key] = value if event.style else self._plain(value, where)
                branch.entries[key] = self._key_where, where
                self._key = None
            elif branch.is_mapping:
                if value in branch.entries or value == "<<":
                    self._check_key(value, where)
                self._key, self._key_where = value, where
            else:
                branch.value.append(value if event.style else self._plain(value, where))
                branch.entries.append(where)
        return False

    def _plain(self, text: str, where: Where) -> Any:
        value = WORDS.get(text, text)
        if "?" in text and self._branch.in_brackets:
            refusals.question_mark_in_brackets(self.findings, where)
        if value is None:
            if not text and self._key is not None:
                self._check_gap(where)
        elif value is text and text[0] in _NUMBER_STARTS:
            if is_long_number(text):
                refusals.long_number(self.findings, where)
            return number(text)
        return value

    def _structure(self, event: Any, kind: type) -> bool:
        """Take any other event; false when reading on is pointless."""
        if kind is MappingStartEvent or kind is SequenceStartEvent:
            return self._open(event, is_mapping=kind is MappingStartEvent)
        if kind is MappingEndEvent or kind is SequenceEndEvent:
            self._close(event)
        elif kind is AliasEvent:
            self._alias(event)
        elif kind is DocumentStartEvent and self.root.entries:
            refusals.second_document(self.findings, where_is(event))
            return False
        return True

    def _open(self, event: Any, *, is_mapping: bool) -> bool:
        where = where_is(event)
        self._values += 1
        if event.anchor is not None or event.tag is not None:
            refusals.properties(self.findings, event)
        if self._branch.is_mapping and self._key is None:
            refusals.complex_key(self.findings, where)
            return False
        if len(self._outside) >= MAX_DEPTH:
            refusals.too_deep(self.findings, where, MAX_DEPTH)
            return False
        if self._values > MAX_VALUES:
            refusals.too_many_values(self.findings, where, MAX_VALUES)
            return False
        if event.flow_style and where[0] == where[1]:
            refusals.pair_in_list(self.findings, where)
        self._outside.append((self._branch, self._key, self._key_where))
        if is_mapping:
            self._branch = Branch({}, where, event.flow_style, True, {})
        else:
            self._branch = Branch([], where, event.flow_style, False, [])
        self._key = None
        return True

    def _close(self, event: Any) -> None:
        inner = self._branch
        if inner.in_brackets:
            inner.where = self.last_brackets = inner.where[0], event.end_mark.index
        self._branch, self._key, self._key_where = self._outside.pop()
        self._attach(inner.value, inner)

    def _attach(self, value: Any, place: Place) -> None:
        if self._key is None:
            self._branch.value.append(value)
            self._branch.entries.append(place)
        else:
            self._branch.value[self._key] = value
            self._branch.entries[self._key] = self._key_where, place
            self._key = None

    def _alias(self, event: Any) -> None:
        self._has_alias = True
        where = where_is(event)
        refusals.alias(self.findings, where)
        if self._branch.is_mapping and self._key is None:
            self._key, self._key_where = event.anchor, where
        else:
            self._attach(None, where)

    def _check_key(self, key: str, where: Where) -> None:
        if self.findings.source.text[slice(*where)] == "<<":
            refusals.merge_key(self.findings, where)
        first = self._branch.key(key)
        if first is not None:
            refusals.duplicate_key(self.findings, key, first, where)

    def _check_gap(self, where: Where) -> None:
        """Look at a key with nothing after it: in a block it is allowed, unless a "?" made it a key."""
        key = self._key_where
        text, before = self.findings.source.text, key[0] - 1
        while before > 0 and text[before] in " \t":
            before -= 1
        if before >= 0 and text[before] == "?":
            refusals.question_mark_key(self.findings, (before, before + 1))
        elif self._branch.in_brackets:
            refusals.missing_value(self.findings, key, where[0], self._branch)
            if self._key is not None and ":" not in text[key[0] : where[0]]:
                self._cut.append((self._branch, self._key))

    def _leave_out_cut_texts(self) -> None:
        """Take out the keys that are the rest of a text, so that nobody asks what they mean."""
        for branch, key in self._cut:
            if branch.value.get(key, key) is None:
                del branch.value[key], branch.entries[key]
