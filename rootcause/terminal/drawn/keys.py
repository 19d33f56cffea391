"""The keys that work in the place of the answer, beside those that prompt_toolkit has for moving about in a text."""

from __future__ import annotations

from prompt_toolkit.filters import Condition
from prompt_toolkit.input import Input
from prompt_toolkit.key_binding import (
    ConditionalKeyBindings,
    KeyBindings,
    KeyBindingsBase,
    KeyPressEvent,
    merge_key_bindings,
)
from prompt_toolkit.keys import Keys

from rootcause.interview.prompt import Back
from rootcause.terminal.commands import is_word_line, split_word
from rootcause.terminal.drawn.listing import Listing
from rootcause.terminal.drawn.pasting import Pasting
from rootcause.terminal.drawn.place import Place
from rootcause.terminal.editing import WantsEditor
from rootcause.terminal.folding import one_line
from rootcause.terminal.heading import Kind, Line

_NOTHING_MARKED = Line(Kind.PROBLEM, "Nothing is marked yet. Space marks the line with the pointer.")


def keys(place: Place, input: Input) -> KeyBindingsBase:
    """All of them; which ones work follows from what the place is open for."""
    pasting = Pasting(input)
    return merge_key_bindings(
        [
            _everywhere(place),
            ConditionalKeyBindings(_of_texts(place, pasting), ~place.picking),
            ConditionalKeyBindings(_of_words(place), place.saying_word),
            ConditionalKeyBindings(_of_lists(place, pasting), place.picking),
        ]
    )


def _everywhere(place: Place) -> KeyBindings:
    bindings = KeyBindings()

    @bindings.add(Keys.BackTab, eager=True)
    def _(event: KeyPressEvent) -> None:
        event.app.exit(result=Back())

    @bindings.add(Keys.ControlC, eager=True)
    @bindings.add(Keys.SIGINT, eager=True)
    def _(event: KeyPressEvent) -> None:
        event.app.exit(exception=KeyboardInterrupt)

    # In a text that has begun it is the key of Unix that deletes one character.
    @bindings.add(Keys.ControlD, eager=True, filter=place.picking | place.saying_word | ~_begun(place))
    def _(event: KeyPressEvent) -> None:
        event.app.exit(exception=EOFError)

    @bindings.add(Keys.ControlX, Keys.ControlE, eager=True)
    def _(event: KeyPressEvent) -> None:
        event.app.exit(result=WantsEditor(place.buffer.text if place.listing is None else ""))

    @bindings.add(Keys.Vt100MouseEvent, eager=True)
    @bindings.add(Keys.Escape, *"[201~", eager=True)
    def _(event: KeyPressEvent) -> None:
        """Ignore what comes with pastes: colours, which pass for a mouse that nobody asked for, and their end again."""

    @bindings.add(Keys.ControlZ, eager=True)
    def _(event: KeyPressEvent) -> None:
        event.app.suspend_to_background()

    return bindings


def _of_texts(place: Place, pasting: Pasting) -> KeyBindings:
    """In a line pasted lines become one; in a paragraph Enter alone ends only what is a word. No pasted key answers."""
    bindings = KeyBindings()
    is_line = ~place.in_paragraph

    @bindings.add(Keys.Escape, Keys.ControlM, eager=True)
    @bindings.add(Keys.ControlM, eager=True, filter=is_line | _is_word(place))
    def _(event: KeyPressEvent) -> None:
        if not pasting.brought(event):
            place.buffer.validate_and_handle()
        elif is_line():
            place.buffer.insert_text(" ")
        else:
            place.buffer.newline()

    @bindings.add(Keys.BracketedPaste, eager=True, filter=is_line)
    def _(event: KeyPressEvent) -> None:
        place.buffer.insert_text(one_line(event.data))

    return bindings


def _of_words(place: Place) -> KeyBindings:
    bindings = KeyBindings()

    @bindings.add(Keys.Escape, eager=True)
    def _(event: KeyPressEvent) -> None:
        place.close_word()

    return bindings


def _of_lists(place: Place, pasting: Pasting) -> KeyBindings:
    """Letters narrow a long list and do nothing in a short one, where they would pick by accident."""
    bindings = KeyBindings()

    def listing() -> Listing:
        assert place.listing is not None  # the bindings work in lists only
        return place.listing

    @bindings.add(Keys.Down, eager=True)
    @bindings.add(Keys.ControlN, eager=True)
    def _(event: KeyPressEvent) -> None:
        listing().move(1)

    @bindings.add(Keys.Up, eager=True)
    @bindings.add(Keys.ControlP, eager=True)
    def _(event: KeyPressEvent) -> None:
        listing().move(-1)

    @bindings.add(Keys.ControlM, eager=True)
    def _(event: KeyPressEvent) -> None:
        pointed = listing().pointed
        if pasting.brought(event) or pointed is None:
            return
        if not listing().several or listing().is_aside(pointed):
            event.app.exit(result=pointed)
        elif listing().marked():
            event.app.exit(result=listing().marked())
        else:
            place.frame.notice = _NOTHING_MARKED

    @bindings.add(" ", eager=True, filter=Condition(lambda: listing().several))
    def _(event: KeyPressEvent) -> None:
        place.frame.notice = None
        pointed = listing().pointed
        if pointed is None:
            return
        if listing().is_aside(pointed):
            event.app.exit(result=pointed)
        else:
            listing().mark(pointed)

    @bindings.add(":", eager=True, filter=Condition(lambda: listing().pointed is not None))
    def _(event: KeyPressEvent) -> None:
        place.open_word()

    @bindings.add(Keys.Backspace, eager=True)
    def _(event: KeyPressEvent) -> None:
        listing().widen()

    @bindings.add(Keys.ControlU, eager=True)
    @bindings.add(Keys.Escape)
    def _(event: KeyPressEvent) -> None:
        listing().clear()

    @bindings.add(Keys.Escape, Keys.ControlM)
    def _(event: KeyPressEvent) -> None:
        """Ignore it: who has just ended a text so must not answer the list behind it too."""

    @bindings.add(Keys.Any)
    def _(event: KeyPressEvent) -> None:
        if event.data.isprintable():
            listing().narrow(event.data)

    @bindings.add(Keys.BracketedPaste, eager=True)
    def _(event: KeyPressEvent) -> None:
        """Ignore it: what is pasted was not meant for a list."""

    return bindings


def _begun(place: Place) -> Condition:
    return Condition(lambda: bool(place.buffer.text))


def _is_word(place: Place) -> Condition:
    """Whether the cursor stands behind a word in the last line, or behind a line that can only be meant as one."""

    def is_word() -> bool:
        text = place.buffer.text
        is_said = not text or is_word_line(text) or bool(split_word(text)[1])  # who has nothing to say presses Enter
        return place.buffer.document.is_cursor_at_the_end and is_said

    return Condition(is_word)
