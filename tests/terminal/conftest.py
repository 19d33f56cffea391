"""A questionnaire with every type, and two ways to sit at a terminal: keys through a pipe, and a real pty."""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import sys
import termios
import threading
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pexpect
import pyte
import pytest
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output.vt100 import Vt100_Output

from rootcause.interview.answers import AnswerKey
from rootcause.interview.interview import Interview
from rootcause.interview.prompt import Move, Prompt, Reply
from rootcause.questionnaire.loader import load_questionnaire
from rootcause.questionnaire.model import Questionnaire
from rootcause.questionnaire.response.problem import Problem
from rootcause.questionnaire.response.reading import read_answer
from rootcause.questionnaire.response.wording import show
from rootcause.source.text import SourceText
from rootcause.terminal.drawn.interviewer import DrawnInterviewer

HERE = Path(__file__).parent
SECONDS = 20  # until a test gives up waiting
PASTED = "\x1b[200~"
_FIRST_ANSWERS = {
    "one sentence?": "The van broke down\r",
    "Who carried it?": "\r",
    "Which of these were seen?": " \r",
    "Did we tell them first?": "\r",
    "Tell the story.": "",
}


@pytest.fixture(scope="session")
def every_type() -> Questionnaire:
    loaded = load_questionnaire(SourceText.read(HERE / "every_type.yaml"))
    assert loaded.questionnaire is not None, loaded.diagnostics
    return loaded.questionnaire


@pytest.fixture
def interview(every_type: Questionnaire) -> Interview:
    return Interview.begin(every_type, clock=lambda: datetime(2026, 1, 31, 9, tzinfo=UTC), zone=UTC)


@pytest.fixture
def prompt_of(interview: Interview) -> Callable[..., Prompt]:
    """The prompt at a question, after some answers."""

    def build(id: str, **answers: object) -> Prompt:
        after: Interview | Problem = interview
        for name, raw in answers.items():
            after = after.answer(raw, key=AnswerKey(name))
            assert not isinstance(after, Problem), after
        after = after.revisit(AnswerKey(id))
        assert not isinstance(after, Problem), after
        prompt = after.prompt()
        assert prompt is not None
        return prompt

    return build


def understood(prompt: Prompt, move: Move) -> str | None:
    """The answer in words, as the engine says it when it takes the move."""
    if not isinstance(move, Reply) or prompt.question.type.repeats:
        return None
    value = read_answer(prompt.question, move.raw, UTC)
    return None if isinstance(value, Problem) else show(prompt.question, value)


class Person:
    """Answers through a pipe, line by line. Keys are given for each screen: the question, then what it leads to."""

    def __init__(self, pipe, columns: int = 80, rows: int = 24) -> None:
        self._keys: list[str] = []
        self._written = BytesIO()
        size = Size(rows=rows, columns=columns)
        output = Vt100_Output(TextIOWrapper(self._written, "utf-8"), lambda: size, term="xterm", enable_cpr=False)
        self._size = size
        self._pipe = pipe
        self._lines: list[str] = []
        attach, read_keys = pipe.attach, pipe.read_keys

        def attach_and_type(ready):
            keys = self._keys.pop(0)
            self._lines = [keys] if PASTED in keys else re.split(r"(?<=\r)(?=.)", keys)
            pipe.send_text(self._lines.pop(0))
            return attach(ready)

        def read_and_type_on():
            if self._lines:  # what comes in one go would count as a paste
                asyncio.get_running_loop().call_soon(pipe.send_text, self._lines.pop(0))
            return read_keys()

        pipe.attach = attach_and_type
        pipe.read_keys = read_and_type_on
        self.interviewer = DrawnInterviewer(pipe, output)

    def says(self, prompt: Prompt, *keys: str, problem: Problem | None = None) -> Move:
        self._keys = list(keys)
        patience = threading.Timer(SECONDS, self._pipe.send_text, ["\x03"])
        patience.start()
        move = self.interviewer.ask(prompt, problem)
        patience.cancel()
        assert not self._keys, f"never asked for {self._keys}"
        self.interviewer.taken(prompt, move, understood(prompt, move))
        return move

    def screen(self) -> list[str]:
        """The lines that are left on the screen."""
        screen = pyte.Screen(self._size.columns, self._size.rows)
        pyte.Stream(screen).feed(self.written())
        return [line.rstrip() for line in screen.display if line.strip()]

    def written(self) -> str:
        return self._written.getvalue().decode()


