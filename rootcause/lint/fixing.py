"""Puts mends in place in the texts themselves, so that comments and layout stay. Reads and writes no file."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import Final

from msgspec import Struct

from rootcause.lint.finding import Finding, Mend, Replacement
from rootcause.lint.unchanged import says_the_same
from rootcause.source.places import Where
from rootcause.source.text import LINE_BREAK
from rootcause.source.visible import visible

_ROUNDS: Final = 10
_MARK: Final = "\ufeff"

Read = Callable[[str], str]
"""Gives the raw text of a file by its path, with its byte order mark and its own line breaks."""


class Fixed(Struct, frozen=True):
    """The raw texts that changed, by path, and how many findings were mended.

    `remaining` is what is found afterwards. The mends of `refused` would have changed more than they say, which is a
    fault of their rules; they were not put in place.
    """

    texts: Mapping[str, str]
    count: int
    remaining: tuple[Finding, ...]
    refused: tuple[Finding, ...] = ()


def fix(read: Read, lint: Callable[[Read], tuple[Finding, ...]], *, unsafe: bool = False) -> Fixed:
    """Mend what is found, and what is found then, until nothing is left to mend.

    `lint` finds what is wrong when files are read in the given way. What is silenced stays as it is; mends that are
    not safe are made only when `unsafe` says so.
    """
    edited: dict[str, str] = {}
    count = 0
    refused: dict[tuple[str, ...], Finding] = {}

    def current(path: str) -> str:
        return edited[path] if path in edited else read(path)

    findings = lint(current)
    for _ in range(_ROUNDS):
        waiting = [one for one in findings if _is_wanted(one, unsafe=unsafe) and _known_as(one) not in refused]
        made, bad = _round(current, waiting)
        refused.update((_known_as(one), one) for one in bad)
        if not made:
            break
        edited.update(apply(current, [one.mend for one in made if one.mend is not None]))
        count += len(made)
        findings = lint(current)
    changed = {path: text for path, text in edited.items() if text != read(path)}
    return Fixed(changed, count, findings, tuple(refused.values()))


def apply(read: Read, mends: Iterable[Mend]) -> dict[str, str]:
    """The raw texts of the files that these mends touch, with them in place; no two may overlap."""
    replacements: dict[str, list[Replacement]] = {}
    for mend in mends:
        for replacement in mend.replacements:
            replacements.setdefault(replacement.path, []).append(replacement)
    return {path: _replaced(read(path), of_file) for path, of_file in replacements.items()}


def diff(path: str, before: str, after: str) -> str:
    """What changed in a file, in the form that `patch` and `git apply` take."""
    name = visible(path)
    lines = difflib.unified_diff(_lines(before), _lines(after), f"a/{name}", f"b/{name}")
    return "".join(line if line.endswith(("\n", "\r")) else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _is_wanted(finding: Finding, *, unsafe: bool) -> bool:
    return finding.mend is not None and finding.suppression is None and (finding.mend.safe or unsafe)


def _known_as(finding: Finding) -> tuple[str, ...]:
    return finding.code, finding.path, finding.subject, finding.message, finding.line_text


def _round(read: Read, waiting: Sequence[Finding]) -> tuple[list[Finding], list[Finding]]:
    """Of findings in order, whose mends go together, and whose do harm."""
    made: list[Finding] = []
    bad: list[Finding] = []
    taken: dict[str, list[Where]] = {}
    for finding in waiting:
        if finding.mend is None or not _is_free(finding.mend, taken):
            continue
        if _is_harmless(read, [finding.mend]):
            made.append(finding)
            for one in finding.mend.replacements:
                taken.setdefault(one.path, []).append(_where(one))
        else:
            bad.append(finding)
    together = [finding.mend for finding in made if finding.mend is not None]
    # Each alone does no harm; where they do together, the others find their turn in the next rounds.
    return (made if len(made) < 2 or _is_harmless(read, together) else made[:1]), bad


def _is_free(mend: Mend, taken: Mapping[str, Sequence[Where]]) -> bool:
    return not any(_overlap(_where(one), other) for one in mend.replacements for other in taken.get(one.path, ()))


def _overlap(one: Where, other: Where) -> bool:
    """Whether two places share a character, or begin at the same one, so that their order would matter."""
    return one[0] == other[0] or (one[0] < other[1] and other[0] < one[1])


def _is_harmless(read: Read, mends: Sequence[Mend]) -> bool:
    """Whether the files change, and say the same as before outside the places that are edited."""
    replacements = [replacement for mend in mends for replacement in mend.replacements]
    after = apply(read, mends)
    for path, text in after.items():
        raw = read(path)
        ordered = sorted((one for one in replacements if one.path == path), key=_where)
        places = list(map(_where, ordered))
        if any(_overlap(*pair) for pair in pairwise(places)):
            return False
        if not says_the_same(raw.lstrip(_MARK), text.lstrip(_MARK), _edited(raw, ordered)):
            return False
    return any(text != read(path) for path, text in after.items())


def _edited(raw: str, ordered: Sequence[Replacement]) -> list[tuple[Where, Where]]:
    """Where each replacement stands before and after."""
    lengths = [len(_fitting(raw, one.text)) for one in ordered]
    growth = [length - (one.region.end - one.region.start) for length, one in zip(lengths, ordered, strict=True)]
    shifts = accumulate(growth[:-1], initial=0)
    return [
        (_where(one), (one.region.start + shift, one.region.start + shift + length))
        for one, length, shift in zip(ordered, lengths, shifts, strict=True)
    ]


def _replaced(raw: str, replacements: Iterable[Replacement]) -> str:
    # What replaces the marks themselves stands before 0.
    marks = len(raw) - len(raw.lstrip(_MARK))
    parts: list[str] = []
    at = 0
    for one in sorted(replacements, key=_where):
        parts += (raw[at : marks + one.region.start], _fitting(raw, one.text))
        at = marks + one.region.end
    return "".join((*parts, raw[at:]))


def _fitting(raw: str, replacement: str) -> str:
    """The replacement with the line breaks of most lines of the file, unless it is a line break itself."""
    if "\n" not in replacement or not replacement.strip() or raw.count("\r\n") * 2 <= raw.count("\n"):
        return replacement
    return LINE_BREAK.sub("\r\n", replacement)


def _where(replacement: Replacement) -> Where:
    return replacement.region.start, replacement.region.end


def _lines(text: str) -> list[str]:
    """The lines of a text with their ends; other than `splitlines` it parts only where editors do."""
    ends = [found.end() for found in LINE_BREAK.finditer(text)]
    parts = [text[start:end] for start, end in zip([0, *ends], [*ends, len(text)], strict=True)]
    return [part for part in parts if part]
