"""What a project says about the linter: `[lint]` of `rootcause.toml`, `[tool.rootcause.lint]` of `pyproject.toml`."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct, field

from rootcause.configuration import nearest_setting
from rootcause.lint.settings_file import given
from rootcause.source.diagnostic import Severity
from rootcause.source.visible import visible

Options = Mapping[str, Mapping[str, int | list[str]]]
"""What is changed of the options of each rule, by its name."""

_BARE: Final = re.compile(r"[A-Za-z0-9_-]+")


class Settings(Struct, frozen=True, rename="kebab"):
    """What a project says about the linter; without arguments, what counts when nothing is said.

    `file` is where it stands. Patterns and `baseline` start from the folder of that file.
    """

    file: str | None = None
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    select: tuple[str, ...] = ("default",)
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    fail_on: Severity = Severity.ERROR
    baseline: str | None = None
    require_reason: bool = False
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    rules: Options = field(default_factory=dict)

    def folder(self, cwd: Path) -> Path:
        """Where patterns and paths in the settings start."""
        return cwd if self.file is None else Path(self.file).parent

    def digest(self) -> str:
        """Changes when the findings in a file may change."""
        settings = (self.select, self.extend_select, self.ignore, self.severity, self.require_reason)
        encoded = msgspec.json.encode((*settings, self.per_file_ignores, self.rules), order="deterministic")
        return hashlib.sha256(encoded).hexdigest()


def read_settings(cwd: Path) -> Settings:
    """What the nearest settings file that has a table for the linter says. Raises RootcauseError when it is wrong."""
    setting = nearest_setting(cwd, "lint", "mend it, or do without it: --isolated")
    if setting is None:
        return Settings()
    _, *keys = Settings.__struct_encode_fields__
    return msgspec.convert({"file": setting.source.name, **given(setting, keys)}, Settings)


def shown(settings: Settings) -> str:
    """The settings as a settings file, for people."""
    written = msgspec.to_builtins(settings)
    file = written.pop("file")
    tables = {key: written.pop(key) for key, value in tuple(written.items()) if isinstance(value, dict)}
    lines = [f"# {visible(file)}" if file else "# no settings file", "[lint]", *_pairs(written)]
    for key, table in tables.items():
        if table:
            lines += ["", f"[lint.{key}]", *_pairs(table)]
    return "\n".join(lines)


def _pairs(table: Mapping[str, object]) -> list[str]:
    return [f"{_key(key)} = {_toml(value)}" for key, value in table.items() if value is not None]


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else _toml(key)


def _toml(value: object) -> str:
    match value:
        case dict():
            return "{ " + ", ".join(_pairs(value)) + " }"
        case list() | tuple():
            return "[" + ", ".join(map(_toml, value)) + "]"
        case _:
            return msgspec.json.encode(value).decode()  # TOML writes these as JSON does
