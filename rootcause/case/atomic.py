"""Files that are there whole or not at all, whatever happens while they are written.

The bytes go to a temporary file in the same folder, to the disk, and only then under the name; last the folder goes
to the disk as well, because without it a power cut can bring the former file back.
"""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Iterator
from pathlib import Path

from rootcause.case.faults import describe
from rootcause.errors import CaseError


def write_atomic(path: Path, data: bytes, *, mode: int = 0o600) -> None:
    """Put the bytes under that name, for the owner only unless `mode` says otherwise.

    Raises CaseError; then the former file is untouched. Only when the very last step fails, sending the folder to the
    disk, does the new file stand there already.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.{os.urandom(4).hex()}.tmp")
    replaced = False
    try:
        # The folder is opened first: when no file can be opened any more, it must show before the name is taken.
        with _opened_folder(path.parent) as folder:
            try:
                _write_new(temporary, data, mode)
                os.replace(temporary, path)  # noqa: PTH105 - one system call, named as such
                replaced = True
            except BaseException:
                with contextlib.suppress(OSError):
                    temporary.unlink()
                raise
            if folder is not None:
                os.fsync(folder)
    except OSError as error:
        what, cure = describe(error)
        kept = "it may be lost in a power cut" if replaced else "what was saved before is untouched"
        raise CaseError(f"could not save {path}: {what}; {kept}", hint=cure) from error


def remove_stale(path: Path) -> None:
    """Remove what killed writers of that file left behind. The caller holds the lock, so no writer is alive."""
    left_behind = re.compile(rf"\.{re.escape(path.name)}\.[0-9]+\.[0-9a-f]+\.tmp")
    # What cannot be removed harms nothing, and the next one to open the file tries again.
    with contextlib.suppress(OSError):
        for entry in path.parent.iterdir():
            if left_behind.fullmatch(entry.name):
                entry.unlink()


def make_folder(path: Path) -> None:
    """Make a folder for the owner only, whatever the umask, and send its name to the disk. Raises OSError."""
    path.mkdir(mode=0o700)
    path.chmod(0o700)
    sync_folder(path.parent)


def sync_folder(path: Path) -> None:
    """Send the names in a folder to the disk. Raises OSError."""
    with _opened_folder(path) as folder:
        if folder is not None:
            os.fsync(folder)


def _write_new(path: Path, data: bytes, mode: int) -> None:
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        if hasattr(os, "fchmod"):
            os.fchmod(file, mode)  # the umask may have taken even the owner's rights
        left = memoryview(data)
        while left:
            left = left[os.write(file, left) :]
        os.fsync(file)
    finally:
        os.close(file)


@contextlib.contextmanager
def _opened_folder(path: Path) -> Iterator[int | None]:
    """The folder as a file descriptor, or None where the system opens no folders (Windows)."""
    if not hasattr(os, "O_DIRECTORY"):
        yield None
        return
    folder = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        yield folder
    finally:
        os.close(folder)
