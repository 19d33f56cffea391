"""Tells an Enter that somebody pressed from a line break that came with pasted text.

Most terminals mark what is pasted. In those that do not, the lines arrive as if typed very fast, and each Enter among
them would answer one more question.
"""

from __future__ import annotations

import select
import time
from collections.abc import Callable

from prompt_toolkit.input import Input
from prompt_toolkit.key_binding import KeyPressEvent

_PAUSE = 0.05  # seconds; nobody presses Enter twice as fast


class Pasting:
    """Watches the input of one prompt. `clock` counts seconds."""

    def __init__(self, input: Input, clock: Callable[[], float] = time.monotonic) -> None:
        self._input = input
        self._clock = clock
        self._until = 0.0

    def brought(self, event: KeyPressEvent) -> bool:
        """Whether this Enter is part of a paste: more follows at once, or it ends lines of which that was true."""
        now = self._clock()
        if event.key_processor.input_queue or _more_waits(self._input) or now < self._until:
            self._until = now + _PAUSE
            return True
        return False


def _more_waits(input: Input) -> bool:
    try:
        return bool(select.select([input.fileno()], [], [], 0)[0])
    except (OSError, ValueError, NotImplementedError):  # Windows selects sockets only
        return False
