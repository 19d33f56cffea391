"""Tells of a text while it is still being typed, so that it can be kept in case the terminal dies."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

_PAUSE = 0.5  # seconds


class Drafting:
    """Tells at the latest half a second after a change, no more often than that, and never of the same text again."""

    def __init__(self, tell: Callable[[str], None], text: str) -> None:
        self._tell = tell
        self._told = self._text = text
        self._timer: asyncio.TimerHandle | None = None

    def changed(self, text: str) -> None:
        """Learn what stands there now; called from within the event loop."""
        self._text = text
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(_PAUSE, self.tell_now)

    def tell_now(self) -> None:
        """Tell of the last change without waiting."""
        self.stop()
        if self._text != self._told:
            self._told = self._text
            self._tell(self._text)

    def stop(self) -> None:
        """Tell no more by itself."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
