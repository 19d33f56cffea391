"""What a project says about the linter: `[lint]` of `rootcause.toml`, `[tool.rootcause.lint]` of `pyproject.toml`."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

import msgspec
from msgspec import Struct, field

from rootcause.source.diagnostic import Severity

Options = Mapping[str, Mapping[str, int | list[str]]]
"""What is changed of the options of each rule, by its name."""


class Settings(Struct, frozen=True):
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
    raise NotImplementedError


def shown(settings: Settings) -> str:
    """The settings as TOML, for people."""
    raise NotImplementedError
