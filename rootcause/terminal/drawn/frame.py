"""Puts a heading above a questionary prompt and a line of keys below it, and erases all of it when it is answered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from prompt_toolkit.application import Application, get_app
from prompt_toolkit.data_structures import Size
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.layout import AnyContainer, ConditionalContainer, FormattedTextControl, HSplit, Layout, Window
from prompt_toolkit.styles import Style

from rootcause.terminal.folding import flow
from rootcause.terminal.heading import Kind, Line, fitted
from rootcause.terminal.theme import STYLE

MARGIN = " "
_LEAST_FOR_THE_ANSWER = 4
_ROWS_FOR_AIR = 18


class Frame:
    """What surrounds the place where one answer goes. A change of `notice` or `keys` is shown at once."""

    def __init__(self, lines: Sequence[Line], keys: Sequence[str], between: str) -> None:
        self._lines = tuple(lines)
        self.keys = tuple(keys)
        self._between = between
        self.notice: Line | None = None

    def put_around(self, application: Application[Any], answer: AnyContainer) -> None:
        """Make `answer` the middle of the application's screen."""
        focused = application.layout.current_control
        above = Window(FormattedTextControl(self._above), dont_extend_height=True)
        keys = Window(FormattedTextControl(self._below), dont_extend_height=True)
        below = ConditionalContainer(keys, Condition(lambda: bool(self._key_lines())))
        application.layout = Layout(HSplit([above, answer, below]))
        if focused in application.layout.find_all_controls():
            application.layout.focus(focused)
        application.style = Style(list(STYLE.items()))
        application.erase_when_done = True

    def rows_for_the_answer(self) -> int:
        """How many rows of the screen are left for a list."""
        taken = len(self._fitted()) + len(self._key_lines()) + 2 * _air()
        return max(_size().rows - taken - 1, _LEAST_FOR_THE_ANSWER)

    def _fitted(self) -> list[tuple[Kind, str]]:
        lines = list(self._lines)
        if self.notice is not None:
            lines = [*(line for line in lines if line.kind is not Kind.PROBLEM), self.notice]
        room = _size().rows - _LEAST_FOR_THE_ANSWER - len(self._key_lines()) - 2 * _air()
        return fitted(lines, _columns(), room)

    def _key_lines(self) -> list[str]:
        lines = flow(self.keys, self._between, _columns())
        return lines if _size().rows >= _LEAST_FOR_THE_ANSWER * (len(lines) + 1) else []

    def _above(self) -> StyleAndTextTuples:
        return _drawn([(Kind.PROGRESS, "")] * _air() + self._fitted())

    def _below(self) -> StyleAndTextTuples:
        return _drawn([(Kind.KEYS, "")] * _air() + [(Kind.KEYS, line) for line in self._key_lines()])


def _drawn(lines: Sequence[tuple[Kind, str]]) -> StyleAndTextTuples:
    fragments: StyleAndTextTuples = []
    for number, (kind, text) in enumerate(lines):
        fragments.append((f"class:{kind}", f"\n{MARGIN}{text}" if number else f"{MARGIN}{text}"))
    return fragments


def _air() -> int:
    """How many empty lines set a question apart."""
    return 1 if _size().rows >= _ROWS_FOR_AIR else 0


def _size() -> Size:
    return get_app().output.get_size()


def _columns() -> int:
    return max(_size().columns - 2 * len(MARGIN), 1)
