"""The interviewer that most people meet: one question at a time, drawn and gone when answered."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from prompt_toolkit.input import Input, create_input
from prompt_toolkit.output import Output, create_output

from rootcause.interview.answers import AnswerKey
from rootcause.interview.doubt import Doubt
from rootcause.interview.overview import Overview
from rootcause.interview.prompt import Add, DoNotKnow, Move, Prompt, Reply
from rootcause.questionnaire.response.problem import Problem
from rootcause.terminal.dialogue import Dialogue
from rootcause.terminal.doubts import after_answer
from rootcause.terminal.drafts import Drafts
from rootcause.terminal.drawn.frame import Frame
from rootcause.terminal.drawn.listing import is_long
from rootcause.terminal.drawn.paths import name_file
from rootcause.terminal.drawn.transcript import Transcript
from rootcause.terminal.drawn.widgets import Widgets
from rootcause.terminal.heading import Line
from rootcause.terminal.offers import Offer
from rootcause.terminal.screen import Instead, Picked, Typing
from rootcause.terminal.theme import Signs, signs
from rootcause.terminal.welcome import Doing, FromFile, Opening
from rootcause.terminal.writing import Edit, no_editor

_BACK_KEY = "Shift-Tab"
_BACK = f"{_BACK_KEY} goes back"
_WORDS = (":unknown when you do not know", ":help lists more words")
_STOP = "Ctrl-C stops, all is kept"


class DrawnInterviewer:
    """Asks on a terminal; without `input` and `output` on that of this process."""

    def __init__(
        self,
        input: Input | None = None,
        output: Output | None = None,
        *,
        language: str | None = None,
        drafts: Drafts | None = None,
        edit: Edit = no_editor,
    ) -> None:
        screen = _DrawnScreen(create_input() if input is None else input, create_output() if output is None else output)
        self._dialogue = Dialogue(screen, language, drafts=drafts, edit=edit)

    def ask(self, prompt: Prompt, problem: Problem | None) -> Move:
        """Put the question. Ctrl-C, Ctrl-D, SIGTERM, SIGHUP and a terminal that is gone quit."""
        return self._dialogue.ask(prompt, problem)

    def taken(self, prompt: Prompt, move: Move, words: str | None) -> None:
        """Leave a line about it."""
        self._dialogue.taken(prompt, move, words)

    def review(self, overview: Overview, problem: Problem | None) -> Move:
        """Show where the interview stands, and ask where to go."""
        return self._dialogue.review(overview, problem)

    def ask_back(self, about: AnswerKey, doubts: Sequence[Doubt], *, is_before: bool) -> None:
        """Leave what the answer makes a reader ask below its line."""
        self._dialogue.ask_back(about, doubts, is_before=is_before)

    def welcome(self, opening: Opening) -> Doing | FromFile:
        """Say what is ahead, and ask what to do."""
        return self._dialogue.welcome(opening)


class _DrawnScreen:
    def __init__(self, input: Input, output: Output) -> None:
        self._input = input
        self._output = output
        self._signs = signs(output.encoding())
        self._widgets = Widgets(input, output, self._signs)
        transcript = Transcript(output, self._signs)
        self.open_section = transcript.open_section
        self.leave_line = transcript.leave_line
        self._leave_below = transcript.leave_below
        self.take_line_back = transcript.take_line_back

    @property
    def signs(self) -> Signs:
        return self._signs

    def columns(self) -> int:
        return self._output.get_size().columns

    def leave_doubt(self, about: AnswerKey, doubts: Sequence[Doubt], *, is_before: bool) -> None:
        self._leave_below(about, after_answer(about, doubts, _BACK_KEY if is_before else None))

    def name_file(self, question: str) -> str:
        return name_file(question, self._input, self._output)

    def show(self, lines: Sequence[str]) -> None:
        self._output.write("".join(f"{line}\r\n" for line in lines))
        self._output.flush()

    def type_line(self, lines: Sequence[Line], start: str, typing: Typing) -> str | Instead:
        frame = self._frame(lines, "Enter goes on", _BACK, *_WORDS, _STOP, preview=typing.preview)
        return self._widgets.type_line(frame, start, typing.keep)

    def type_paragraph(self, lines: Sequence[Line], start: str, typing: Typing) -> str | Instead:
        ends = ("Esc and then Enter goes on", "Ctrl-X Ctrl-E opens an editor")
        frame = self._frame(lines, *ends, _BACK, *_WORDS, _STOP, preview=typing.preview)
        return self._widgets.type_paragraph(frame, start, typing.keep)

    def pick(self, lines: Sequence[Line], offers: Sequence[Offer], *, several: bool) -> Picked | Instead:
        long = is_long(offers, self._output.get_size().rows)
        moves = "letters find" if long else "arrows or letters move"
        marks = ["Space marks"] if several else []
        is_question = any(isinstance(offer.pick, DoNotKnow | Add | Reply) for offer in offers)
        words = (_BACK, *_WORDS) if is_question else ()
        keys = (moves, *marks, "Enter goes on", *words, _STOP)
        frame = Frame(lines, keys, self._signs.between, choices=len(offers) + long)
        return self._widgets.pick(frame, offers, several=several, long=long)

    def _frame(self, lines: Sequence[Line], *keys: str, preview: Callable[[str], str | None] | None = None) -> Frame:
        return Frame(lines, keys, self._signs.between, preview)
