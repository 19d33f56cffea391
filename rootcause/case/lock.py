"""One rootcause at a time may change a case; reading needs no lock, because a file changes in one step."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from rootcause.case.faults import in_words
from rootcause.errors import CaseError

if TYPE_CHECKING:
    from filelock import BaseFileLock

LOCK_FILE = ".lock"


def lock_case(folder: Path, patience: float) -> BaseFileLock:
    """The lock of the case in that folder, held. Raises CaseError when another holds it for `patience` seconds."""
    from filelock import FileLock, Timeout

    lock = FileLock(folder / LOCK_FILE, mode=0o600)
    with in_words(f"could not lock {folder / LOCK_FILE}"):
        try:
            lock.acquire(timeout=patience, poll_interval=0.01)
        except Timeout as error:
            raise CaseError(
                f'another rootcause is working on the case "{folder.name}"',
                hint="finish there or close it, then try again; looking at the case needs no waiting: show, report",
            ) from error
    return lock
