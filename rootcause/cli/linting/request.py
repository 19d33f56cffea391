"""What somebody asks of the linter, and what follows from it for every way to use it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from msgspec import Struct

from rootcause.errors import RootcauseError
from rootcause.lint import files
from rootcause.lint.paths import matches, relative
from rootcause.lint.rule import Rule
from rootcause.lint.selection import select
from rootcause.lint.settings import Settings, read_settings
from rootcause.source.diagnostic import Severity
from rootcause.source.nearest import nearest

STANDARD_INPUT = "-"
_FOLDER = "questionnaires"
_PROCESSES_AT_MOST = 64


class Rules(Struct, frozen=True):
    """Which rules somebody names, beside what the settings say."""

    select: tuple[str, ...] = ()
    extend: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


class Request(Struct, frozen=True):
    """The options of the command."""

    paths: tuple[str, ...]
    rules: Rules = Rules()
    formats: tuple[str, ...] = ("full",)
    unsafe: bool = False
    fails_when_fixed: bool = False
    since: str | None = None
    baseline: str | None = None
    statistics: bool = False
    fail_on: str | None = None
    exit_zero: bool = False
    stdin_name: str | None = None
    force_exclude: bool = False
    allow_no_files: bool = False
    isolated: bool = False
    cached: bool = True
    jobs: str | None = None

    def settings(self, cwd: Path) -> Settings:
        """What the project says. Raises RootcauseError when its settings file is wrong."""
        return Settings() if self.isolated else read_settings(cwd)

    def selected(self, settings: Settings) -> tuple[Rule, ...]:
        """The rules to ask. Raises RootcauseError for a name that is none."""
        return select(settings, select=self.rules.select, extend=self.rules.extend, ignore=self.rules.ignore)

    def files(self, settings: Settings, cwd: Path) -> tuple[str, ...]:
        """The files to look at. Raises RootcauseError when there are none, or a path is not there."""
        folder = settings.folder(cwd)

        def excluded(name: str) -> bool:
            return bool(settings.exclude) and matches(relative(name, folder, cwd), settings.exclude)

        def included(name: str) -> bool:
            return not settings.include or matches(relative(name, folder, cwd), settings.include)

        named = self.paths or (str(folder) if settings.include else _FOLDER,)
        if not self.paths and not Path(named[0]).is_dir():
            if self.allow_no_files:
                return ()
            raise RootcauseError(f'there is no folder "{_FOLDER}" here', hint="name the files or folders to check")
        found = files.find(named, excluded=excluded, force=self.force_exclude)
        found = found if self.paths else tuple(name for name in found if included(name))
        if not found and not self.allow_no_files and not self.force_exclude:
            raise files.none_found(named)
        return found

    def failing(self, settings: Settings) -> Severity:
        """From which severity on the exit code is 1."""
        if self.fail_on is None:
            return settings.fail_on
        try:
            return Severity(self.fail_on)
        except ValueError as error:
            near = nearest(self.fail_on, list(Severity))
            hint = f'did you mean "{near}"?' if near else "it is error, warning or info"
            raise RootcauseError(f'"{self.fail_on}" is no severity', hint=hint) from error

    @property
    def processes(self) -> int:
        """How many processes may work at a time. Raises RootcauseError when that is no number."""
        if self.jobs is not None:
            if not self.jobs.isdecimal() or not 0 < int(self.jobs) <= _PROCESSES_AT_MOST:
                hint = f"give a whole number from 1 to {_PROCESSES_AT_MOST}"
                raise RootcauseError(f'--jobs takes a number of processes, not "{self.jobs}"', hint=hint)
            return int(self.jobs)
        affinity = getattr(os, "sched_getaffinity", None)  # not everywhere
        return len(affinity(0)) if affinity is not None else os.cpu_count() or 1


def standard_input(request: Request) -> tuple[str, bytes]:
    """The name and the content of standard input. Raises RootcauseError when it is too large or cannot be read."""
    from rootcause.source import reading

    name = request.stdin_name or "<stdin>"
    return name, reading.read_stream(sys.stdin.buffer, name, limit=reading.LIMIT)
