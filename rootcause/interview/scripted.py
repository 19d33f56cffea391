"""Answers that were written down beforehand: all of them are tried, and all problems are found at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from rootcause.interview.answers import Answer, AnswerKey, State, Sure
from rootcause.interview.asking import default
from rootcause.interview.entry import is_entry, read_entry, read_frame, value_of
from rootcause.interview.interview import Interview
from rootcause.interview.keys import parse_key, write_instance
from rootcause.interview.replacing import RowsRead, read_rows, renumbered
from rootcause.interview.rows import rows_of, shortfall, surplus
from rootcause.questionnaire.model import Question
from rootcause.questionnaire.response.problem import Problem
from rootcause.questionnaire.response.reading import Raw


class Filled(Struct, frozen=True):
    """What came of the answers. `where` of a problem begins with the id of its question.

    `not_asked` were answered but are not asked, after the other answers; they are kept, inactive.
    """

    interview: Interview
    problems: tuple[Problem, ...]
    not_asked: tuple[str, ...]
    unknown_ids: tuple[str, ...]
    taken: int


def fill(
    interview: Interview,
    answers: Mapping[str, Raw],
    on_change: Callable[[Interview], None],
    *,
    defaults: bool = True,
) -> Filled:
    """Answer what is answered there, in the order of the questionnaire; `on_change` sees every answer taken.

    With `defaults`, a question that is asked, has a default and is not answered there gets the default, marked as an
    assumption.
    """
    filling = _Filling(interview, on_change)
    for question in interview.questionnaire.questions.values():
        raw = answers.get(question.id)
        if raw is not None:
            filling.take(question, raw)
        elif defaults:
            filling.take_default(question)
    questions = interview.questionnaire.questions
    given = [id for id, raw in answers.items() if raw is not None]
    cells = {id: key for id in given if id not in questions and (key := _cell(interview, id)) is not None}
    for id, key in cells.items():
        filling.take_cell(id, key, answers[id])
    after = filling.interview
    return Filled(
        after,
        tuple(filling.problems),
        tuple(id for id in given if id in questions and not after.standing(id).shown),
        tuple(id for id in given if id not in questions and id not in cells),
        filling.taken,
    )


class _Filling:
    def __init__(self, interview: Interview, on_change: Callable[[Interview], None]) -> None:
        self.interview = interview
        self.problems: list[Problem] = []
        self.taken = 0
        self._on_change = on_change

    def take(self, question: Question, raw: Raw) -> None:
        if question.compute is not None:
            self.problems.append(
                Problem(f'"{question.id}" is computed; nobody answers it', "leave it out", (question.id,))
            )
        elif question.type.repeats and value_of(raw) is not None:
            self._take_rows(question, raw)
        else:
            self._take_one(question, raw)

    def take_cell(self, id: str, key: AnswerKey, raw: Raw) -> None:
        """Answer one question of a row or rung that is there, named as in `actions[3].owner`."""
        item, container = self.interview.question(key), key.question.partition(".")[0]
        if key.instance not in rows_of(self.interview.answers.get(AnswerKey(container))).instances:
            hint = f"give the whole list as {container}, or a row that is there"
            self.problems.append(Problem(f"there is no row {write_instance(key.instance)}", hint, (id,)))
            return
        answer = read_entry(item, raw, self.interview.zone)
        after = answer if isinstance(answer, Problem) else self.interview.record(key, answer)
        if isinstance(after, Problem):
            self.problems.append(after.within(id))
        else:
            self._changed(after)

    def take_default(self, question: Question) -> None:
        key = AnswerKey(question.id)
        if question.default is None or key not in self.interview.standing(question.id).open:
            return
        given = default(self.interview, key)
        if given is not None:
            self._accept(question, Answer(State.ANSWERED, given, sure=Sure.ASSUMPTION, note="the default"))

    def _take_one(self, question: Question, raw: Raw) -> None:
        answer = read_entry(question, raw, self.interview.zone)
        if isinstance(answer, Problem):
            self.problems.append(answer.within(question.id))
        else:
            self._accept(question, answer)

    def _accept(self, question: Question, answer: Answer) -> None:
        after = self.interview.record(AnswerKey(question.id), answer)
        if isinstance(after, Problem):
            self.problems.append(after.within(question.id))
        else:
            self._changed(after)

    def _take_rows(self, question: Question, raw: Raw) -> None:
        inside = (question.id, "value") if is_entry(raw) else (question.id,)
        about = read_frame(raw)
        if isinstance(about, Problem):
            self.problems.append(about.within(question.id))
            return
        former = self.interview.answers
        read = renumbered(question, read_rows(question, value_of(raw), self.interview.zone), former)
        self.problems += (problem.within(*inside) for problem in read.problems)
        if read.problems and not read.rows.instances:
            return
        after = self.interview.record_rows(question, read.rows, read.answers, about)
        wrong = shortfall(question, after.answers, read.rows) or surplus(question, read.rows.instances)
        if wrong is not None:
            self.problems.append(wrong.within(*inside))
            if not read.rows.instances:
                return  # what is refused takes nothing away
            after = after.record_rows(question, read.rows._replace(closed=False), {}, about)
        self.problems += _refused(after, read, inside)
        self._changed(after)

    def _changed(self, interview: Interview) -> None:
        self.interview = interview
        self.taken += 1
        self._on_change(interview)


def _cell(interview: Interview, id: str) -> AnswerKey | None:
    """The key of a question in a row that is written like this, or None when there is no such question."""
    key = parse_key(id)
    if key is None or not key.instance or "." not in key.question:
        return None
    try:
        interview.question(key)
    except KeyError:
        return None
    return key


def _refused(interview: Interview, read: RowsRead, inside: tuple[Any, ...]) -> Iterator[Problem]:
    for key, place in read.sources.items():
        problem = interview.problem(key)
        if problem is not None:
            yield problem.within(*inside, *place)
