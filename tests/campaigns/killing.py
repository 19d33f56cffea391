"""A process that reports what it has done, and SIGKILL at a moment of its life."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable

Session = Callable[[int], None]
"""Writes `begun` and then the number of each thing done, a line each, to a descriptor."""


def killed(session: Session, delay: float | None) -> tuple[list[int], bool, float]:
    """The numbers acknowledged, whether the kill came before the end, and how long the session ran."""
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(reading)
        try:
            session(writing)
            os._exit(0)
        finally:
            os._exit(1)
    os.close(writing)
    with os.fdopen(reading, "rb") as report:
        report.readline()
        began = time.perf_counter()
        if delay is not None:
            time.sleep(delay)
            os.kill(process, signal.SIGKILL)
        numbers = [int(line) for line in report if line.endswith(b"\n")]
    _, status = os.waitpid(process, 0)
    if not os.WIFSIGNALED(status) and status != 0:
        raise SystemExit("the session failed by itself; the campaign proves nothing")
    return numbers, os.WIFSIGNALED(status), time.perf_counter() - began
