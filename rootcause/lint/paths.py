"""Which files a settings file speaks of."""

from __future__ import annotations

import fnmatch
import os
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Final

_ALTERNATIVES_AT_MOST: Final = 100


def relative(path: str, folder: Path, cwd: Path) -> str:
    """A path as seen from a folder, with `/` between its steps; it may begin with `..`."""
    whole = os.path.normpath(cwd / path)
    try:
        return os.path.relpath(whole, folder).replace(os.sep, "/")
    except ValueError:  # on another drive
        return whole.replace(os.sep, "/")


def matches(path: str, patterns: Iterable[str]) -> bool:
    """Whether one of the patterns means a path or a folder above it.

    `*` and `?` stand for what is between two slashes, `**` for any number of folders, `{a,b}` for either. A pattern
    without a slash means a name at any depth. The path is one from `relative`.
    """
    steps = path.split("/")
    return any(_leads_to(one, steps) for pattern in patterns for one in _compiled(pattern))


@cache
def _compiled(pattern: str) -> tuple[tuple[re.Pattern[str] | None, ...], ...]:
    """The steps of each alternative; None stands for `**`."""
    found = []
    for one in _alternatives(pattern):
        plain = one.removeprefix("./").strip("/")
        steps = plain.split("/") if "/" in one.removeprefix("./").rstrip("/") else ["**", plain]
        found.append(tuple(None if step == "**" else re.compile(fnmatch.translate(step)) for step in steps))
    return tuple(found)


def _alternatives(pattern: str) -> Iterator[str]:
    """The pattern for each way to read its braces. Of very many only the first count."""
    waiting = [pattern]
    for _ in range(_ALTERNATIVES_AT_MOST):
        if not waiting:
            return
        one = waiting.pop()
        braces = re.search(r"\{([^{}]*)\}", one)
        if braces is None:
            yield one
        else:
            waiting += [one[: braces.start()] + part + one[braces.end() :] for part in braces[1].split(",")]


def _leads_to(pattern: tuple[re.Pattern[str] | None, ...], steps: list[str]) -> bool:
    """Whether the pattern fits the first steps of a path, or all of them."""
    reached = {0}  # how many steps the pattern may have used so far
    for part in pattern:
        if part is None:
            reached = set(range(min(reached), len(steps)))
        else:
            reached = {at + 1 for at in reached if at < len(steps) and part.match(steps[at])}
        if not reached:
            return False
    return True
