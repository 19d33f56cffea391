"""Somebody who answers in a terminal, in the same words whether questions are drawn or come as plain lines."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.walk.terminal import ROOTCAUSE, Terminal, words

_PROMPT_BEGINS = b"\x1b[?2004h"  # each prompt asks the terminal to mark what is pasted
_CLEAR = "\x1b[1;5H" + "\x0b" * 40  # Ctrl-Home; then each Ctrl-K cuts a line or its end, so twenty lines at most
_DOWN = "\x1b[B"
_LINES = 300  # no list is longer
KEYS = {"Shift-Tab": "\x1b[Z", "Ctrl-C": "\x03", "Ctrl-D": "\x04", "Ctrl-X Ctrl-E": "\x18\x05", "Enter": "\r"}


class Person(ABC):
    """What somebody can do at any question. What is done waits for nothing; looking waits until it is there."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal

    @abstractmethod
    def waits(self) -> bool:
        """Wait for the next question or screen; False when the program has ended instead."""

    @abstractmethod
    def sees(self) -> str:
        """What is there to read about the question now, as words without line breaks."""

    @abstractmethod
    def answer(self, text: str) -> None:
        """Answer a question of one line; the text takes the place of what stands there."""

    @abstractmethod
    def paragraph(self, text: str) -> None:
        """Answer a question of several lines."""

    @abstractmethod
    def types(self, text: str) -> None:
        """Begin an answer of one line, and see it stand there."""

    @abstractmethod
    def pick(self, label: str) -> None:
        """Pick from a list; of a label that ends in three dots the beginning is enough."""

    @abstractmethod
    def mark(self, labels: Sequence[str]) -> None:
        """Mark some of a list and go on."""

    @abstractmethod
    def word(self, line: str, *, stays: bool = False) -> None:
        """Say one of the words that begin with a colon; `stays` when the same question goes on without being put anew."""

    @abstractmethod
    def offers(self, label: str) -> bool:
        """Whether that can be picked here."""

    def begins(self) -> None:
        """Pick the first line of the start screen."""
        self.asked("Saved after every answer")
        self.pick("Start" if self.offers("Start") else "Go on")

    def asked(self, text: str) -> None:
        """Wait until that is asked."""
        assert self.waits(), f"{text!r} was never asked:\n{self.terminal.screen()}"
        self.shows(text)

    def shows(self, text: str) -> None:
        """Wait until the text can be read."""
        self.terminal.until(lambda: words(text) in self.sees(), repr(text))

    def presses(self, key: str) -> None:
        """Press one of `KEYS`."""
        self.terminal.sends(KEYS[key])


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

    def types(self, text: str) -> None:
        self._clear()
        self.terminal.sends(text)
        self.terminal.until(lambda: self._typed() == text.rstrip(), repr(text))

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


class WithLines(Person):
    """Where questions come as plain lines."""

    def __init__(self, terminal: Terminal) -> None:
        super().__init__(terminal)
        self._dealt_with = 0

    def waits(self) -> bool:
        while not re.search(r"(?:^|\n)> $", self._since()):
            if not self.terminal.reads():
                return False
        return True

    def sees(self) -> str:
        return words(self._since())

    def answer(self, text: str) -> None:
        self._says(f"{text}\n")

    def paragraph(self, text: str) -> None:
        self._says(f"{text}\n.\n")

    def types(self, text: str) -> None:
        self._says(text)
        self.shows(text)

    def pick(self, label: str) -> None:
        self._says(f"{self._number(label)}\n")

    def mark(self, labels: Sequence[str]) -> None:
        self._says(",".join(map(self._number, labels)) + "\n")

    def word(self, line: str, *, stays: bool = False) -> None:
        self._says(f"{line}\n")

    def offers(self, label: str) -> bool:
        return self._found(label) is not None

    def presses(self, key: str) -> None:
        assert key in ("Ctrl-C", "Ctrl-D"), f"{key} means nothing where lines are read"
        super().presses(key)

    def _says(self, keys: str) -> None:
        self._dealt_with = len(self.terminal.written)
        self.terminal.sends(keys)

    def _since(self) -> str:
        return self.terminal.written[self._dealt_with :].decode(errors="replace").replace("\r\n", "\n")

    def _number(self, label: str) -> str:
        self.waits()
        found = self._found(label)
        assert found is not None, f"{label!r} is not offered:\n{self._since()}"
        return found

    def _found(self, label: str) -> str | None:
        found = re.search(rf"^(\d+|[a-z])\. *{re.escape(label)}", self._since(), re.MULTILINE)
        return found and found[1]


def sits_down(
    folder: Path,
    *arguments: str,
    plain: bool = False,
    columns: int = 80,
    rows: int = 40,
    environ: Mapping[str, str] | None = None,
    errors: Path | None = None,
    program: Sequence[str] = ROOTCAUSE,
) -> Person:
    """Somebody who has just begun `rootcause` with these arguments in that folder."""
    command = (*program, *arguments, *(("--accessible",) if plain else ()))
    terminal = Terminal(command, folder, columns=columns, rows=rows, environ=environ, errors=errors)
    return (WithLines if plain else AtAScreen)(terminal)


def _is_label(label: str, line: str | None) -> bool:
    """Whether the line shows the label, or as much of it as there is room for; dots stand for the rest of a label."""
    shown = (line or "").partition("  ")[0].strip()
    if label.endswith("..."):
        return shown.startswith(label.removesuffix("..."))
    return bool(shown) and (shown == label or (len(shown) >= 8 and label.startswith(shown)))
