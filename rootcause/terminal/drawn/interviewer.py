"""The interviewer that most people meet: one question at a time, drawn with questionary and gone when answered."""

from __future__ import annotations

import os
from collections.abc import Sequence

from prompt_toolkit.input import Input, create_input
from prompt_toolkit.output import Output, create_output

from rootcause.interview.prompt import Move, Prompt
from rootcause.questionnaire.response.problem import Problem
from rootcause.terminal.dialogue import Dialogue, Picked
from rootcause.terminal.drawn.frame import Frame
from rootcause.terminal.drawn.listing import is_long
from rootcause.terminal.drawn.transcript import Transcript
from rootcause.terminal.drawn.widgets import Widgets
from rootcause.terminal.editing import WantsEditor
from rootcause.terminal.editor import edit
from rootcause.terminal.heading import Line
from rootcause.terminal.offers import Offer
from rootcause.terminal.theme import signs

_BACK = "Shift-Tab goes back"
_WORDS = (":unknown when you do not know", ":help lists more words")
_STOP = "Ctrl-C stops, all is kept"


class QuestionaryInterviewer:
    """Asks on a terminal; without `input` and `output` on that of this process."""

    def __init__(
        self, input: Input | None = None, output: Output | None = None, *, language: str | None = None
    ) -> None:
        screen = _DrawnScreen(create_input() if input is None else input, create_output() if output is None else output)
        self._dialogue = Dialogue(screen, language)

    def ask(self, prompt: Prompt, problem: Problem | None) -> Move:
        """Put the question. Ctrl-C, Ctrl-D, SIGTERM, SIGHUP and a terminal that is gone quit."""
        return self._dialogue.ask(prompt, problem)


class _DrawnScreen:
    def __init__(self, input: Input, output: Output) -> None:
        self._output = output
        self._signs = signs(output.encoding())
        self._widgets = Widgets(input, output, self._signs)
        transcript = Transcript(output, self._signs)
        self.open_section = transcript.open_section
        self.leave_line = transcript.leave_line
        self.take_line_back = transcript.take_line_back

    def type_line(self, lines: Sequence[Line], start: str) -> str | Move:
        frame = self._frame(lines, "Enter goes on", _BACK, *_WORDS, _STOP)
        typed = self._widgets.type_line(frame, start)
        return self.type_line(lines, _edited(typed)) if isinstance(typed, WantsEditor) else typed

    def type_paragraph(self, lines: Sequence[Line], start: str) -> str | Move:
        ends = ("Esc and then Enter goes on", "Ctrl-X Ctrl-E opens an editor")
        frame = self._frame(lines, *ends, _BACK, *_WORDS, _STOP)
        typed = self._widgets.type_paragraph(frame, start)
        return self.type_paragraph(lines, _edited(typed)) if isinstance(typed, WantsEditor) else typed

    def pick(self, lines: Sequence[Line], offers: Sequence[Offer], *, several: bool) -> Picked | Move:
        filtered = is_long(offers, self._output.get_size().rows)
        moves = "letters find" if filtered else "arrows move"
        marks = ["Space marks"] if several else []
        frame = self._frame(lines, moves, *marks, "Enter goes on", _BACK, *_WORDS, _STOP)
        picked = self._widgets.pick(frame, offers, several=several, filtered=filtered)
        return self.pick(lines, offers, several=several) if isinstance(picked, WantsEditor) else picked

    def _frame(self, lines: Sequence[Line], *keys: str) -> Frame:
        return Frame(lines, keys, self._signs.between)


def _edited(wanted: WantsEditor) -> str:
    text = edit(wanted.text, (), os.environ)
    return text if isinstance(text, str) else wanted.text
