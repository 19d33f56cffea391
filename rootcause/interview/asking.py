"""Puts together what a person is asked at a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rootcause.expression.evaluator import Environment, evaluate
from rootcause.expression.syntax import Expression
from rootcause.interview.answers import AnswerKey, Given, State
from rootcause.interview.assessment import as_given
from rootcause.interview.environment import Outside, rows_within
from rootcause.interview.prompt import Prompt, Row
from rootcause.interview.selection import Selection
from rootcause.questionnaire.model import Literal, Question, ResponseType, Section
from rootcause.questionnaire.response.problem import Problem
from rootcause.questionnaire.response.reading import fits, read_answer
from rootcause.questionnaire.response.wording import show

if TYPE_CHECKING:
    from rootcause.interview.standpoint import Standpoint

_QUOTED = 60  # characters of the answer that says which row or cause it is

_MOST_REFERRED = 3


def prompt_for(interview: Standpoint, key: AnswerKey) -> Prompt:
    """The prompt of the question at a key."""
    question = interview.question(key)
    container = interview.questionnaire.questions[key.question.partition(".")[0]]
    section = interview.questionnaire.section_of[container.id]
    return Prompt(
        key=key,
        question=question,
        section=section,
        inside=container if container.type.repeats else None,
        text=_ask(interview, question, container, key),
        label=interview.words(question.label or question.ask, key),
        hint=_hint(interview, question, container, key),
        context=_context(interview, container, key),
        intro=None if section.intro is None else interview.words(section.intro, key),
        answer=interview.answers.get(key),
        default=default(interview, key),
        rows=_rows(interview, container),
        refers=_refers(interview, question, container, key),
        beside=interview.beside(question),
        remark=interview.remark(key),
        problem=interview.problem(key),
        position=_position(interview, container, section),
        within=_within(interview, container, key),
        progress=interview.progress(section),
        today=interview.now.date(),
        sheet=(lambda: _sheet(interview, container)) if question.type.repeats else None,
    )


def default(interview: Standpoint, key: AnswerKey) -> Given | None:
    """What is offered for the answer at a key, or None."""
    question = interview.question(key)
    match question.default:
        case Literal(raw):
            read = read_answer(question, raw, interview.zone)
            return None if isinstance(read, Problem) else read
        case Expression():
            given = as_given(evaluate(question.default, _environment(interview, key)), question)
            return given if given is not None and fits(question, given) else None
        case _:
            return None


def _environment(interview: Standpoint, key: AnswerKey) -> Environment:
    outside = Outside(interview.route.standings, interview.now)
    rows = interview.standing(key.question).rows
    for row, environment in zip(rows, rows_within(outside, rows), strict=True):
        if row.instance == key.instance:
            return environment
    return outside


def _ask(interview: Standpoint, question: Question, container: Question, key: AnswerKey) -> str:
    starts_rung = container.type is ResponseType.LADDER and question is container.each[0]
    if not starts_rung:
        return interview.words(question.ask, key)
    deeper = len(key.instance) > 1 and container.next is not None
    return interview.words(container.next if deeper and container.next is not None else container.ask, key)


def _hint(interview: Standpoint, question: Question, container: Question, key: AnswerKey) -> str | None:
    """The hint; at the first question of a row or rung also that of the list, which may not have been put before."""
    texts = [container.hint] if key.instance and question is container.each[0] else []
    said = [interview.words(text, key) for text in (*texts, question.hint) if text is not None]
    return " ".join(said) or None


def _within(interview: Standpoint, container: Question, key: AnswerKey) -> tuple[int, int] | None:
    if not key.instance:
        return None
    asked = [one for one in interview.standing(container.id).keys if one.instance == key.instance]
    return (asked.index(key) + 1, len(asked)) if key in asked else None


def _context(interview: Standpoint, container: Question, key: AnswerKey) -> str | None:
    if not key.instance:
        return None
    name = interview.words(container.label or container.ask, key)
    if container.type is ResponseType.LADDER:
        which = f"{name}, level {len(key.instance)}"
    else:
        instances = [row.instance for row in interview.standing(container.id).rows]
        number = instances.index(key.instance) + 1 if key.instance in instances else len(instances) + 1
        which = f"{name}, {number}"
    first = AnswerKey(f"{container.id}.{container.each[0].id}", key.instance)
    if key == first and container.type is ResponseType.LIST and container.label is not None:
        return f"{interview.words(container.ask, key)} ({which})"
    said = "" if key == first else " ".join(_shown(interview, container.each[0], first).split())
    return f"{which}: {said if len(said) <= _QUOTED else said[: _QUOTED - 3].rstrip() + '...'}" if said else which


def beside(interview: Standpoint, question: Question) -> tuple[Question, tuple[Row, ...]] | None:
    """The list or ladder with the role that the question shows, and its rows; None when there is nothing to show."""
    if question.show is None:
        return None
    for container in interview.questionnaire.questions.values():
        if container.role == question.show and container.type.repeats and (rows := _rows(interview, container)):
            return container, rows
    return None


def _sheet(interview: Standpoint, container: Question) -> str:
    from rootcause.interview.sheet import write_rows

    return write_rows(interview, container)


def _refers(
    interview: Standpoint, question: Question, container: Question, key: AnswerKey
) -> tuple[tuple[str, str], ...]:
    """The answers that decide whether the question is asked, or that its answer is held against."""
    names: dict[str, None] = {}
    for expression in (question.when, *(check.that for check in question.checks)):
        names |= dict.fromkeys(sorted(expression.names) if expression is not None else ())
    found = []
    for name in names:
        item = container.item(name) if key.instance else None
        subject = AnswerKey(name) if item is None else AnswerKey(f"{container.id}.{name}", key.instance)
        named = item or interview.questionnaire.questions.get(name)
        if named is None or subject == key or named.type.repeats:
            continue
        words = " ".join(_shown(interview, named, subject).split())
        if words:
            label = interview.words(named.label or named.ask, subject)
            found.append((label, words if len(words) <= _QUOTED else words[: _QUOTED - 3].rstrip() + "..."))
    return tuple(found[:_MOST_REFERRED])


def _position(interview: Standpoint, container: Question, section: Section) -> int:
    """Counted over the section only, so it costs nothing where a questionnaire is large."""
    place = 0
    is_short = interview.selection is Selection.QUICK
    for question in section.questions:
        place += bool(interview.standing(question.id).keys) and (question.quick or not is_short)
        if question is container:
            break
    return max(place, 1)


def _rows(interview: Standpoint, container: Question) -> tuple[Row, ...]:
    if not container.each:
        return ()
    standing = interview.standing(container.id)
    asked = set(standing.keys)
    found = []
    for row in standing.rows:
        cells = []
        for item in container.each:
            key = AnswerKey(f"{container.id}.{item.id}", row.instance)
            if key in asked or key in standing.computed:
                cells.append((item, _shown(interview, item, key)))
        found.append(Row(row.instance, tuple(cells)))
    return tuple(found)


def _shown(interview: Standpoint, item: Question, key: AnswerKey) -> str:
    computed = interview.standing(key.question).computed.get(key)
    if computed is not None:
        return show(item, computed, interview.language)
    answer = interview.answers.get(key)
    if answer is None:
        return ""
    if answer.state is State.ANSWERED and answer.value is not None:
        return show(item, answer.value, interview.language)
    return f"({answer.state})"
