"""The moves that make, move and take away the rows of a list and the rungs of a ladder."""

from __future__ import annotations

from typing import Self

from msgspec.structs import replace

from rootcause.interview.answers import AnswerKey, Rows, State
from rootcause.interview.changing import Changing
from rootcause.interview.rows import most, next_instance, rows_of
from rootcause.questionnaire.model import ResponseType
from rootcause.questionnaire.response.problem import Problem


class ChangingRows(Changing, frozen=True, eq=False):
    """An interview whose lists and ladders can be changed."""

    def add(self, under: tuple[int, ...] = ()) -> Self | Problem:
        """Go to a new row of the list asked now, or to one more cause below the rung `under`."""
        container = self._container(self._subject(None))
        rows = rows_of(self.answers.get(AnswerKey(container.id)))
        if under and under not in rows.instances:
            return Problem(f"there is no rung {'.'.join(map(str, under))}")
        limit = most(container)
        size = len(rows.instances) if container.type is ResponseType.LIST else len(under)
        if limit is not None and size >= limit:
            noun = "entries are" if container.type is ResponseType.LIST else "levels are"
            return Problem(f"at most {limit} {noun} taken")
        instance = next_instance(container, self.answers, rows.instances, under)
        after = self._with({AnswerKey(container.id): self._grown(container, instance)})
        first = next((key for key in after.standing(container.id).open if key.instance == instance), None)
        return replace(after, at=first)

    def another(self) -> Self | Problem:
        """One more row of the list asked now, or one more cause at the level of the one that was named last."""
        key = self._subject(None)
        if not self._container(key).type.repeats:
            return Problem("only causes and the entries of a list come in several", ":skip or :back leave a question")
        path = key.instance
        if path not in rows_of(self.answers.get(AnswerKey(self._container(key).id))).instances:
            path = path[:-1]  # that one is not there yet, so the last one is the cause that it was to lie beneath
        return self.add(path[:-1])

    def reorder(self, instance: tuple[int, ...], place: int) -> Self | Problem:
        """Put a row of the list asked now at that place, counted from 1."""
        container = self._container(self._subject(None))
        key = AnswerKey(container.id)
        rows = rows_of(self.answers.get(key))
        if container.type is not ResponseType.LIST or instance not in rows.instances:
            return Problem("there is no such entry to be moved")
        others = [other for other in rows.instances if other != instance]
        others.insert(min(max(place, 1), len(rows.instances)) - 1, instance)
        listing = replace(self.answers[key], value=rows._replace(instances=tuple(others)))
        return self._with({key: listing}, at=key)

    def remove(self, instance: tuple[int, ...]) -> Self | Problem:
        """Take a row, or a rung and all below it, off. What was answered in it is kept, inactive."""
        key = AnswerKey(self._container(self._subject(None)).id)
        rows = rows_of(self.answers.get(key))
        if instance not in rows.instances:
            return Problem(f"there is no entry {'.'.join(map(str, instance))}")
        left = tuple(path for path in rows.instances if path[: len(instance)] != instance)
        return self._with({key: self._answer(State.ANSWERED, value=Rows(left, rows.closed and bool(left)))}, at=key)
