"""The three things a person meets: a line to type, a paragraph to type, a list to pick from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import questionary
from prompt_toolkit.application import Application
from prompt_toolkit.filters import to_filter
from prompt_toolkit.input import Input
from prompt_toolkit.key_binding import KeyBindingsBase, merge_key_bindings
from prompt_toolkit.layout import Window
from questionary.prompts.common import InquirerControl

from rootcause.interview.prompt import Move
from rootcause.terminal.dialogue import Picked
from rootcause.terminal.drawn.frame import MARGIN, Frame
from rootcause.terminal.drawn.keys import add_keys, line_keys, list_keys, paragraph_keys
from rootcause.terminal.drawn.listing import Listing
from rootcause.terminal.drawn.masking import Masking
from rootcause.terminal.drawn.pasting import Pasting
from rootcause.terminal.drawn.wordline import WordLine
from rootcause.terminal.offers import Offer
from rootcause.terminal.session import ended_like_ctrl_c
from rootcause.terminal.theme import Signs

LONG = 20
"""Lists with more lines are narrowed by typing."""


def type_line(frame: Frame, start: str, signs: Signs, input: Input) -> str | Move:
    """What was typed, or the move that a key stands for. Raises KeyboardInterrupt and EOFError."""
    return _typed(frame, start, signs, line_keys(Pasting(input)))


def type_paragraph(frame: Frame, start: str, signs: Signs, input: Input) -> str | Move:
    """The same for several lines: Escape and then Enter ends them, Ctrl-X Ctrl-E opens an editor."""
    return _typed(frame, start, signs, paragraph_keys(Pasting(input)), multiline=True, tempfile_suffix=".md")


def pick(frame: Frame, offers: Sequence[Offer], signs: Signs, input: Input, *, several: bool) -> Picked | Move:
    """The index of the offer picked, those of the offers marked, or the move that a key stands for."""
    filtered = len(offers) > LONG
    chosen = [index for index, offer in enumerate(offers) if offer.chosen]
    choices = [
        questionary.Choice(offer.label, value=index, checked=several and offer.chosen)
        for index, offer in enumerate(offers)
    ]
    make = questionary.checkbox if several else questionary.select
    start = {"initial_choice" if several else "default": chosen[0] if chosen else 0}
    question = make("", choices, use_jk_keys=False, use_search_filter=filtered, **start)  # type: ignore[arg-type]
    window, control = _list_of(question.application)
    listing = Listing(control, offers, signs, frame.rows_for_the_answer, several=several, filtered=filtered)
    control.text = listing.draw
    window.wrap_lines = to_filter(False)
    window.dont_extend_height = to_filter(True)
    words = WordLine(frame, signs)
    frame.put_around(question.application, words.in_place_of(window))
    pasting = Pasting(input)
    own = list_keys(control, offers, frame, pasting, several=several, filtered=filtered)
    theirs = question.application.key_bindings
    question.application.key_bindings = None
    keys = words.beside(own if theirs is None else merge_key_bindings([theirs, own]), pasting)
    result: Picked | Move = _run(question, keys)
    return result


def _typed(frame: Frame, start: str, signs: Signs, keys: KeyBindingsBase, **settings: Any) -> str | Move:
    question = questionary.text(
        signs.prompt,
        default=start,
        qmark="",
        instruction="",
        input_processors=[Masking()],
        prompt_continuation=MARGIN + "  ",
        **settings,
    )
    frame.put_around(question.application, question.application.layout.container)
    result: str | Move = _run(question, keys)
    return result


def _run(question: questionary.Question, keys: KeyBindingsBase) -> Any:
    add_keys(question.application, keys)
    with ended_like_ctrl_c(question.application):
        return question.unsafe_ask()


def _list_of(application: Application[Any]) -> tuple[Window, InquirerControl]:
    for window in application.layout.find_all_windows():
        if isinstance(window.content, InquirerControl):
            return window, window.content
    raise LookupError("questionary draws its lists in another way now")
