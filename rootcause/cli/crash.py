"""A bug of ours: kept in a log for whoever mends it, told to the person in a sentence."""

from __future__ import annotations

import os
import platform
import shlex
import tempfile
import traceback
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from rootcause import __version__


def record(error: Exception, arguments: Sequence[str]) -> tuple[str, str]:
    """Write the log; return the message and the hint."""
    entry = "\n".join(
        (
            f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ} rootcause {__version__}, Python {platform.python_version()}",
            f"rootcause {shlex.join(arguments)}",
            *traceback.format_exception(error),
        )
    )
    message = f"rootcause failed, and that is its own fault ({type(error).__name__}); answers already taken are saved"
    for folder in (log_folder(), Path(tempfile.gettempdir())):
        path = folder / "rootcause-crash.log"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0), 0o600)
            with os.fdopen(descriptor, "a", encoding="utf-8", errors="backslashreplace") as log:
                log.write(entry + "\n")
        except OSError:
            continue
        return message, f"please report it, with what stands at the end of {path}"
    return message, "please report it; no log could be written"


def log_folder() -> Path:
    """Where the log lies on this machine."""
    from platformdirs import user_log_path

    return user_log_path("rootcause", appauthor=False)
