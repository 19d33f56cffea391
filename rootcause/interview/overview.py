"""Where an interview stands, section by section: what a person looks over before the report is written."""

from __future__ import annotations

import enum
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from rootcause.interview.agenda import next_open
from rootcause.interview.answers import Answer, AnswerKey, Remark, Rows, State
from rootcause.interview.doubt import Doubt
from rootcause.interview.rows import rows_of
from rootcause.interview.standpoint import Standpoint
from rootcause.questionnaire.model import Question, ResponseType
from rootcause.questionnaire.response.problem import Problem
from rootcause.questionnaire.response.wording import show


class Status(enum.StrEnum):
    """What became of a question."""

    ANSWERED = "answered"
    UNKNOWN = "not known"
    DEFERRED = "waiting"
    SKIPPED = "skipped"
    OPEN = "open"


_STATUS = {
    State.ANSWERED: Status.ANSWERED,
    State.COMPUTED: Status.ANSWERED,
    State.UNKNOWN: Status.UNKNOWN,
    State.DEFERRED: Status.DEFERRED,
    State.SKIPPED: Status.SKIPPED,
}


class Entry(Struct, frozen=True):
    """One question. `words` is its answer as people read it; `answer` is there when something was said.

    `needed`: it is open, and the report is not complete without it. `problem` speaks against the answer. In a row or
    rung `row` is its number as people count, or its path. `cells` are the answers in the rows of a list.
    """

    key: AnswerKey
    label: str
    status: Status
    words: str
    answer: Answer | None
    needed: bool
    remark: Remark
    problem: Problem | None
    row: str | None = None
    cells: int = 0

    @property
    def is_list_of_answers(self) -> bool:
        """Whether it is dealt with, and what counts are the answers in it."""
        return self.status is Status.ANSWERED and self.answer is not None and isinstance(self.answer.value, Rows)


class Part(Struct, frozen=True):
    """A section and its questions that are asked."""

    title: str
    entries: tuple[Entry, ...]

    def count(self, status: Status) -> int:
        """How many of them have that status, the answers in rows included."""
        cells = sum(entry.cells for entry in self.entries) if status is Status.ANSWERED else 0
        return cells + sum(entry.status is status for entry in self.entries if not entry.is_list_of_answers)

    @property
    def size(self) -> int:
        """How many there are, the answers in rows included."""
        return sum(entry.cells + (not entry.is_list_of_answers) for entry in self.entries)


class Overview(Struct, frozen=True):
    """The whole. `dropped` are answers that are kept, though their questions are not asked any more.

    `left_out` counts the open questions that a short run does not ask. `goes_on` is the label of the question that
    is asked next; None when all is answered. `doubts` are those of whoever looked at it as a reader.
    """

    parts: tuple[Part, ...]
    dropped: tuple[Entry, ...]
    missing: int
    left_out: int
    goes_on: str | None
    doubts: tuple[Doubt, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All questions that are asked, in order: people name them by their place here, counted from 1."""
        return tuple(entry for part in self.parts for entry in part.entries)


def overview(interview: Standpoint) -> Overview:
    """Look over all questions. Of the rows of a list only what has no answer stands on its own."""
    missing = set(interview.missing())
    parts = []
    for section in interview.questionnaire.sections:
        entries = tuple(
            entry
            for question in section.questions
            if interview.standing(question.id).keys
            for entry in _entries(interview, question, missing)
        )
        if entries:
            parts.append(Part(section.title.in_language(interview.language), entries))
    dropped = tuple(_entry(interview, key, missing) for key in interview.inactive() if _has_its_row(interview, key))
    next_key = next_open(interview)
    goes_on = None if next_key is None else _label(interview, next_key)
    return Overview(tuple(parts), dropped, len(missing), len(interview.left_out()), goes_on)


def _entries(interview: Standpoint, question: Question, missing: set[AnswerKey]) -> Iterator[Entry]:
    entry = _entry(interview, AnswerKey(question.id), missing)
    if not question.type.repeats:
        yield entry
        return
    standing = interview.standing(question.id)
    there = [row.instance for row in standing.rows]
    unsettled = []
    cells = 0
    for key in standing.keys:
        answer = interview.answers.get(key)
        if key.instance not in there:
            continue
        if answer is None or answer.state is not State.ANSWERED or key in standing.problems:
            is_list = question.type is ResponseType.LIST
            row = str(there.index(key.instance) + 1) if is_list else ".".join(map(str, key.instance))
            unsettled.append(_entry(interview, key, missing, row))
        else:
            cells += 1
    yield replace(entry, cells=cells)
    yield from unsettled


def _entry(interview: Standpoint, key: AnswerKey, missing: set[AnswerKey], row: str | None = None) -> Entry:
    answer = interview.answers.get(key)
    open_keys = interview.standing(key.question).open
    is_open = key in open_keys if not interview.question(key).type.repeats else bool(open_keys)
    settled = answer is not None and not is_open
    return Entry(
        key,
        _label(interview, key),
        _STATUS[answer.state] if answer is not None and settled else Status.OPEN,
        _words(interview, key, answer),
        answer,
        key in missing,
        interview.remark(key),
        interview.problem(key),
        row,
    )


def _words(interview: Standpoint, key: AnswerKey, answer: Answer | None) -> str:
    if answer is None or answer.value is None:
        return ""
    if isinstance(answer.value, Rows):
        count = len(answer.value.instances)
        return f"{count} in all" if count else "none"
    return show(interview.question(key), answer.value, interview.language)


def _label(interview: Standpoint, key: AnswerKey) -> str:
    question = interview.question(key)
    return interview.words(question.label or question.ask, key)


def _has_its_row(interview: Standpoint, key: AnswerKey) -> bool:
    """What stood in a row that was taken away is no question that has gone."""
    container = AnswerKey(key.question.partition(".")[0])
    return not key.instance or key.instance in rows_of(interview.answers.get(container)).instances
