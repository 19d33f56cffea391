"""The files that changed since a revision of git, each looked at beside what it was then."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

from rootcause.errors import RootcauseError
from rootcause.lint import running
from rootcause.lint.cache import Looked
from rootcause.lint.rule import Rule
from rootcause.lint.settings import Options
from rootcause.source import reading
from rootcause.source.text import SourceText


def look_since(
    names: Sequence[str], revision: str, rules: Sequence[Rule], options: Options, cwd: Path
) -> tuple[tuple[str, ...], list[Looked]]:
    """Look at the files that are not what they were. Raises RootcauseError when git does not know the revision."""
    _check(revision, cwd)
    changed, looks = [], []
    for name in names:
        looked = running.look_at(name, rules, options, before=earlier(name, revision, cwd))
        if any(_has_changed(part, revision, cwd) for part, _ in looked.parts) or looked.unreadable is not None:
            changed.append(name)
            looks.append(looked)
    return tuple(changed), looks


def _check(revision: str, cwd: Path) -> None:
    done = _git(["rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"], cwd)
    if done.returncode:
        inside = _git(["rev-parse", "--is-inside-work-tree"], cwd).returncode == 0
        message = f'git knows no revision "{revision}"' if inside else "this folder is in no git repository"
        raise RootcauseError(message, hint="name a branch, a tag or a commit, such as origin/main")


def earlier(name: str, revision: str, cwd: Path) -> SourceText | None:
    """What the file was; None when it was not there, or no text."""
    data = _content(name, revision, cwd)
    try:
        return None if data is None else SourceText(name, reading.decode(data, name))
    except RootcauseError:
        return None


def _has_changed(name: str, revision: str, cwd: Path) -> bool:
    try:
        return _content(name, revision, cwd) != (cwd / name).read_bytes()
    except OSError:
        return True


def _content(name: str, revision: str, cwd: Path) -> bytes | None:
    path = (cwd / name).resolve()
    done = _git(["show", f"{revision}:./{path.name}"], path.parent)
    return None if done.returncode else done.stdout


def _git(arguments: Sequence[str], folder: Path) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=False)
    except OSError as error:
        raise RootcauseError("git cannot be started", hint="install it, or leave out --since") from error
