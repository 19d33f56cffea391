"""The three things a person meets: a line to type, a paragraph to type, a list to pick from.

All of them are one application, made once for the whole interview: to make one takes longer than a question may.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from prompt_toolkit.application import Application
from prompt_toolkit.filters import Condition
from prompt_toolkit.input import Input
from prompt_toolkit.layout import ConditionalContainer, FormattedTextControl, HSplit, Layout, Window
from prompt_toolkit.output import Output

from rootcause.terminal.drawn.drafting import Drafting
from rootcause.terminal.drawn.frame import Frame
from rootcause.terminal.drawn.keys import keys
from rootcause.terminal.drawn.listing import Listing
from rootcause.terminal.drawn.place import Place
from rootcause.terminal.drawn.style import style
from rootcause.terminal.offers import Offer
from rootcause.terminal.screen import Instead, Picked
from rootcause.terminal.session import ended_like_ctrl_c
from rootcause.terminal.theme import Signs

OnTyping = Callable[[str], None]


class Widgets:
    """Puts them on a terminal, one at a time. All raise KeyboardInterrupt and EOFError when somebody leaves."""

    def __init__(self, input: Input, output: Output, signs: Signs) -> None:
        self._signs = signs
        self._place = Place(signs)
        above = Window(FormattedTextControl(self._place.above), dont_extend_height=True)
        below = Window(FormattedTextControl(self._place.below), dont_extend_height=True)
        is_below = Condition(lambda: bool(self._place.below()))
        self._application: Application[str | Picked | Instead] = Application(
            layout=Layout(HSplit([above, self._place.container(), ConditionalContainer(below, is_below)])),
            style=style(),
            include_default_pygments_style=False,
            key_bindings=keys(self._place, input),
            erase_when_done=True,
            input=input,
            output=output,
        )

    def type_line(self, frame: Frame, start: str, on_typing: OnTyping | None = None) -> str | Instead:
        """What was typed, or what a key stands for. `on_typing` is told of what stands there until it is entered."""
        return self._typed(frame, start, on_typing, paragraph=False)

    def type_paragraph(self, frame: Frame, start: str, on_typing: OnTyping | None = None) -> str | Instead:
        """The same for several lines: Escape and then Enter ends them."""
        return self._typed(frame, start, on_typing, paragraph=True)

    def pick(self, frame: Frame, offers: Sequence[Offer], *, several: bool, long: bool) -> Picked | Instead:
        """The index of the offer picked, those of the offers marked, or what a key or a word stands for."""
        self._place.open_list(frame, Listing(offers, self._signs, several=several, long=long))
        picked = self._run()
        assert not isinstance(picked, str)  # only a text ends with one
        return picked

    def _typed(self, frame: Frame, start: str, on_typing: OnTyping | None, *, paragraph: bool) -> str | Instead:
        self._place.open_text(frame, start, paragraph=paragraph)
        drafting = Drafting(on_typing or _nobody, start)
        watch = self._place.buffer.on_text_changed
        watch += (changed := lambda buffer: drafting.changed(buffer.text))
        try:
            typed = self._run()
            assert not isinstance(typed, int | tuple)  # only a list ends with those
        except BaseException:
            drafting.tell_now()
            raise
        finally:
            drafting.stop()
            watch -= changed
        if not isinstance(typed, str):
            drafting.tell_now()
        return typed

    def _run(self) -> str | Picked | Instead:
        with ended_like_ctrl_c(self._application):
            self._application.pre_run_callables.append(self._place.focus)
            return self._application.run()


def _nobody(text: str) -> None:
    """Nobody wants to know."""
