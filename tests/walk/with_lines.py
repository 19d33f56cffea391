"""Somebody for whom questions come as plain lines: reads what was written since they said something, types lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tests.walk.person import Person
from tests.walk.terminal import Terminal, words

_ENDED_BY_A_DOT = "A line with nothing but a dot ends"
_TWO_DOTS = "one with two dots begins anew"


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
        self._begins_anew()
        self._says(f"{text}\n.\n")

    def begins_a_text(self, text: str) -> bool:
        if _ENDED_BY_A_DOT not in self.sees():
            return False
        self._begins_anew()
        self._says(f"{text}\n")
        self.waits()
        return True

    def pick(self, label: str) -> None:
        self._says(f"{self._number(label)}\n")

    def mark(self, labels: Sequence[str]) -> None:
        self._says(",".join(map(self._number, labels)) + "\n")

    def word(self, line: str, *, stays: bool = False) -> None:
        self.said.append(line.split(maxsplit=1)[0])
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

    def _begins_anew(self) -> None:
        """Make the text that was kept no part of the next."""
        if _TWO_DOTS in self.sees():
            self._says("..\n")
            self.waits()

    def _number(self, label: str) -> str:
        self.waits()
        found = self._found(label)
        assert found is not None, f"{label!r} is not offered:\n{self._since()}"
        return found

    def _found(self, label: str) -> str | None:
        rest = "" if label.endswith("...") else r"(?:,| \(so far\)|$)"
        line = re.escape(label.removesuffix("...")) + rest
        found = re.search(rf"^(\d+|[a-z])\. *{line}", self._since(), re.MULTILINE)
        return found and found[1]
