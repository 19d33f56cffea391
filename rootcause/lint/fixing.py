"""Puts mends in place in the texts themselves, so that comments and layout stay. Reads and writes no file."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import Final

from msgspec import Struct

from rootcause.lint.finding import Finding, Mend, Replacement
from rootcause.lint.unchanged import says_the_same
from rootcause.source.diagnostic import Severity
from rootcause.source.places import Where
from rootcause.source.text import LINE_BREAK
from rootcause.source.visible import visible

_ROUNDS: Final = 10
_MARK: Final = "\ufeff"

Read = Callable[[str], str]
"""Gives the raw text of a file by its path, with its byte order mark and its own line breaks."""


class Fixed(Struct, frozen=True):
    """The raw texts that changed, by path, and how many findings were mended.

    `remaining` is what is found afterwards. The mends of `refused` would have changed more than they say or broken the
    file, which is a fault of their rules; they were not put in place.
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
    texts: dict[str, str] = {}
    refused: dict[tuple[str, ...], Finding] = {}
    count = 0
    findings = lint(read)

    def mended(chosen: Iterable[Finding]) -> dict[str, str]:
        return {**texts, **apply(_over(read, texts), map(_mend, chosen))}

    def is_harmless(chosen: Sequence[Finding]) -> bool:
        if not _say_the_same(_over(read, texts), list(map(_mend, chosen))):
            return False
        return not _is_broken(findings, lint(_over(read, mended(chosen))))

    for _ in range(_ROUNDS):
        waiting = [one for one in findings if _is_wanted(one, unsafe=unsafe) and _known_as(one) not in refused]
        if not waiting:
            break
        apart = _apart(waiting)
        made = _harmless(apart, is_harmless)
        if not made:
            refused.update((_known_as(one), one) for one in apart)
            continue
        texts, count = mended(made), count + len(made)
        findings = lint(_over(read, texts))
    changed = {path: text for path, text in texts.items() if text != read(path)}
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


def _over(read: Read, texts: Mapping[str, str]) -> Read:
    """Reads these texts, and what is not among them as before."""
    return lambda path: texts[path] if path in texts else read(path)


def _is_broken(before: Iterable[Finding], after: Iterable[Finding]) -> bool:
    """Whether a file without errors has some now. One that has errors may show others when they are gone."""
    was, now = ({one.path for one in found if one.severity is Severity.ERROR} for found in (before, after))
    return not now <= was


def _mend(finding: Finding) -> Mend:
    return finding.mend or Mend(())


def _is_wanted(finding: Finding, *, unsafe: bool) -> bool:
    return finding.mend is not None and finding.suppression is None and (finding.mend.safe or unsafe)


def _known_as(finding: Finding) -> tuple[str, ...]:
    return finding.code, finding.path, finding.subject, finding.message, finding.line_text


def _apart(waiting: Iterable[Finding]) -> list[Finding]:
    """Those whose mends are at places of their own; of two at one place, the first."""
    apart: list[Finding] = []
    taken: dict[str, list[Where]] = {}
    for finding in waiting:
        replacements = _mend(finding).replacements
        if not any(_overlap(_where(one), other) for one in replacements for other in taken.get(one.path, ())):
            apart.append(finding)
            for one in replacements:
                taken.setdefault(one.path, []).append(_where(one))
    return apart


def _overlap(one: Where, other: Where) -> bool:
    """Whether two places share a character, or begin at the same one, so that their order would matter."""
    return one[0] == other[0] or (one[0] < other[1] and other[0] < one[1])


def _harmless(chosen: list[Finding], is_harmless: Callable[[Sequence[Finding]], bool]) -> list[Finding]:
    """All of them when they do no harm together, else what is left of each half."""
    if not chosen or is_harmless(chosen):
        return chosen
    if len(chosen) == 1:
        return []
    middle = len(chosen) // 2
    first, second = (_harmless(half, is_harmless) for half in (chosen[:middle], chosen[middle:]))
    both = first + second
    return both if not first or not second or is_harmless(both) else first


def _say_the_same(read: Read, mends: Sequence[Mend]) -> bool:
    """Whether every mend changes something, and the files say the same as before outside the places that it names."""
    if any(apply(read, [mend]) == {one.path: read(one.path) for one in mend.replacements} for mend in mends):
        return False
    for path, after in apply(read, mends).items():
        raw = read(path)
        ordered = sorted((one for mend in mends for one in mend.replacements if one.path == path), key=_where)
        if any(_overlap(*pair) for pair in pairwise(map(_where, ordered))):
            return False
        if not says_the_same(raw.lstrip(_MARK), after.lstrip(_MARK), _edited(raw, ordered)):
            return False
    return True


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
