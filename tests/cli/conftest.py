"""The commands as a person runs them: real processes, in an empty folder, with a home of their own."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.cli.warm import Warm

FILES = Path(__file__).parent / "files"
FRESH = {
    "PYTHONDONTWRITEBYTECODE",
    "PYTHONUNBUFFERED",
    "ROOTCAUSE_CASES",
    "SOURCE_DATE_EPOCH",
    "PYTHONIOENCODING",
    "NO_COLOR",
    "FORCE_COLOR",
    "ACCESSIBLE",
}


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the person works; the small questionnaire and its answers lie there."""
    work = tmp_path / "work"
    shutil.copytree(FILES, work)
    return work


@pytest.fixture(scope="session")
def bytecode(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Compiled modules, which a sandbox may not want beside the sources."""
    return tmp_path_factory.mktemp("bytecode")


@pytest.fixture
def environment(tmp_path: Path, bytecode: Path) -> dict[str, str]:
    home = tmp_path / "home"
    home.mkdir()
    return _environment(home, tmp_path, bytecode)


@pytest.fixture(scope="session")
def warm(tmp_path_factory: pytest.TempPathFactory, bytecode: Path) -> Iterator[Warm]:
    nowhere = tmp_path_factory.mktemp("nowhere")
    started = Warm(_environment(nowhere, nowhere, bytecode))
    yield started
    started.close()


@pytest.fixture
def run(folder: Path, environment: Mapping[str, str], warm: Warm) -> Run:
    """Run rootcause; nobody sits at a terminal. The interpreter is warm where the environment lets it."""

    def run(*arguments: str, stdin: str | bytes = b"", **more: str) -> Ran:
        given, wanted = _bytes(stdin), {**environment, **more}
        if not warm.fits(wanted, given):
            return _run(folder, environment, *arguments, stdin=stdin, **more)
        code, out, err = warm.run(arguments, folder, wanted, given)
        return Ran(code, out.decode(), err.decode())

    return run


@pytest.fixture
def cold(folder: Path, environment: Mapping[str, str]) -> Run:
    """The same with an interpreter of its own, as a shell starts it."""
    return lambda *arguments, **more: _run(folder, environment, *arguments, **more)


@pytest.fixture
def unprivileged(folder: Path, environment: Mapping[str, str]) -> Run:
    """The same for somebody to whom permissions apply, which is not so for root."""
    return lambda *arguments, **more: _run(folder, environment, *arguments, before=_obey_permissions, **more)


def _environment(home: Path, scratch: Path, bytecode: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in FRESH and not name.startswith("XDG_")}
    return kept | {
        "HOME": str(home),
        "TMPDIR": str(scratch),
        "COLUMNS": "80",
        "PYTHONWARNINGS": "error",
        "PYTHONPYCACHEPREFIX": str(bytecode),
    }


def _bytes(typed: str | bytes) -> bytes:
    return typed.encode() if isinstance(typed, str) else typed


def _run(
    folder: Path,
    environment: Mapping[str, str],
    *arguments: str,
    stdin: str | bytes = b"",
    before: Callable[[], None] | None = None,
    **more: str,
) -> Ran:
    done = subprocess.run(
        [sys.executable, "-m", "rootcause", *arguments],
        cwd=folder,
        env={**environment, **more},
        input=_bytes(stdin),
        capture_output=True,
        timeout=60,
        check=False,
        preexec_fn=before,
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


def _obey_permissions() -> None:
    drop_from_bounding_set, overriding, searching = 24, 1, 2
    for capability in (overriding, searching) if os.geteuid() == 0 else ():
        ctypes.CDLL(None).prctl(drop_from_bounding_set, capability, 0, 0, 0)
