"""What `doctor` looks at. It changes nothing but for one file that it writes and removes again."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from collections.abc import Iterator, Mapping
from importlib import metadata
from pathlib import Path

from msgspec import Struct

from rootcause import __version__
from rootcause.case.atomic import write_atomic
from rootcause.case.draft import drafts_set_aside
from rootcause.case.location import cases_folder
from rootcause.case.store import CaseStore
from rootcause.cli.crash import log_folder
from rootcause.cli.indexing import file_for
from rootcause.cli.questionnaire_list import in_reach
from rootcause.errors import RootcauseError, UnreadableInput
from rootcause.questionnaire.loader import Loaded
from rootcause.source.visible import visible

_LITTLE_SPACE = 50_000_000
"""Bytes. A case with reports and a few pictures has ten million at most."""
_DRAFTS_CURE = "look for words in it that were typed and not sent off, then move it elsewhere"


class Finding(Struct, frozen=True):
    """One thing that was looked at. `cure` says what to do; without it all is well."""

    what: str
    found: str
    cure: str | None = None


def examine(cases: Path | None, environ: Mapping[str, str], cwd: Path) -> list[Finding]:
    """Everything that rootcause needs, in the order in which a person would mend it."""
    return [
        *_versions(),
        *_encodings(),
        _terminal(environ),
        _time_zones(),
        *_cases(cases, environ, cwd),
        Finding("log folder", str(log_folder())),
        *_questionnaires(cwd),
    ]


_DRAWING = ("prompt-toolkit", "questionary", "rich")


def _versions() -> Iterator[Finding]:
    yield Finding("rootcause", __version__)
    yield Finding("Python", f"{platform.python_version()} on {platform.system()}")
    for name in ("filelock", "msgspec", "platformdirs", *_DRAWING, "pydantic", "pyyaml", "typer"):
        try:
            yield Finding(name, metadata.version(name))
        except metadata.PackageNotFoundError:
            yield Finding(name, "is not installed", "install rootcause again: pip install rootcause-triage")


def _encodings() -> Iterator[Finding]:
    cure = "set the variable PYTHONUTF8=1, or choose a UTF-8 locale"
    for what, encoding in (("screen encoding", sys.stdout.encoding), ("file names", sys.getfilesystemencoding())):
        is_utf8 = encoding.lower().replace("-", "") == "utf8"
        yield Finding(what, encoding, None if is_utf8 else cure)


def _terminal(environ: Mapping[str, str]) -> Finding:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return Finding("terminal", "none here, so nothing can be asked; answers come from files (-a) or --set")
    columns, lines = shutil.get_terminal_size()
    kind = environ.get("TERM", "no TERM")
    return Finding("terminal", f"{kind}, {columns} columns, {lines} lines")


def _time_zones() -> Finding:
    from zoneinfo import available_timezones

    count = len(available_timezones())
    return Finding("time zones", f"{count} known", None if count else "install them: pip install tzdata")


def _cases(option: Path | None, environ: Mapping[str, str], cwd: Path) -> Iterator[Finding]:
    try:
        folder = cases_folder(option, environ, cwd)
    except RootcauseError as error:
        yield Finding("cases", error.message, error.hint)
        return
    there = folder
    while not there.exists():
        there = there.parent
    yield Finding("cases", str(folder) if there == folder else f"{folder}, made with the first case")
    yield _writing(there)
    yield _index(folder)
    free = shutil.disk_usage(there).free
    yield Finding("free space", f"{free // 1_000_000:,} MB", "free some space" if free < _LITTLE_SPACE else None)
    try:
        unreadable = [summary for summary in CaseStore(folder).list() if summary.problem]
    except RootcauseError as error:
        yield Finding("cases", error.message, error.hint)
        return
    for summary in unreadable:
        yield Finding("case", summary.problem or "", "mend the file, or put back a copy of it from your backup")
    for path in drafts_set_aside(folder):
        yield Finding("drafts", f"{visible(str(path))} could not be read", _DRAFTS_CURE)


def _index(cases: Path) -> Finding:
    file = file_for(cases)
    there = f"{file.stat().st_size:,} bytes; it may be deleted" if file.exists() else "made when cases are listed"
    return Finding("index", f"{file}, {there}")


def _writing(folder: Path) -> Finding:
    probe = folder / f".rootcause-doctor-{os.getpid()}"
    try:
        write_atomic(probe, b"")
        probe.unlink()
    except RootcauseError as error:
        return Finding("saving", error.message, error.hint)
    return Finding("saving", "works, down to the disk (fsync)")


def _questionnaires(cwd: Path) -> Iterator[Finding]:
    found = in_reach(cwd)
    good = sum(isinstance(loaded, Loaded) and loaded.questionnaire is not None for _, loaded in found)
    cure = None if good else "install rootcause again: its questionnaires are not there"
    yield Finding("questionnaires", f"{good} ready", cure)
    for entry, loaded in found:
        if isinstance(loaded, UnreadableInput):
            yield Finding("questionnaire", loaded.message, loaded.hint or "mend the file, or take it away")
        elif loaded.questionnaire is None:
            yield Finding("questionnaire", f"{entry.path} has mistakes", f"see: rootcause questionnaires {entry.name}")
