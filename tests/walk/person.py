"""What somebody who answers in a terminal can do, the same whether questions are drawn or come as plain lines."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence

from tests.walk.terminal import Terminal, words

KEYS = {"Shift-Tab": "\x1b[Z", "Ctrl-C": "\x03", "Ctrl-D": "\x04", "Ctrl-X Ctrl-E": "\x18\x05", "Enter": "\r"}


class Person(ABC):
    """What somebody can do at any question. What is done waits for nothing; looking waits until it is there."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal
        self.said: list[str] = []
        """The words that begin with a colon, in the order in which they were said."""

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
    def begins_a_text(self, text: str) -> bool:
        """Type it and see it stand there, where it is kept from then on; whether it is, here."""

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
