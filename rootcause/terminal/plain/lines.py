"""Reads and writes lines on a terminal as it is, without moving its cursor."""

from __future__ import annotations

import os
import select
from typing import TextIO

_USUAL_COLUMNS = 78
_LEAST_COLUMNS = 20
_PAUSE = 0.02  # seconds in which the rest of a paste arrives
_LONGER_PAUSE = 0.5  # once it is known to be a paste, of which a busy machine may bring the rest late
_MARKS = ("\x1b[200~", "\x1b[201~")  # of a terminal that was left marking what is pasted


class TerminalLines:
    """`read` and `write` for the plain interviewer."""

    def __init__(self, stdin: TextIO, stdout: TextIO) -> None:
        self._stdin = stdin
        self._stdout = stdout

    def read(self, prompt: str) -> str:
        """A line, or all lines of a paste: a paste is one answer. Raises EOFError when there is no more.

        A paste that ends within a line is taken when Enter ends that line.
        """
        self._put(prompt)
        text = self._line()
        pause = _PAUSE
        while text.endswith("\n") and (self._waits(pause) or self._begun_line_waits()):
            text += self._line()
            pause = _LONGER_PAUSE
        for mark in _MARKS:
            text = text.replace(mark, "")
        return text.removesuffix("\n")

    def write(self, text: str) -> None:
        """A line of text."""
        self._put(text + "\n")

    def columns(self) -> int:
        """How wide the terminal is, as far as it says so."""
        try:
            return max(os.get_terminal_size(self._stdout.fileno()).columns - 1, _LEAST_COLUMNS)
        except (OSError, ValueError):
            return _USUAL_COLUMNS

    def _line(self) -> str:
        # Bytes that are not text must not end the interview: the engine says in words that it cannot take them.
        raw = self._stdin.buffer.readline()
        if not raw:
            raise EOFError
        return raw.decode(self._stdin.encoding, "surrogateescape").replace("\r\n", "\n")

    def _waits(self, pause: float = 0) -> bool:
        try:
            return bool(select.select([self._stdin], [], [], pause)[0])
        except (OSError, ValueError):  # Windows selects sockets only
            return False

    def _begun_line_waits(self) -> bool:
        """Whether there is a line without an end, which a terminal shows nobody while whole lines are asked for."""
        try:
            import termios
        except ImportError:  # Windows has none
            return False
        try:
            before = termios.tcgetattr(self._stdin)
            by_character = [*before]
            by_character[3] &= ~termios.ICANON
            try:
                termios.tcsetattr(self._stdin, termios.TCSANOW, by_character)
                return self._waits()
            finally:
                termios.tcsetattr(self._stdin, termios.TCSANOW, before)
        except (OSError, ValueError, termios.error):  # it is no terminal, or gone
            return False

    def _put(self, text: str) -> None:
        encoding = self._stdout.encoding
        self._stdout.write(text.encode(encoding, "replace").decode(encoding))
        self._stdout.flush()
