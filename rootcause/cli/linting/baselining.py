"""The list of known findings: which file it is, what it knows, and how it is written."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from rootcause.cli.linting.request import STANDARD_INPUT, Request
from rootcause.cli.output import near, say, write_document
from rootcause.cli.whereabouts import here
from rootcause.errors import RootcauseError
from rootcause.lint import running
from rootcause.lint.finding import Finding
from rootcause.lint.formats.plain import counted
from rootcause.lint.paths import relative
from rootcause.lint.selection import outside_ignores
from rootcause.lint.settings import Settings
from rootcause.lint.silencing import baseline
from rootcause.lint.silencing.suppression import can_be_silenced
from rootcause.source.text import SourceText

_USUAL = "rootcause-baseline.json"


def baseline_file(request: Request, settings: Settings, cwd: Path) -> Path | None:
    """The baseline that the person or the settings name; None when nobody names one."""
    if request.baseline is not None:
        return cwd / request.baseline
    return None if settings.baseline is None else settings.folder(cwd) / settings.baseline


def applied(findings: tuple[Finding, ...], path: Path, names: tuple[str, ...], cwd: Path) -> baseline.Applied:
    """The findings, the known ones marked, and what nobody finds any more. Raises RootcauseError without the file."""
    if not path.exists():
        raise RootcauseError(f"{near(path)}: there is no such baseline", hint="--write-baseline writes one")
    at = partial(relative, folder=path.parent, cwd=cwd)
    return baseline.apply(findings, baseline.read(SourceText.read(path)), {at(name) for name in names}, at)


def marked(findings: tuple[Finding, ...], path: Path, names: tuple[str, ...], cwd: Path) -> tuple[Finding, ...]:
    """The findings, the known ones marked. Says how many of the list nobody finds any more."""
    found = applied(findings, path, names, cwd)
    if found.stale:
        gone = sum(entry.count for entry in found.stale)
        say(f"{near(path)}: {gone} of the known findings are gone; --prune-baseline takes them off the list")
    return found.findings


def write(request: Request) -> int:
    """List what is found today."""
    cwd, settings = here(), request.settings(here())
    path = baseline_file(request, settings, cwd) or settings.folder(cwd) / _USUAL
    _, findings = _found(request, settings, cwd)
    kept = sum(can_be_silenced(finding.name) for finding in findings)
    write_document(baseline.write(findings, partial(relative, folder=path.parent, cwd=cwd)), str(path))
    named = request.baseline is not None or settings.baseline is not None
    say(f"{near(path)} lists {counted(kept, 'finding')}" + ("" if named else f"; use it with --baseline {near(path)}"))
    if kept < len(findings):
        say(f"{counted(len(findings) - kept, 'error')} cannot be listed: such a file cannot be used; mend it first")
    return 0


def prune(request: Request) -> int:
    """Take off the list what is not found any more."""
    cwd, settings = here(), request.settings(here())
    path = baseline_file(request, settings, cwd)
    if path is None:
        raise RootcauseError("no baseline is named", hint="name it with --baseline, or as `baseline` in the settings")
    names, findings = _found(request, settings, cwd)
    stale = applied(findings, path, names, cwd).stale
    write_document(baseline.prune(baseline.read(SourceText.read(path)), stale), str(path))
    say(f"{near(path)}: {sum(entry.count for entry in stale)} taken off the list")
    return 0


def _found(request: Request, settings: Settings, cwd: Path) -> tuple[tuple[str, ...], tuple[Finding, ...]]:
    from rootcause.cli.linting.checking import look, say_unreadable

    if STANDARD_INPUT in request.paths:
        raise RootcauseError("a baseline is about files, not about standard input", hint="name the files")
    names, looks = look(request, settings, cwd)
    say_unreadable(looks)
    return names, outside_ignores(running.gathered(looks), settings, cwd)
