"""Runs foreign code in a process of its own, which is ended when it takes too long or too much memory.

On Linux all limits hold. macOS does not enforce the one on memory, and Windows has neither that nor the one on
processor time: there the process is only ended by the clock.
"""

from __future__ import annotations

import math
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from time import monotonic
from typing import Final

from rootcause.errors import RootcauseError

_TO_START: Final = 30.0
_READY, _DONE, _REFUSED = b"r", b"d", b"e"
_MOST_OVER: Final = 4_000_000
"""In bytes, beyond the characters of an answer; each takes at most four."""

Work = Callable[[], str]
"""What is to be done. It may be pickled, where there is no fork."""


class TooSlow(Exception):
    """The work was not done in time."""


class TooLarge(Exception):
    """The work took more memory than it may, or brought down its process."""


def confined(prepare: Callable[[], Work], *, seconds: float, memory: int, answer: int) -> str:
    """What the work returns, done within so many seconds and bytes; `prepare` may take longer.

    Raises TooSlow or TooLarge, or the RootcauseError that the work raises.
    """
    has_fork = hasattr(os, "fork")
    context = multiprocessing.get_context("fork") if has_fork else multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_serve, args=(theirs, prepare, seconds, memory), daemon=True)
    process.start()
    theirs.close()
    try:
        if _next(ours, _TO_START, 1) != _READY:
            raise TooLarge
        received = _next(ours, seconds, 4 * answer + _MOST_OVER)
    except EOFError:
        process.join(1)
        slow = process.exitcode == -getattr(signal, "SIGXCPU", 0)
        raise (TooSlow if slow else TooLarge) from None
    finally:
        process.kill()
        process.join()
        ours.close()
    kind, text = received[:1], received[1:].decode()
    if kind == _DONE:
        return text
    message, _, hint = text.partition("\0")
    raise RootcauseError(message, hint=hint or None)


def _next(connection: Connection, seconds: float, most: int) -> bytes:
    """The next message. Raises EOFError when none will come, TooSlow when none came in time."""
    end = monotonic() + seconds
    while not connection.poll(max(0.0, end - monotonic())):
        if monotonic() >= end:
            raise TooSlow
    try:
        return connection.recv_bytes(most)
    except OSError as error:
        raise TooLarge from error


def _serve(connection: Connection, prepare: Callable[[], Work], seconds: float, memory: int) -> None:
    """The life of the process that does the work."""
    with suppress(KeyboardInterrupt, BrokenPipeError):
        work = prepare()
        connection.send_bytes(_READY)
        _limit(seconds, memory)
        try:
            sent = _DONE + work().encode("utf-8", "backslashreplace")
        except RootcauseError as error:
            sent = _REFUSED + f"{error.message}\0{error.hint or ''}".encode("utf-8", "backslashreplace")
        except MemoryError:
            return
        connection.send_bytes(sent)


def _limit(seconds: float, memory: int) -> None:
    if sys.platform == "win32":
        return
    import resource

    used = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
    limits = [
        (resource.RLIMIT_CPU, math.ceil(used + seconds)),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
    ]
    if (size := _size()) is not None:
        limits.append((resource.RLIMIT_AS, size + memory))
    for name, limit in limits:
        with suppress(ValueError, OSError):  # a lower limit holds already
            resource.setrlimit(name, (limit, limit))


def _size() -> int | None:
    """The bytes of addresses that the process has; None where the system does not tell."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        return None
