"""Which rows and rungs there are, and which one is asked for next.

A row that is asked for but not answered yet is not there: it comes into being with its first answer.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from rootcause.interview.answers import Answer, AnswerKey, Answers, Rows, State
from rootcause.questionnaire.model import Question, ResponseType
from rootcause.questionnaire.response.problem import Problem

Instance = tuple[int, ...]

NEEDED = "say that it is not known, or who knows it"
"""What to do about a question that cannot be skipped."""


def rows_of(answer: Answer | None) -> Rows:
    """The rows that an answer lists; none when there is no answer."""
    return answer.value if answer is not None and isinstance(answer.value, Rows) else Rows()


def waits(answer: Answer | None) -> bool:
    """Whether there is still something to ask: no answer, or a list to which more may come."""
    return answer is None or (isinstance(answer.value, Rows) and not answer.value.closed)


def item_key(container: Question, item: Question, instance: Instance) -> AnswerKey:
    """The key of one question in one row or rung."""
    return AnswerKey(f"{container.id}.{item.id}", instance)


def in_order(container: Question, instances: Collection[Instance]) -> tuple[Instance, ...]:
    """Rows as they were put, rungs from the top down, each followed by what lies below it."""
    return tuple(sorted(instances)) if container.type is ResponseType.LADDER else tuple(instances)


def is_empty(container: Question, answers: Answers, rows: Rows, instance: Instance) -> bool:
    """Whether nothing was ever answered in a row, and nothing stands below it."""
    return not any(item_key(container, item, instance) in answers for item in container.each) and not any(
        path[: len(instance)] == instance for path in rows.instances if path != instance
    )


def next_instance(container: Question, answers: Answers, taken: Collection[Instance], under: Instance) -> Instance:
    """A number that no row or rung there has ever had, so that the answers of a removed one stay apart."""
    number = 1 + max(
        (path[len(under)] for path in taken if len(path) == len(under) + 1 and path[:-1] == under), default=0
    )
    while any(item_key(container, item, (*under, number)) in answers for item in container.each):
        number += 1
    return (*under, number)


def ends_chain(container: Question, answers: Answers, instance: Instance) -> bool:
    """Whether somebody said of this rung that they do not know, which leaves nothing to ask below it."""
    first = answers.get(item_key(container, container.each[0], instance))
    return first is not None and first.state is not State.ANSWERED


def least(container: Question) -> int:
    """How many rows or levels there must be."""
    if isinstance(container.response.min, int):
        return container.response.min
    return 1 if container.required else 0


def most(container: Question) -> int | None:
    """How many rows or levels there may be; None for as many as there are."""
    return container.response.max if isinstance(container.response.max, int) else None


def leaves(instances: Collection[Instance]) -> list[Instance]:
    """The rungs with nothing below them, in order."""
    above = {path[:-1] for path in instances}
    return [path for path in sorted(instances) if path not in above]


def shortfall(container: Question, answers: Answers, rows: Rows) -> Problem | None:
    """Why a list or ladder cannot be closed yet, or None when it can."""
    need = least(container)
    if container.type is ResponseType.LIST:
        if len(rows.instances) >= need:
            return None
        return Problem(f"{_count(len(rows.instances), 'entry')}; at least {_count(need, 'entry')} needed", _INSTEAD)
    depth = max((len(path) for path in rows.instances), default=0)
    if depth >= need or any(ends_chain(container, answers, leaf) for leaf in leaves(rows.instances)):
        return None
    hint = "ask once more what made the last cause possible, or say that it is not known"
    return Problem(f"{_count(depth, 'level')} deep; at least {_count(need, 'level')} needed", hint)


def surplus(container: Question, instances: Sequence[Instance]) -> Problem | None:
    """Why there are too many rows or levels, or None when there are not."""
    limit = most(container)
    if limit is None:
        return None
    if container.type is ResponseType.LIST:
        if len(instances) > limit:
            return Problem(f"{_count(len(instances), 'entry')}; at most {_count(limit, 'entry')} taken")
        return None
    depth = max((len(path) for path in instances), default=0)
    return Problem(f"{_count(depth, 'level')} deep; at most {_count(limit, 'level')} taken") if depth > limit else None


_INSTEAD = "add one, or say that it is not known"


def _count(number: int, noun: str) -> str:
    if number == 1:
        return f"1 {noun}"
    return f"{number or 'no'} {noun[:-1] + 'ies' if noun.endswith('y') else noun + 's'}"
