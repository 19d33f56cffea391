"""Finds the cases whose files are not as they were read, among many of which few have changed.

Cases whose names begin alike, most often with the same day, are a group. Of each group a digest is kept, so that only
the cases of groups with another one are compared with the tables one by one.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

import msgspec

from rootcause.index.scanning import Found
from rootcause.index.stamps import Stamp

TABLE: Final = "CREATE TABLE groups (letters TEXT PRIMARY KEY, digest TEXT) WITHOUT ROWID"

_LETTERS: Final = len("2026-01-31")
_UNLIKE: Final = ""
"""In place of the digest of a group of which a case is read anew: it is compared once more."""


class Differences(NamedTuple):
    """Cases that are new or changed with the stamps of their files, and those that are gone.

    `groups` has the digest of each group as it is now; it is None when no group was looked at.
    """

    changed: dict[str, Stamp]
    gone: set[str]
    groups: Mapping[str, str] | None


def differences(connection: sqlite3.Connection, cases: Iterable[Found]) -> Differences:
    """Compare the cases that are there with those that were read."""
    groups: dict[str, list[Found]] = {}
    for case in cases:
        groups.setdefault(case[0][:_LETTERS], []).append(case)
    digests = {letters: _digest(group) for letters, group in groups.items()}
    known = dict(connection.execute("SELECT letters, digest FROM groups"))
    unlike = {letters for letters in digests.keys() | known.keys() if digests.get(letters) != known.get(letters)}
    there = {case for letters in unlike for case in groups.get(letters, ())}
    kept = set(_kept(connection, unlike, whole=unlike >= known.keys()))
    changed: dict[str, Stamp] = {name: (*stamp,) for name, *stamp in there - kept}  # type: ignore[misc]
    gone = {name for name, *_ in kept - there if name not in changed}
    return Differences(changed, gone, digests)


def keep(connection: sqlite3.Connection, groups: Mapping[str, str] | None, touched: Iterable[str]) -> None:
    """Keep the digests of groups but for those with a touched case, in the transaction that changes the tables."""
    if groups is not None:
        connection.execute("DELETE FROM groups")  # some of them may have no case any more
    marked = {**(groups or {}), **dict.fromkeys((name[:_LETTERS] for name in touched), _UNLIKE)}
    connection.executemany("INSERT OR REPLACE INTO groups VALUES (?, ?)", marked.items())


def _kept(connection: sqlite3.Connection, groups: Iterable[str], *, whole: bool) -> Iterable[Found]:
    """The cases of these groups, as they were read."""
    of_these = "" if whole else f"WHERE SUBSTR(case_id, 1, {_LETTERS}) IN (SELECT value FROM json_each(:groups))"
    query = f"SELECT case_id, written, changed, size, number FROM files {of_these}"
    return connection.execute(query, {} if whole else {"groups": json.dumps([*groups])})


def _digest(group: Sequence[Found]) -> str:
    return hashlib.blake2b(msgspec.msgpack.encode(group), digest_size=16).hexdigest()
