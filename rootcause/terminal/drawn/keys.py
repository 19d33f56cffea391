"""The keys that work at every prompt, and those that we give another meaning than questionary does.

questionary takes no key bindings for its lists and has no way back, so ours are merged in after a prompt was made.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from prompt_toolkit.application import Application, get_app
from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings, KeyBindingsBase, KeyPressEvent, merge_key_bindings
from prompt_toolkit.keys import Keys
from questionary.prompts.common import InquirerControl

from rootcause.interview.prompt import Back, Move
from rootcause.terminal.commands import is_word_line
from rootcause.terminal.dialogue import Picked
from rootcause.terminal.drawn.frame import Frame
from rootcause.terminal.drawn.pasting import Pasting
from rootcause.terminal.folding import one_line
from rootcause.terminal.heading import Kind, Line
from rootcause.terminal.offers import Offer


def add_keys(application: Application[str | Picked | Move], own: KeyBindingsBase) -> None:
    """Add the keys of one kind of prompt, and those of every prompt."""
    everywhere = KeyBindings()

    @everywhere.add(Keys.BackTab, eager=True)
    def _(event: KeyPressEvent) -> None:
        event.app.exit(result=Back())

    @everywhere.add(Keys.SIGINT, eager=True)
    def _(event: KeyPressEvent) -> None:
        event.app.exit(exception=KeyboardInterrupt)

    @everywhere.add(Keys.ControlZ, eager=True)
    def _(event: KeyPressEvent) -> None:
        event.app.suspend_to_background()

    theirs = [] if application.key_bindings is None else [application.key_bindings]
    application.key_bindings = merge_key_bindings([*theirs, everywhere, own])


def line_keys(pasting: Pasting) -> KeyBindings:
    """Of a prompt of one line: pasted lines become one, and do not answer."""
    bindings = KeyBindings()

    @bindings.add(Keys.ControlM, eager=True)
    def _(event: KeyPressEvent) -> None:
        if pasting.brought(event):
            event.current_buffer.insert_text(" ")
        else:
            event.current_buffer.validate_and_handle()

    @bindings.add(Keys.BracketedPaste, eager=True)
    def _(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text(one_line(event.data))

    return bindings


def paragraph_keys(pasting: Pasting) -> KeyBindings:
    """Of a prompt of several lines: an editor can be opened on them, and Enter ends a word that begins with a colon."""
    bindings = KeyBindings()

    @bindings.add(Keys.ControlX, Keys.ControlE, eager=True)
    def _(event: KeyPressEvent) -> None:
        event.current_buffer.open_in_editor()  # its own key takes what was written without showing it once more

    @bindings.add(Keys.ControlM, filter=Condition(lambda: is_word_line(get_app().current_buffer.text)), eager=True)
    def _(event: KeyPressEvent) -> None:
        if pasting.brought(event):
            event.current_buffer.newline()
        else:
            event.current_buffer.validate_and_handle()

    return bindings


def list_keys(
    control: InquirerControl, offers: Sequence[Offer], frame: Frame, pasting: Pasting, *, several: bool, filtered: bool
) -> KeyBindings:
    """Of a list: letters narrow a long one and do nothing in a short one."""
    bindings = KeyBindings()

    def pointed() -> int:
        return int(control.get_pointed_at().value or 0)

    def pick(event: KeyPressEvent) -> None:
        # `choice_count` looks once more, `found_in_search` tells of the last look. When nothing is found questionary
        # shows the whole list, and would take its first line.
        if control.search_filter and not (control.choice_count and control.found_in_search):
            return
        if not several or offers[pointed()].aside:
            event.app.exit(result=pointed())
            return
        marked = tuple(index for index in sorted(control.selected_options) if not offers[index].aside)
        if marked:
            event.app.exit(result=marked)
        else:
            frame.notice = Line(Kind.PROBLEM, "Nothing is marked yet. Space marks the line with the pointer.")

    @bindings.add(Keys.ControlM, eager=True)
    def _(event: KeyPressEvent) -> None:
        if not pasting.brought(event):
            pick(event)

    @bindings.add(Keys.ControlD, eager=True)
    def _(event: KeyPressEvent) -> None:
        event.app.exit(exception=EOFError)

    @bindings.add(Keys.BracketedPaste, eager=True)
    def _(event: KeyPressEvent) -> None:
        """Ignore it: letters of a pasted text would move the pointer."""

    if several:

        @bindings.add(" ", eager=True)
        def _(event: KeyPressEvent) -> None:
            frame.notice = None
            index = pointed()
            if offers[index].aside:
                event.app.exit(result=index)
            elif index in control.selected_options:
                control.selected_options.remove(index)
            else:
                control.selected_options.append(index)

    ignored = (Keys.ControlA, Keys.ControlI) if filtered else ("a", "i")
    for key in ignored:  # in a checkbox of questionary they mark all lines, the last ones too
        bindings.add(key, eager=True)(_ignore)
    bindings.add(Keys.Any)(_narrowing(control) if filtered else _ignore)
    return bindings


def _ignore(event: KeyPressEvent) -> None:
    """Do nothing: a letter that moved the pointer would answer with whatever it moved it to."""


def _narrowing(control: InquirerControl) -> Callable[[KeyPressEvent], None]:
    def narrow(event: KeyPressEvent) -> None:
        """Take the letters that questionary does not know: all but ASCII."""
        if event.data.isprintable():
            control.add_search_character(event.data)  # type: ignore[arg-type]  # any text will do

    return narrow
