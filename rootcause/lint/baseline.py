"""The list of known findings, so that a project can begin with what is new."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from msgspec import Struct

from rootcause.lint.finding import Finding
from rootcause.source.text import SourceText

VERSION = 1


class Entry(Struct, frozen=True, order=True):
    """How many equal findings of one rule are known in a file."""

    path: str
    code: str
    fingerprint: str
    count: int


class Applied(Struct, frozen=True):
    """All findings, the known ones marked; and the entries, with what is left of them, that nothing fits any more."""

    findings: tuple[Finding, ...]
    stale: tuple[Entry, ...]


def fingerprint(finding: Finding, nth: int = 0, *, path: str | None = None) -> str:
    """What a finding is known by while lines move. `nth` tells equal findings of one file apart, from 0."""
    raise NotImplementedError


def write(findings: Iterable[Finding], at: Callable[[str], str] = str) -> str:
    """The text of a baseline that knows these findings; `at` turns the path of a finding into that of an entry."""
    raise NotImplementedError


def read(source: SourceText) -> tuple[Entry, ...]:
    """The entries of a baseline. Raises RootcauseError when it is none."""
    raise NotImplementedError


def apply(
    findings: Iterable[Finding], entries: Iterable[Entry], looked_at: Collection[str], at: Callable[[str], str] = str
) -> Applied:
    """Mark the findings that are known. Only an entry of a file that was looked at can be stale."""
    raise NotImplementedError


def prune(entries: Iterable[Entry], stale: Iterable[Entry]) -> str:
    """The text of the baseline without what is stale."""
    raise NotImplementedError
