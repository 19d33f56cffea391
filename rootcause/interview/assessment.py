"""Works out the standing of one question from the answers and from how the earlier questions stand."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from rootcause.expression.evaluator import Environment, evaluate
from rootcause.expression.syntax import Expression
from rootcause.expression.values import Maybe
from rootcause.interview.answers import Answer, AnswerKey, Answers, Given, Money, State
from rootcause.interview.environment import Inside, Outside, known
from rootcause.interview.progress import Tally, weight
from rootcause.interview.rows import (
    Instance,
    ends_chain,
    in_order,
    item_key,
    least,
    most,
    next_instance,
    rows_of,
    shortfall,
    surplus,
    waits,
)
from rootcause.interview.standing import HIDDEN, NOTHING, Known, RowStanding, Standing
from rootcause.questionnaire.model import Check, Question, ResponseType, Section
from rootcause.questionnaire.response.problem import Problem


def assess(question: Question, section: Section, answers: Answers, outside: Outside) -> Standing:
    """The standing of a question outside rows."""
    if not (holds(section.when, outside) and holds(question.when, outside)):
        return HIDDEN
    key = AnswerKey(question.id)
    if question.compute is not None:
        value, given = _computed(question, question.compute, outside)
        return Standing(True, value, computed={} if given is None else {key: given})
    if question.type.repeats:
        return _Rows(question, answers, outside).standing()
    knowledge = known(answers.get(key))
    failed = failing_check(question, answers.get(key), Inside(outside, {question.id: knowledge}, 0))
    if failed is not None:
        return Standing(True, keys=(key,), open=(key,), problems={key: failed}, tally=_tally(question, open=True))
    open = (key,) if waits(answers.get(key)) else ()
    return Standing(True, knowledge, keys=(key,), open=open, tally=_tally(question, open=bool(open)))


def holds(condition: Expression | None, environment: Environment) -> bool:
    """Whether something is to be asked: only when its condition is known to be true."""
    return condition is None or evaluate(condition, environment) is True


def failing_check(question: Question, answer: Answer | None, environment: Inside) -> Check | None:
    """The first check that the answers as they are make false, at the moment in which this one was given.

    An answer that was right on its day stays right: "not in the past" is meant of the day on which it was said.
    """
    if not question.checks or answer is None or answer.state is not State.ANSWERED:
        return None
    then = environment if answer.when is None else environment.at(answer.when)
    return next((check for check in question.checks if evaluate(check.that, then) is False), None)


def as_given(value: Maybe, question: Question) -> Given | None:
    """A computed value as an answer to its question; None when it is not known."""
    match value:
        case bool() | str() | date() | timedelta():
            return value
        case int() | Decimal() if question.type is ResponseType.MONEY:
            return Money(Decimal(value), question.response.currency or "")
        case int() | Decimal() if question.type is ResponseType.NUMBER:
            return Decimal(value)
        case int() | Decimal():
            return int(value) if value == int(value) else None  # a part of a whole number is not cut off in silence
        case frozenset():
            return tuple(choice.id for choice in question.response.choices if choice.id in value)
        case _:
            return None


def _computed(question: Question, compute: Expression, environment: Environment) -> tuple[Known, Given | None]:
    value = evaluate(compute, environment)
    given = as_given(value, question)
    return (NOTHING if given is None else Known(value, answered=True)), given


def _tally(question: Question, *, open: bool) -> Tally:
    return Tally(1, 0, weight(question)) if open else Tally(1, 1, 0)


class _Rows:
    """Walks through the rows of a list or the rungs of a ladder, once."""

    def __init__(self, container: Question, answers: Answers, outside: Outside) -> None:
        self._container = container
        self._answers = answers
        self._outside = outside
        self._rows: list[RowStanding] = []
        self._environments: dict[Instance, Inside] = {}
        self._keys: list[AnswerKey] = []
        self._open: list[AnswerKey] = []
        self._computed: dict[AnswerKey, Given] = {}
        self._problems: dict[AnswerKey, Check | Problem] = {}

    def standing(self) -> Standing:
        """The standing of the list or ladder with all that is in it."""
        container, key = self._container, AnswerKey(self._container.id)
        answer = self._answers.get(key)
        if answer is not None and answer.state is not State.ANSWERED:
            tally = _tally(container, open=False)
            return Standing(True, known(answer), keys=(key,), tally=tally)
        rows = rows_of(answer)
        if container.type is ResponseType.LADDER:
            self._walk_rungs(rows.instances, closed=rows.closed)
        else:
            self._walk_list(rows.instances, closed=rows.closed)
        wrong = shortfall(container, self._answers, rows) or surplus(container, rows.instances)
        if rows.closed and wrong is not None:
            self._problems[key] = wrong
        self._keys.append(key)
        if key in self._problems or not (self._open or rows.closed):
            self._open.append(key)
        there = set(rows.instances)
        return Standing(
            shown=True,
            known=Known(answered=rows.closed or bool(there)),
            rows=tuple(row for row in self._rows if row.instance in there),
            keys=tuple(self._keys),
            open=tuple(self._open),
            computed=self._computed,
            problems=self._problems,
            tally=_tally(container, open=bool(self._open)),
        )

    def _walk_list(self, instances: tuple[Instance, ...], *, closed: bool) -> None:
        before: Instance | None = None
        for number, instance in enumerate(instances, 1):
            self._visit(instance, number, before)
            before = instance
        if not closed and not self._open and len(instances) < least(self._container):
            self._visit(next_instance(self._container, self._answers, instances, ()), len(instances) + 1, before)

    def _walk_rungs(self, instances: tuple[Instance, ...], *, closed: bool) -> None:
        if not instances and not closed:
            self._visit(next_instance(self._container, self._answers, instances, ()), 1, None)
        above = {path[:-1] for path in instances}
        for path in in_order(self._container, instances):
            parent = path[:-1] if path[:-1] in self._environments else None
            complete = self._visit(path, len(path), parent)
            if complete and not closed and path not in above and self._goes_deeper(path):
                self._visit(next_instance(self._container, self._answers, instances, path), len(path) + 1, path)

    def _goes_deeper(self, path: Instance) -> bool:
        limit, stop_when = most(self._container), self._container.stop_when
        if ends_chain(self._container, self._answers, path) or (limit is not None and len(path) >= limit):
            return False
        if len(path) < least(self._container):
            return True
        return stop_when is not None and evaluate(stop_when, self._environments[path]) is not True

    def _visit(self, instance: Instance, index: int, before: Instance | None) -> bool:
        """Takes one row in; whether nothing in it is open."""
        items: dict[str, Known] = {}
        environment = Inside(self._outside, items, index, None if before is None else self._environments[before])
        self._environments[instance] = environment
        self._rows.append(RowStanding(instance, items, index, before))
        was_open = len(self._open)
        for item in self._container.each:
            if holds(item.when, environment):
                self._visit_item(item, item_key(self._container, item, instance), items, environment)
            if self._container.type is ResponseType.LADDER and ends_chain(self._container, self._answers, instance):
                break
        return len(self._open) == was_open

    def _visit_item(self, item: Question, key: AnswerKey, items: dict[str, Known], environment: Inside) -> None:
        if item.compute is not None:
            items[item.id], given = _computed(item, item.compute, environment)
            if given is not None:
                self._computed[key] = given
            return
        answer = self._answers.get(key)
        items[item.id] = known(answer)
        self._keys.append(key)
        failed = failing_check(item, answer, environment)
        if failed is not None:
            self._problems[key] = failed
            items[item.id] = NOTHING
        if failed is not None or waits(answer):
            self._open.append(key)
