"""The place where an answer goes: a line or a paragraph to type, or a list, in whose place a line for words opens."""

from __future__ import annotations

from prompt_toolkit.application import get_app
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.history import DummyHistory
from prompt_toolkit.layout import (
    AnyContainer,
    BufferControl,
    ConditionalContainer,
    FormattedTextControl,
    HSplit,
    Window,
)

from rootcause.terminal.drawn.frame import MARGIN, Frame
from rootcause.terminal.drawn.listing import Listing
from rootcause.terminal.drawn.masking import Masking
from rootcause.terminal.drawn.wordline import NOTHING_SAID, WORD_KEYS, said_at_a_list
from rootcause.terminal.heading import Line
from rootcause.terminal.theme import Signs


class Place:
    """Takes one answer after the other; what is drawn and which keys work follows from what it is open for."""

    def __init__(self, signs: Signs) -> None:
        self._sign = f"{MARGIN}{signs.prompt} "
        self._keys: tuple[str, ...] = ()
        self._says_word = False
        self._is_paragraph = False
        self.frame = Frame((), (), "")
        self.listing: Listing | None = None
        self.picking = Condition(lambda: self.listing is not None and not self._says_word)
        self.saying_word = Condition(lambda: self._says_word)
        self.in_paragraph = Condition(lambda: self._is_paragraph)
        # Without a history, or the arrows would bring the answers to other questions.
        self.buffer = Buffer(multiline=self.in_paragraph, accept_handler=self._entered, history=DummyHistory())
        self._list = FormattedTextControl(self._draw_list, focusable=True, show_cursor=False)

    def open_text(self, frame: Frame, start: str, *, paragraph: bool) -> None:
        """Make it a line or a paragraph that begins with `start`."""
        self.frame, self.listing, self._says_word, self._is_paragraph = frame, None, False, paragraph
        self.buffer.reset(Document(start))

    def open_list(self, frame: Frame, listing: Listing) -> None:
        """Make it a list."""
        self.frame, self.listing, self._says_word, self._is_paragraph = frame, listing, False, False

    def open_word(self) -> None:
        """Put a line for words in the place of the list."""
        self._says_word = True
        self._keys, self.frame.keys = self.frame.keys, WORD_KEYS
        self.frame.notice = None
        self.buffer.reset(Document(":"))
        self.focus()

    def close_word(self, notice: Line = NOTHING_SAID) -> None:
        """Go back to the list as it was."""
        self._says_word = False
        self.frame.keys, self.frame.notice = self._keys, notice
        self.focus()

    def focus(self) -> None:
        """Send the keys to what is open."""
        get_app().layout.focus(self._list if self.picking() else self.buffer)

    def container(self) -> AnyContainer:
        """All of it, for the layout of the application."""
        control = BufferControl(self.buffer, input_processors=[Masking()])
        text = Window(control, wrap_lines=True, dont_extend_height=True, get_line_prefix=self._before_line)
        listed = Window(self._list, dont_extend_height=True)
        return HSplit([ConditionalContainer(listed, self.picking), ConditionalContainer(text, ~self.picking)])

    def above(self) -> StyleAndTextTuples:
        """What the frame says above."""
        return self.frame.above()

    def below(self) -> StyleAndTextTuples:
        """What the frame says below."""
        return self.frame.below(self.buffer.text if self.listing is None else None)

    def _before_line(self, line: int, wrapped: int) -> StyleAndTextTuples:
        return [("class:prompt", self._sign)] if line == wrapped == 0 else [("", " " * len(self._sign))]

    def _draw_list(self) -> StyleAndTextTuples:
        if self.listing is None:
            return []
        return self.listing.draw(get_app().output.get_size().columns - 1, self.frame.rows_for_the_answer())

    def _entered(self, buffer: Buffer) -> bool:
        said = said_at_a_list(buffer.text) if self._says_word else buffer.text
        if isinstance(said, Line):
            self.close_word(said)
        else:
            get_app().exit(result=said)
        return True
