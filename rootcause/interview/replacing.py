"""All the rows of a list, or all the rungs of a ladder, given at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import tzinfo
from difflib import get_close_matches

from msgspec import Struct

from rootcause.interview.answers import Answer, AnswerKey, Answers, Given, Rows, State
from rootcause.interview.entry import read_entry
from rootcause.interview.rows import NEEDED, Instance, in_order, item_key, next_instance
from rootcause.questionnaire.model import Question, ResponseType
from rootcause.questionnaire.response.problem import Problem
from rootcause.questionnaire.response.reading import Raw, described

Place = tuple[str | int, ...]
_BELOW = "why"


class RowsRead(Struct, frozen=True):
    """What could be read: the rows, their answers, where in the value each stands, and what could not be read."""

    rows: Rows
    answers: Mapping[AnswerKey, Answer]
    sources: Mapping[AnswerKey, Place]
    problems: tuple[Problem, ...]


def read_rows(container: Question, raw: Raw, zone: tzinfo | None) -> RowsRead:
    """Read rows from a list of mappings, question to value. In a rung, `why` holds the causes below it."""
    reader = _Reader(container, zone)
    reader.level(raw, (), ())
    rows = Rows(in_order(container, reader.instances), closed=True)
    return RowsRead(rows, reader.answers, reader.sources, tuple(reader.problems))


def renumbered(container: Question, read: RowsRead, former: Answers) -> RowsRead:
    """The same rows, numbered so that none inherits the answers of another that was there before.

    A row keeps its number where its first answer is the one that stands there already; any other row gets a number
    that none has had.
    """
    first = container.each[0]
    numbers: dict[Instance, Instance] = {(): ()}
    for path in read.rows.instances:
        under = numbers[path[:-1]]
        same = (*under, path[-1])
        given, there = (
            read.answers.get(item_key(container, first, path)),
            former.get(item_key(container, first, same)),
        )
        is_new = not any(item_key(container, item, same) in former for item in container.each)
        keeps = is_new or (given is not None and there is not None and _says(given) == _says(there))
        taken = set(numbers.values())
        numbers[path] = same if keeps and same not in taken else next_instance(container, former, {*taken, same}, under)
    rows = Rows(in_order(container, [numbers[path] for path in read.rows.instances]), read.rows.closed)
    answers = {key._replace(instance=numbers[key.instance]): answer for key, answer in read.answers.items()}
    sources = {key._replace(instance=numbers[key.instance]): place for key, place in read.sources.items()}
    return RowsRead(rows, answers, sources, read.problems)


def _says(answer: Answer) -> tuple[State, Given | None]:
    return answer.state, answer.value


class _Reader:
    def __init__(self, container: Question, zone: tzinfo | None) -> None:
        self._container = container
        self._zone = zone
        self._is_ladder = container.type is ResponseType.LADDER
        self.instances: list[Instance] = []
        self.answers: dict[AnswerKey, Answer] = {}
        self.sources: dict[AnswerKey, Place] = {}
        self.problems: list[Problem] = []

    def level(self, raw: Raw, under: Instance, place: Place) -> None:
        noun = "causes" if self._is_ladder else "rows"
        if isinstance(raw, str) or not isinstance(raw, Sequence):
            hint = f"write each of the {noun} as a mapping behind a dash"
            self.problems.append(Problem(f"expected a list of {noun}, found {described(raw)}", hint, place))
            return
        for index, row in enumerate(raw):
            if isinstance(row, Mapping):
                self._row(row, (*under, index + 1), (*place, index))
            else:
                hint = f"it may hold {', '.join(item.id for item in self._container.each)}"
                self.problems.append(Problem(f"expected a mapping, found {described(row)}", hint, (*place, index)))

    def _row(self, row: Mapping[str, Raw], instance: Instance, place: Place) -> None:
        self.instances.append(instance)
        for id, raw in row.items():
            item = self._container.item(id)
            if id == _BELOW and self._is_ladder:
                if raw is not None:
                    self.level(raw, instance, (*place, id))
            elif item is None or item.compute is not None:
                self.problems.append(_not_asked(self._container, id, place))
            elif raw is not None:
                self._item(item, raw, instance, (*place, id))

    def _item(self, item: Question, raw: Raw, instance: Instance, place: Place) -> None:
        answer = read_entry(item, raw, self._zone)
        if isinstance(answer, Problem):
            self.problems.append(answer.within(*place))
            return
        may_end_here = self._is_ladder and item is self._container.each[0] and len(instance) > 1
        if answer.state is State.SKIPPED and item.required and not may_end_here:
            self.problems.append(Problem("this one is needed; it cannot be skipped", NEEDED, place))
            return
        key = item_key(self._container, item, instance)
        self.answers[key], self.sources[key] = answer, place


def _not_asked(container: Question, id: str, place: Place) -> Problem:
    item = container.item(id)
    if item is not None:
        return Problem(f'"{id}" is computed; nobody answers it', "leave it out", (*place, id))
    ids = [item.id for item in container.each if item.compute is None]
    near = get_close_matches(id, ids, n=1)
    hint = f'did you mean "{near[0]}"?' if near else f"it may hold {', '.join(ids)}"
    return Problem(f'"{id}" is not asked in "{container.id}"', hint, (*place, id))
