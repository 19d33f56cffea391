"""The interviewer that most people meet: one question at a time, drawn with questionary and gone when answered."""

from __future__ import annotations

from collections.abc import Sequence

from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import Input, create_input
from prompt_toolkit.output import Output, create_output

from rootcause.interview.prompt import Move, Prompt
from rootcause.questionnaire.response.problem import Problem
from rootcause.terminal.dialogue import Dialogue, Picked
from rootcause.terminal.drawn import widgets
from rootcause.terminal.drawn.frame import Frame
from rootcause.terminal.drawn.transcript import Transcript
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
        self._input = create_input() if input is None else input
        self._output = create_output() if output is None else output
        self._dialogue = Dialogue(_DrawnScreen(self._input, self._output), language)

    def ask(self, prompt: Prompt, problem: Problem | None) -> Move:
        """Put the question. Ctrl-C, Ctrl-D, SIGTERM, SIGHUP and a terminal that is gone quit."""
        with create_app_session(input=self._input, output=self._output):
            return self._dialogue.ask(prompt, problem)


class _DrawnScreen:
    def __init__(self, input: Input, output: Output) -> None:
        self._input = input
        self._signs = signs(output.encoding())
        transcript = Transcript(output, self._signs)
        self.open_section = transcript.open_section
        self.leave_line = transcript.leave_line
        self.take_line_back = transcript.take_line_back

    def type_line(self, lines: Sequence[Line], start: str) -> str | Move:
        frame = self._frame(lines, "Enter goes on", _BACK, *_WORDS, _STOP)
        return widgets.type_line(frame, start, self._signs, self._input)

    def type_paragraph(self, lines: Sequence[Line], start: str) -> str | Move:
        ends = ("Esc and then Enter goes on", "Ctrl-X Ctrl-E opens an editor")
        frame = self._frame(lines, *ends, _BACK, *_WORDS, _STOP)
        return widgets.type_paragraph(frame, start, self._signs, self._input)

    def pick(self, lines: Sequence[Line], offers: Sequence[Offer], *, several: bool) -> Picked | Move:
        moves = "letters find" if len(offers) > widgets.LONG else "arrows move"
        marks = ["Space marks"] if several else []
        frame = self._frame(lines, moves, *marks, "Enter goes on", _BACK, *_WORDS, _STOP)
        return widgets.pick(frame, offers, self._signs, self._input, several=several)

    def _frame(self, lines: Sequence[Line], *keys: str) -> Frame:
        return Frame(lines, keys, self._signs.between)
