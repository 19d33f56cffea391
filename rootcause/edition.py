"""Which program this is, to know by it whether what another run kept still holds."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import rootcause

_FILES = (".py", ".txt")


def edition() -> str:
    """This version of the program: of one that somebody works on, also when each of its files was written."""
    seen = hashlib.blake2b(digest_size=16)
    for folder, _, names in sorted(os.walk(Path(rootcause.__file__).parent)):
        for name in sorted(names):
            if name.endswith(_FILES):
                about = os.stat(os.path.join(folder, name))  # noqa: PTH116, PTH118  # of some hundred files
                seen.update(f"{name} {about.st_size} {about.st_mtime_ns}\n".encode())
    return f"{rootcause.__version__} {seen.hexdigest()}"
