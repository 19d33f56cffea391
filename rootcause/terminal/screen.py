"""What a dialogue needs of a screen: lines are shown, a text is typed, one of a list is picked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from msgspec import Struct

from rootcause.interview.answers import AnswerKey
from rootcause.interview.doubt import Doubt
from rootcause.interview.prompt import Move
from rootcause.terminal.commands import About, Aside
from rootcause.terminal.editing import WantsEditor
from rootcause.terminal.heading import Line
from rootcause.terminal.offers import Offer
from rootcause.terminal.theme import Signs

Picked = int | tuple[int, ...]
"""The index of an offer that was picked, or of all those that were marked."""

Instead = Move | Aside | About | WantsEditor
"""What a key or a word stands for, in place of an answer."""


def forget(text: str) -> None:
    """Keep nothing of what is typed."""


class Typing(Struct, frozen=True):
    """What goes with a text while it is typed.

    `keep` is called with it now and then; `preview` says how it would be understood. `begun`: what stands there was
    never said, so more is added to it.
    """

    keep: Callable[[str], None] = forget
    preview: Callable[[str], str | None] | None = None
    begun: bool = False


class Screen(Protocol):
    """Where a question is shown and answered. Raises KeyboardInterrupt or EOFError when somebody leaves."""

    @property
    def signs(self) -> Signs:
        """The signs that can be shown here."""
        ...

    def type_line(self, lines: Sequence[Line], start: str, typing: Typing) -> str | Instead:
        """One line of text, `start` to begin with; or what a key stands for."""
        ...

    def type_paragraph(self, lines: Sequence[Line], start: str, typing: Typing) -> str | Instead:
        """The same for several lines. A word in the last line stands for itself, the lines before it stay."""
        ...

    def pick(self, lines: Sequence[Line], offers: Sequence[Offer], *, several: bool) -> Picked | Instead:
        """One of the offers, or with `several` all that are marked."""
        ...

    def name_file(self, question: str) -> str:
        """The path of a file; empty for none."""
        ...

    def show(self, lines: Sequence[str]) -> None:
        """Show lines that stay."""
        ...

    def columns(self) -> int:
        """How wide it is."""
        ...

    def open_section(self, id: str, title: str) -> None:
        """Say which section the question belongs to, unless that can be seen."""
        ...

    def leave_line(self, key: AnswerKey, label: str, words: str, *, answered: bool) -> None:
        """Leave a line about a question that was dealt with."""
        ...

    def leave_doubt(self, about: AnswerKey, doubts: Sequence[Doubt], *, is_before: bool) -> None:
        """Leave what an answer makes a reader ask below its line; `is_before`: to go back is to go there."""
        ...

    def take_line_back(self, key: AnswerKey) -> None:
        """Take the last line away, with doubts below it, if it is about that question."""
        ...
