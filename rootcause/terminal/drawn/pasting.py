"""Takes what was pasted as one text, and tells an Enter that somebody pressed from a line break that came with it.

Most terminals mark what is pasted. In those that do not, the lines arrive as if typed very fast: each Enter among them
would answer one more question, and what looks like a key would be one. The same goes for the rest of a text in which
the mark for its end stands.
"""

from __future__ import annotations

import select
import time
from collections.abc import Callable
from functools import partial

from prompt_toolkit.input import Input
from prompt_toolkit.input.vt100_parser import Vt100Parser
from prompt_toolkit.key_binding import KeyPressEvent
from prompt_toolkit.key_binding.key_processor import KeyPress
from prompt_toolkit.keys import Keys

_PAUSE = 0.05  # seconds; nobody presses Enter twice as fast
_BEGIN, _END = "\x1b[200~", "\x1b[201~"
_ENTER, _SUBMIT, _LEAVE = "\r", "\x1b\r", "\x03"

Clock = Callable[[], float]


class Pasting:
    """Watches the input of all prompts. `clock` counts seconds."""

    def __init__(self, input: Input, clock: Clock = time.monotonic) -> None:
        self._input = input
        self._clock = clock
        self._until = 0.0
        parser = getattr(input, "vt100_parser", None)  # Windows has none
        if parser is not None:
            whole = _WholePastes(parser.feed_key_callback, partial(_more_waits, input), clock)
            input.vt100_parser = whole  # type: ignore[attr-defined]

    def brought(self, event: KeyPressEvent) -> bool:
        """Whether this Enter is part of a paste: more follows at once, or it ends lines of which that was true."""
        now = self._clock()
        if event.key_processor.input_queue or _more_waits(self._input) or now < self._until:
            self._until = now + _PAUSE
            return True
        return False


class _WholePastes(Vt100Parser):
    """Reads keys, but a text that comes in one go and has several lines, or is marked, as one paste."""

    def __init__(self, feed: Callable[[KeyPress], None], more_waits: Callable[[], bool], clock: Clock) -> None:
        super().__init__(feed)
        self._more_waits = more_waits
        self._clock = clock
        self._until = 0.0
        self._held = ""
        self._is_marked = False

    def feed(self, data: str) -> None:
        """Take what was read: keys, a paste, or a part of one."""
        more = self._more_waits()
        if not self._held and not self._is_marked:
            keys, begin, rest = data.partition(_BEGIN)
            if begin:
                self._is_marked, data = True, rest
                super().feed(keys)
            elif not self._is_pasted(data, more):
                super().feed(data)
                return
        self._held += data
        if not more and not (self._is_marked and _END not in self._held):
            self._paste()

    def flush(self) -> None:
        """Take what is there: nothing has come for a while."""
        if self._held:
            self._paste()
        super().flush()

    def _is_pasted(self, data: str, more: bool) -> bool:
        """Whether lines came in one go, or this follows on some at once."""
        if len(data) > 1 and self._clock() < self._until:
            return True
        lines = data if more else data.removesuffix(_SUBMIT)[:-1]
        return len(data) > 1 and ("\r" in lines or "\n" in lines)

    def _paste(self) -> None:
        text, end, keys = self._held.rpartition(_END)
        if not end or keys not in ("", _ENTER, _SUBMIT):  # the mark stood in the text
            text, keys = self._held, ""
            for last in (_SUBMIT, _LEAVE) if not self._is_marked else ():
                if text.endswith(last):
                    text, keys = text.removesuffix(last), last
        self._until = 0.0 if end or keys else self._clock() + _PAUSE
        self._is_marked = self._is_marked and not end
        self._held = ""
        self.feed_key_callback(KeyPress(Keys.BracketedPaste, text.replace(_BEGIN, "").replace(_END, "")))
        super().feed(keys)


def _more_waits(input: Input) -> bool:
    try:
        return bool(select.select([input.fileno()], [], [], 0)[0])
    except (OSError, ValueError, NotImplementedError):  # Windows selects sockets only
        return False
