"""The line that takes the place of a list while a word that begins with a colon is typed."""

from __future__ import annotations

from prompt_toolkit.application import get_app
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import (
    ConditionalKeyBindings,
    KeyBindings,
    KeyBindingsBase,
    KeyPressEvent,
    merge_key_bindings,
)
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import AnyContainer, BufferControl, ConditionalContainer, HSplit, Window
from prompt_toolkit.layout.processors import BeforeInput

from rootcause.questionnaire.response.problem import Problem
from rootcause.source.visible import visible
from rootcause.terminal.commands import Help, help_line, read_line
from rootcause.terminal.drawn.frame import MARGIN, Frame
from rootcause.terminal.drawn.keys import line_keys
from rootcause.terminal.drawn.masking import Masking
from rootcause.terminal.drawn.pasting import Pasting
from rootcause.terminal.heading import Kind, Line, in_words
from rootcause.terminal.theme import Signs

_KEYS = ("Enter says it", "Esc goes back to the list", ":unknown when you do not know", ":help lists more words")
_NOTHING_SAID = "Nothing was said. A colon opens the line for words once more; :help lists them."


class WordLine:
    """Opened by a colon; ends the prompt with the move that the word is, or goes back to the list and says why."""

    def __init__(self, frame: Frame, signs: Signs) -> None:
        self._frame = frame
        self._keys_of_the_list = frame.keys
        self._is_open = False
        self._buffer = Buffer(multiline=False, accept_handler=self._said)
        sign = BeforeInput(f"{MARGIN}{signs.prompt} ", "class:prompt")
        self._window = Window(BufferControl(self._buffer, [sign, Masking()]), wrap_lines=True, dont_extend_height=True)
        self.is_open = Condition(lambda: self._is_open)

    def in_place_of(self, listed: AnyContainer) -> AnyContainer:
        """The list, or this line while it is open."""
        return HSplit(
            [ConditionalContainer(listed, ~self.is_open), ConditionalContainer(self._window, self.is_open)],
        )

    def beside(self, of_the_list: KeyBindingsBase, pasting: Pasting) -> KeyBindingsBase:
        """The keys of the list, a colon that opens this line, and the keys that work while it is open."""
        opening = KeyBindings()
        closing = KeyBindings()

        @opening.add(":", eager=True)
        def _(event: KeyPressEvent) -> None:
            self._open()

        @closing.add(Keys.Escape, eager=True)
        def _(event: KeyPressEvent) -> None:
            self._close(Line(Kind.PROBLEM, _NOTHING_SAID))

        @closing.add(Keys.ControlC, eager=True)
        def _(event: KeyPressEvent) -> None:
            event.app.exit(exception=KeyboardInterrupt)

        @closing.add(Keys.ControlD, eager=True)
        def _(event: KeyPressEvent) -> None:
            event.app.exit(exception=EOFError)

        return merge_key_bindings(
            [
                ConditionalKeyBindings(merge_key_bindings([of_the_list, opening]), ~self.is_open),
                ConditionalKeyBindings(merge_key_bindings([line_keys(pasting), closing]), self.is_open),
            ]
        )

    def _open(self) -> None:
        self._is_open = True
        self._frame.notice = None
        self._frame.keys = _KEYS
        self._buffer.text = ":"
        self._buffer.cursor_position = 1
        get_app().layout.focus(self._window)

    def _close(self, notice: Line) -> None:
        self._is_open = False
        self._frame.notice = notice
        self._frame.keys = self._keys_of_the_list
        get_app().layout.focus_last()

    def _said(self, buffer: Buffer) -> bool:
        said = read_line(buffer.text)
        match said:
            case str():
                literal = said.strip()
                shown = (
                    f'"{visible(literal)}" was not said: what picks from the list is the pointer.' if literal else ""
                )
                self._close(Line(Kind.PROBLEM, shown or _NOTHING_SAID))
            case Help.HELP:
                self._close(help_line())
            case Problem():
                self._close(Line(Kind.PROBLEM, in_words(said)))
            case _:
                get_app().exit(result=said)
        return True