@pytest.fixture
def person() -> Iterator[Person]:
    with create_pipe_input() as pipe:
        yield Person(pipe)


@pytest.fixture
def narrow_person() -> Iterator[Person]:
    with create_pipe_input() as pipe:
        yield Person(pipe, columns=40, rows=12)


class Terminal:
    """A real terminal in which `ask_here.py` runs."""

    def __init__(self, folder: Path, columns: int, rows: int, environ: Mapping[str, str]) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._written = b""
        self._answers, self._ending = folder / "answers.json", folder / "ending"
        script = [str(HERE / "ask_here.py"), str(HERE / "every_type.yaml"), str(self._answers), str(self._ending)]
        inherited = {name: value for name, value in os.environ.items() if not name.endswith(("COLOR", "EDITOR"))}
        environ = inherited | {"TERM": "xterm-256color", "LANG": "C.UTF-8"} | environ
        self.process = pexpect.spawn(sys.executable, script, dimensions=(rows, columns), env=environ, timeout=SECONDS)
        self.process.delaybeforesend = None
        self.modes = termios.tcgetattr(self.process.child_fd)

    def send(self, keys: str) -> None:
        self.process.send(keys)

    def answer_up_to(self, last: str) -> None:
        """Answer the first questions until that one is asked."""
        for question, keys in _FIRST_ANSWERS.items():
            self.shows(question)
            if question == last:
                return
            self.send(keys)

    def leave(self, way: str | signal.Signals) -> None:
        if isinstance(way, signal.Signals):
            os.kill(self.process.pid, way)
        else:
            self.send(way)

    def resize(self, columns: int, rows: int) -> None:
        self._screen.resize(rows, columns)
        self.process.setwinsize(rows, columns)

    def shows(self, text: str) -> None:
        """Wait until the text stands on the screen."""
        while text not in "\n".join(self._screen.display):
            try:
                piece = self.process.read_nonblocking(65536, SECONDS)
            except (pexpect.TIMEOUT, pexpect.EOF) as error:
                raise AssertionError(f"{text!r} never came:\n{self.screen()}\n{self.errors()}") from error
            self._stream.feed(piece)
            self._written += piece

    def screen(self) -> str:
        return "\n".join(line.rstrip() for line in self._screen.display).rstrip()

    def written(self) -> str:
        return self._written.decode()

    def colours(self) -> set[str]:
        return {cell.fg for line in self._screen.buffer.values() for cell in line.values()}

    def answers(self) -> dict[str, str]:
        return json.loads(self._answers.read_text(encoding="utf-8")) if self._answers.exists() else {}

    def errors(self) -> str:
        return self._ending.read_text(encoding="utf-8")

    def modes_are_back(self) -> bool:
        return termios.tcgetattr(self.process.child_fd) == self.modes

    def hang_up(self) -> None:
        """Close the terminal under the process, and wait until it has ended."""
        self.process.ptyproc.fileobj.close()
        waiting = threading.Thread(target=self.process.wait, daemon=True)
        waiting.start()
        waiting.join(SECONDS)
        assert not waiting.is_alive(), "it goes on without a terminal"


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    opened: list[Terminal] = []

    def open_terminal(columns: int = 80, rows: int = 24, **environ: str) -> Terminal:
        opened.append(Terminal(tmp_path, columns, rows, environ))
        return opened[-1]

    yield open_terminal
    for one in opened:
        one.process.close(force=True)
