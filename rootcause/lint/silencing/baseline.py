"""The list of known findings, so that a project can begin with what is new."""

from __future__ import annotations

import hashlib
import posixpath
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from typing import Annotated, Final

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import replace

from rootcause.errors import RootcauseError
from rootcause.lint.finding import Finding, Suppression
from rootcause.lint.rules import rule
from rootcause.source.text import SourceText
from rootcause.source.visible import visible

VERSION: Final = 1

_Key = tuple[str, str, str]  # path, code, fingerprint


class Entry(Struct, frozen=True, order=True, forbid_unknown_fields=True):
    """How many equal findings of one rule are known in a file."""

    path: str
    code: str
    fingerprint: str
    count: Annotated[int, Meta(ge=1)]


class _Baseline(Struct, frozen=True, forbid_unknown_fields=True):
    version: int
    entries: tuple[Entry, ...]


class Applied(Struct, frozen=True):
    """All findings, the known ones marked; and the entries that nothing fits, `count` being how many too many."""

    findings: tuple[Finding, ...]
    stale: tuple[Entry, ...]


def fingerprint(finding: Finding, nth: int = 0, *, path: str | None = None) -> str:
    """What a finding is known by while lines move. `nth` tells equal findings of one file apart, from 0."""
    where = _normal(finding.path if path is None else path)
    line = " ".join(finding.line_text.partition("# rootcause:")[0].split())
    parts = (finding.code, where, finding.subject, line, str(nth))
    return hashlib.sha256("\0".join(parts).encode(errors="surrogatepass")).hexdigest()


def write(findings: Iterable[Finding], at: Callable[[str], str] = str) -> str:
    """The text of a baseline that knows these findings.

    Left out are those that a comment silences, and errors that keep a file from being used. `at` turns the path of a
    finding into that of an entry.
    """
    known = Counter(_key(finding, at) for finding in findings if _can_be_known(finding))
    return _text(Entry(*key, count) for key, count in known.items())


def read(source: SourceText) -> tuple[Entry, ...]:
    """The entries of a baseline. Raises RootcauseError when it is none."""
    name = visible(source.name)
    hint = "write it anew with --write-baseline"
    try:
        found = msgspec.json.decode(source.text, type=_Baseline)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise RootcauseError(f"{name} is no baseline: {visible(str(error))}", hint=hint) from error
    if found.version != VERSION:
        raise RootcauseError(f"{name} has version {found.version}; expected {VERSION}", hint=hint)
    return found.entries


def apply(
    findings: Iterable[Finding], entries: Iterable[Entry], looked_at: Collection[str], at: Callable[[str], str] = str
) -> Applied:
    """Mark the findings that are known; of equal ones as many as were known, so that another copy is new.

    Only an entry of a file that was looked at can be stale; `looked_at` are paths as in entries.
    """
    left = _counted(entries)
    marked = []
    for finding in findings:
        key = _key(finding, at)
        if _can_be_known(finding) and left[key] > 0:
            left[key] -= 1
            marked.append(replace(finding, suppression=Suppression("baseline")))
        else:
            marked.append(finding)
    files = {_normal(path) for path in looked_at}
    stale = sorted(Entry(*key, count) for key, count in left.items() if count > 0 and key[0] in files)
    return Applied(tuple(marked), tuple(stale))


def prune(entries: Iterable[Entry], stale: Iterable[Entry]) -> str:
    """The text of the baseline without what is stale."""
    left = _counted(entries) - _counted(stale)
    return _text(Entry(*key, count) for key, count in left.items())


def _can_be_known(finding: Finding) -> bool:
    return finding.suppression is None and not rule(finding.name).always


def _key(finding: Finding, at: Callable[[str], str]) -> _Key:
    path = _normal(at(finding.path))
    return path, finding.code, fingerprint(finding, path=path)


def _counted(entries: Iterable[Entry]) -> Counter[_Key]:
    counted: Counter[_Key] = Counter()
    for entry in entries:
        counted[entry.path, entry.code, entry.fingerprint] += entry.count
    return counted


def _normal(path: str) -> str:
    """A path that can be written into any file, also when its name is not UTF-8."""
    return posixpath.normpath(path).encode(errors="backslashreplace").decode()


def _text(entries: Iterable[Entry]) -> str:
    plain = msgspec.json.encode(_Baseline(VERSION, tuple(sorted(entries))))
    return msgspec.json.format(plain, indent=2).decode() + "\n"
