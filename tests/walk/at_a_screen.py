"""Somebody for whom questions are drawn: reads the screen, moves the pointer, presses keys."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tests.walk.person import Person
from tests.walk.terminal import Terminal, words

_PROMPT_BEGINS = b"\x1b[?2004h"  # each prompt asks the terminal to mark what is pasted
_CLEAR = "\x1b[1;5H" + "\x0b" * 40  # Ctrl-Home; then each Ctrl-K cuts a line or its end, so twenty lines at most
_DOWN = "\x1b[B"
_LINES = 300  # no list is longer


class AtAScreen(Person):
    """Where questions are drawn."""

    def __init__(self, terminal: Terminal) -> None:
        super().__init__(terminal)
        self._dealt_with = 0

    def waits(self) -> bool:
        while self._begun() <= self._dealt_with:
            if not self.terminal.reads():
                return False
        return True

    def sees(self) -> str:
        return words(self.terminal.screen())

    def answer(self, text: str) -> None:
        self._clear()
        self._says(f"{text}\r")

    def paragraph(self, text: str) -> None:
        self._clear()
        self._says(text.replace("\n", "\r") + "\x1b\r")

    def begins_a_text(self, text: str) -> bool:
        if self._typed() is None:
            return False
        self._clear()
        self.terminal.sends(text)
        self.terminal.until(lambda: self._typed() == text.rstrip(), repr(text))
        return True

    def pick(self, label: str) -> None:
        self._point_at(label)
        self._says("\r")

    def mark(self, labels: Sequence[str]) -> None:
        for label in labels:
            self._point_at(label)
            if not self._is_marked():
                self.terminal.sends(" ")
                self.terminal.until(self._is_marked, f"a mark at {label!r}")
        self._says("\r")

    def word(self, line: str, *, stays: bool = False) -> None:
        self.said.append(line.split(maxsplit=1)[0])
        if self._pointed() is None:
            self._clear()
        if stays:
            self.terminal.sends(f"{line}\r")
        else:
            self._says(f"{line}\r")

    def offers(self, label: str) -> bool:
        return any(_is_label(label, line.lstrip(" »")) for line in self.terminal.screen().splitlines())

    def presses(self, key: str) -> None:
        self._dealt_with = self._begun()
        super().presses(key)

    def _clear(self) -> None:
        """Take away what stands where the answer goes."""
        self.terminal.until(lambda: self._typed() is not None, "a place for the answer")
        if self._typed():
            self.terminal.sends(_CLEAR)
            self.terminal.until(lambda: self._typed() == "", "an empty place for the answer")

    def _typed(self) -> str | None:
        """The first line of what stands where the answer goes."""
        found = re.findall(r"^ >(?: (.*))?$", self.terminal.screen(), re.MULTILINE)
        return found[-1] if found else None

    def _says(self, keys: str) -> None:
        self._dealt_with = self._begun()
        self.terminal.sends(keys)

    def _begun(self) -> int:
        return self.terminal.written.count(_PROMPT_BEGINS)

    def _point_at(self, label: str) -> None:
        self.terminal.until(lambda: self._pointed() is not None, "a list")
        if "letters find" in self.sees():
            parts = label.removesuffix("...").split(":")  # a colon would begin a word
            self.terminal.sends(max(parts, key=len).strip())
            self.terminal.until(lambda: _is_label(label, self._pointed()), repr(label))
        for _ in range(_LINES):
            here = self._pointed()
            if _is_label(label, here):
                return
            self.terminal.sends(_DOWN)
            self.terminal.until(lambda here=here: self._pointed() not in (None, here), "another line of the list")
        raise AssertionError(f"{label!r} is not in the list:\n{self.terminal.screen()}")

    def _pointed(self) -> str | None:
        """The line with the pointer, without what marks it."""
        found = re.search(r"^ » +(?:\[[ x]\] )?(.*)", self.terminal.screen(), re.MULTILINE)
        return found and found[1]

    def _is_marked(self) -> bool:
        return re.search(r"^ » +\[x\] ", self.terminal.screen(), re.MULTILINE) is not None


def _is_label(label: str, line: str | None) -> bool:
    """Whether the line shows the label, or as much of it as there is room for; dots stand for the rest of a label."""
    shown = (line or "").partition("  ")[0].strip()
    if label.endswith("..."):
        return shown.startswith(label.removesuffix("..."))
    return bool(shown) and (shown == label or (len(shown) >= 8 and label.startswith(shown)))
