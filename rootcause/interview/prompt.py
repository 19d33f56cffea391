"""What the interview asks, and what may come back: the seam between the engine and whoever answers.

The terminal, the plain mode, an answers file and the tests are interviewers; none of them knows a rule of the
interview.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from rootcause.interview.answers import Answer, AnswerKey, Given, Remark, Sure
from rootcause.interview.progress import Progress
from rootcause.questionnaire.model import Question, Section
from rootcause.questionnaire.response.problem import Problem
from rootcause.questionnaire.response.reading import Raw

if TYPE_CHECKING:
    from rootcause.interview.overview import Overview


class Row(Struct, frozen=True):
    """A row or rung that is there already: its number or path, and its answers in words, first question first."""

    instance: tuple[int, ...]
    cells: tuple[tuple[Question, str], ...]

    @property
    def first(self) -> str:
        """The answer that says what the row is."""
        return self.cells[0][1] if self.cells else ""


class Prompt(Struct, frozen=True):
    """One question to put to a person. All texts are in the language of the interview, quotes filled in.

    For a list or ladder itself (`question.type.repeats`) it asks whether there is more to add: reply `Add`, or
    `Reply(False)` when that was all; `rows` are those there are. In a row or rung `context` says which one it is.
    `position` is the place of the question, from 1, among those asked in its section; `inside` the list or ladder
    that it is, or that it is asked in; `within` its place in the row or rung, and how many are asked there.
    `refers` are the earlier answers that the question depends on, each with its label and in words.
    `beside` is the list or ladder that is shown with it, and its rows. `remark` is what was said about the answer,
    there or still to come.
    `problem` is set when an earlier answer stands here that does not fit any more.
    `preview` says how a text would be understood, where there is more than one way to write the same. `sheet` writes
    all entries of a list or ladder as an answers file has them.
    """

    key: AnswerKey
    question: Question
    section: Section
    inside: Question | None
    text: str
    label: str
    hint: str | None
    context: str | None
    intro: str | None
    answer: Answer | None
    default: Given | None
    rows: tuple[Row, ...]
    refers: tuple[tuple[str, str], ...]
    beside: tuple[Question, tuple[Row, ...]] | None
    remark: Remark
    problem: Problem | None
    position: int
    within: tuple[int, int] | None
    progress: Progress
    today: date
    preview: Callable[[str], str | None] | None = None
    sheet: Callable[[], str] | None = None


class Reply(Struct, frozen=True):
    """An answer as it was typed or written, still to be read. What is not said about it stays as it was."""

    raw: Raw
    sure: Sure | None = None
    note: str | None = None
    evidence: tuple[str, ...] = ()


class Skip(Struct, frozen=True):
    """Leave a question that is not required."""


class DoNotKnow(Struct, frozen=True):
    """Say that it is not known."""

    note: str | None = None


class Defer(Struct, frozen=True):
    """Have somebody else asked, until a day."""

    to: str
    by: date | None = None
    note: str | None = None


class Back(Struct, frozen=True):
    """Go to the question before."""


class Revisit(Struct, frozen=True):
    """Go to a question by its key, and when it is answered to `then`, where that is said."""

    key: AnswerKey
    then: AnswerKey | None = None


class Goto(Struct, frozen=True):
    """Go to a question by its id, its key as people write it, or its label."""

    name: str


class Annotate(Struct, frozen=True):
    """Say something about the answer here, given or still to come; it replaces what was said before."""

    remark: Remark


class Undo(Struct, frozen=True):
    """Take back the last change."""


class Add(Struct, frozen=True):
    """One more row, or one more cause of the rung with that path (`()` for the first level)."""

    under: tuple[int, ...] = ()


class Another(Struct, frozen=True):
    """One more row, or one more cause at the level of the one that was named last."""


class Remove(Struct, frozen=True):
    """Take a row, or a rung with all below it, off the list. Its answers are kept, inactive."""

    instance: tuple[int, ...]


class Reorder(Struct, frozen=True):
    """Put a row of a list at another place, counted from 1."""

    instance: tuple[int, ...]
    place: int


class Look(Struct, frozen=True):
    """Look over all questions and answers."""


class Proceed(Struct, frozen=True):
    """After that look: go on with what is open."""


class Finish(Struct, frozen=True):
    """Leave, and have the report written from what there is."""


class Quit(Struct, frozen=True):
    """Leave; everything answered is kept."""


Move = (
    Reply
    | Skip
    | DoNotKnow
    | Defer
    | Back
    | Revisit
    | Goto
    | Annotate
    | Undo
    | Add
    | Another
    | Remove
    | Reorder
    | Look
    | Proceed
    | Finish
    | Quit
)


class Interviewer(Protocol):
    """Whoever puts a question to somebody and brings back what they want."""

    def ask(self, prompt: Prompt, problem: Problem | None) -> Move:
        """Put the question; `problem` says why the reply before was not taken."""
        ...

    def taken(self, prompt: Prompt, move: Move, words: str | None) -> None:
        """Learn that the move was taken and saved; `words` is the answer as it was understood, if there is one."""
        ...

    def review(self, overview: Overview, problem: Problem | None) -> Move:
        """Show where the interview stands. What comes back is Revisit, Goto, Undo, Back, Proceed, Finish or Quit."""
        ...
