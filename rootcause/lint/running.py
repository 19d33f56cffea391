"""Looks at many files, at none twice and at several at a time."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

import msgspec

from rootcause.errors import TooLargeInput, UnreadableInput
from rootcause.lint.cache import Cache, Looked, digest, from_disk
from rootcause.lint.finding import Finding, in_order
from rootcause.lint.linter import finding, lint
from rootcause.lint.rule import Found, Rule
from rootcause.lint.rules.yaml import invalid_encoding
from rootcause.lint.settings import Options
from rootcause.source import reading
from rootcause.source.text import SourceText

# With fewer files a second process costs more than it brings.
_WORTH_A_PROCESS: Final = 12

_BETWEEN_COLLECTIONS: Final = 50  # files

Look = Callable[[str], Looked]
"""Looks at the file with that name."""


def look_at(
    name: str,
    rules: Sequence[Rule],
    options: Options,
    *,
    read: Callable[[str], bytes] = from_disk,
    before: SourceText | None = None,
) -> Looked:
    """Look at one file. `read` gives what a file holds, by its path; `before` is what this one was earlier."""
    folder = Path(name).parent
    try:
        data = read(name)
    except TooLargeInput as error:
        return Looked((finding(invalid_encoding.RULE, invalid_encoding.too_large(error, name)),))
    except UnreadableInput as error:
        return Looked((), (), (error.message, error.hint or ""))
    parts = [(name, digest(data))]
    text = invalid_encoding.decode_or_find(data, name)
    if isinstance(text, Found):
        return Looked((finding(invalid_encoding.RULE, text),), tuple(parts))
    source = SourceText(name, text)

    def resolve(included: str) -> SourceText:
        beside = str(folder / included)
        try:
            content = read(beside)
        except UnreadableInput:
            parts.append((beside, ""))
            raise
        parts.append((beside, digest(content)))
        return SourceText(beside, reading.decode(content, beside))

    found = lint(source, rules, raw=data.decode(), resolve=resolve, settings=options, before=before)
    return Looked(found, tuple(parts))


def look_at_all(
    names: Sequence[str], look: Look, *, cache: Cache | None = None, processes: int = 1
) -> Iterator[Looked]:
    """Look at each file, in their order; what the cache knows is not looked at again."""
    known = {} if cache is None else {name: looked for name in names if (looked := cache.get(name)) is not None}
    rest = [name for name in names if name not in known]
    together = processes > 1 and len(rest) >= _WORTH_A_PROCESS and hasattr(os, "fork")
    fresh = dict(zip(rest, _by_several(rest, look, processes) if together else _in_turn(rest, look), strict=True))
    if cache is not None:
        for name, looked in fresh.items():
            if looked.parts:  # what was not read has nothing to be known by
                cache.put(name, looked)
        cache.save()
    return (known.get(name) or fresh[name] for name in names)


def gathered(looks: Iterable[Looked]) -> tuple[Finding, ...]:
    """All findings in order; what two questionnaires share is told once."""
    return tuple(sorted(dict.fromkeys(found for looked in looks for found in looked.findings), key=in_order))


def _in_turn(names: Sequence[str], look: Look) -> Iterator[Looked]:
    """Look at one after the other. Hardly anything of a file is garbage in cycles, so it is looked for rarely."""
    was_on = gc.isenabled()
    gc.disable()
    gc.freeze()
    try:
        for number, name in enumerate(names, 1):
            yield look(name)
            if number % _BETWEEN_COLLECTIONS == 0:
                gc.collect()
    finally:
        gc.unfreeze()
        if was_on:
            gc.enable()


def _by_several(names: Sequence[str], look: Look, processes: int) -> Iterator[Looked]:
    """Deal the files out to processes that are copies of this one, so that nothing is imported twice."""
    shares = [names[start::processes] for start in range(processes)]
    pipes = [_begin(share, look) for share in shares]
    found: dict[str, Looked] = {}
    for share, (child, pipe) in zip(shares, pipes, strict=True):
        with open(pipe, "rb") as file:  # noqa: PTH123  # a descriptor, not a path
            data = file.read()
        _, status = os.waitpid(child, 0)
        # A process that ended before its time leaves its share to this one, which says what is the matter.
        looks = map(look, share) if status else msgspec.json.decode(data, type=list[Looked])
        found.update(zip(share, looks, strict=True))
    return (found[name] for name in names)


def _begin(share: Sequence[str], look: Look) -> tuple[int, int]:
    receiving, sending = os.pipe()
    child = os.fork()
    if child:
        os.close(sending)
        return child, receiving
    status = 1
    try:
        os.close(receiving)
        data = msgspec.json.encode(list(_in_turn(share, look)))
        with open(sending, "wb") as file:  # noqa: PTH123
            file.write(data)
        status = 0
    finally:
        os._exit(status)
