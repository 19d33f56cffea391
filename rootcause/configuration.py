"""Settings files: `rootcause.toml`, and `[tool.rootcause]` of `pyproject.toml`. Knows the meaning of no setting."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from msgspec import Struct

from rootcause.errors import RootcauseError, UnreadableInput
from rootcause.source.text import LINE_BREAK, SourceText
from rootcause.source.visible import visible

_FILES: Final = (("rootcause.toml", ()), ("pyproject.toml", ("tool", "rootcause")))
_LIMIT: Final = 1_000_000
_LINES_TRIED: Final = 100


class Setting(Struct, frozen=True):
    """What a settings file says under one key. `keys` lead to it from the top of the file."""

    source: SourceText
    keys: tuple[str, ...]
    value: object

    @property
    def folder(self) -> Path:
        """Where relative paths in the settings start."""
        return Path(self.source.name).parent

    def place(self, *keys: str, word: str = "") -> str:
        """Where the value of those further keys stands, or a word in it, as `path:line:column`."""
        offset = _key_offset(self.source.text, (*self.keys, *keys))
        name = visible(self.source.name)
        if offset is None:
            return name
        if word:
            quoted = re.compile(f"[\"']{re.escape(word)}[\"']").search(self.source.text, offset)
            offset = quoted.start() if quoted else offset
        line, column = self.source.position(offset)
        return f"{name}:{line}:{column}"


def nearest_setting(cwd: Path, key: str, hint: str) -> Setting | None:
    """What the nearest settings file that has the key says there, from the current folder upwards.

    In one folder `rootcause.toml` goes first. `hint` says how to do without a file that is wrong. Raises
    UnreadableInput for a file that cannot be read, RootcauseError for one that is no TOML.
    """
    for folder in (cwd, *cwd.parents):
        for name, table in _FILES:
            path = folder / name
            if not os.path.lexists(path):
                continue
            source = _read(path, hint)
            value = _at(_parsed(source, hint), (*table, key))
            if value is not None:
                return Setting(source, (*table, key), value)
    return None


def _read(path: Path, hint: str) -> SourceText:
    try:
        return SourceText.read(path, limit=_LIMIT)
    except UnreadableInput as error:
        raise UnreadableInput(error.message, hint=hint) from error


def _parsed(source: SourceText, hint: str) -> object:
    import tomllib

    try:
        return tomllib.loads(source.text)
    except (ValueError, RecursionError) as error:  # RecursionError: lists in lists without end
        raise RootcauseError(f"{visible(source.name)} is not TOML: {error}", hint=hint) from error


def _at(value: object, keys: tuple[str, ...]) -> object:
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def _key_offset(text: str, keys: tuple[str, ...]) -> int | None:
    """Where the line begins that brings in these keys, at the last of them.

    The parser tells no places. But the lines above that one are TOML without the keys, and of the lines that name the
    last key it is the last one of which that is so.
    """
    import tomllib

    found = None
    for offset in _mentions(text, keys[-1]):
        start = max((at.end() for at in LINE_BREAK.finditer(text, 0, offset)), default=0)
        try:
            above = tomllib.loads(text[:start])
        except (ValueError, RecursionError):
            continue  # inside a text or a list of several lines
        if _at(above, keys) is not None:
            break
        found = offset
    return found


def _mentions(text: str, key: str) -> Iterator[int]:
    for number, found in enumerate(re.finditer(rf"(?<![\w-]){re.escape(key)}(?![\w-])", text)):
        if number == _LINES_TRIED:
            return
        yield found.start()
