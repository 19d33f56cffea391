"""Reads and writes lines on a terminal as it is, without moving its cursor."""

from __future__ import annotations

import select
from typing import TextIO

_PAUSE = 0.02  # seconds in which the rest of a paste arrives


class TerminalLines:
    """`read` and `write` for the plain interviewer."""

    def __init__(self, stdin: TextIO, stdout: TextIO) -> None:
        self._stdin = stdin
        self._stdout = stdout

    def read(self, prompt: str) -> str:
        """A line, or all lines of a paste: a paste is one answer. Raises EOFError when there is no more."""
        self._put(prompt)
        text = self._line()
        while text.endswith("\n") and self._more_waits():
            text += self._line()
        return text.removesuffix("\n")

    def write(self, text: str) -> None:
        """A line of text."""
        self._put(text + "\n")

    def _line(self) -> str:
        # Bytes that are not text must not end the interview: the engine says in words that it cannot take them.
        raw = self._stdin.buffer.readline()
        if not raw:
            raise EOFError
        return raw.decode(self._stdin.encoding, "surrogateescape").replace("\r\n", "\n")

    def _more_waits(self) -> bool:
        try:
            return bool(select.select([self._stdin], [], [], _PAUSE)[0])
        except (OSError, ValueError):  # Windows selects sockets only
            return False

    def _put(self, text: str) -> None:
        encoding = self._stdout.encoding
        self._stdout.write(text.encode(encoding, "replace").decode(encoding))
        self._stdout.flush()
