"""Answers that reach something, as an answers file takes them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from msgspec import Struct

from rootcause.expression.syntax import Expression
from rootcause.lint.reachability.cells import NOT_KNOWN, NOTHING, Amount, Amounts, Options
from rootcause.lint.reachability.compiling import CHOSEN
from rootcause.lint.reachability.knowing import OPAQUE
from rootcause.lint.reachability.search import Model
from rootcause.lint.reachability.terrain import ANOTHER, LENGTH, Terrain, chosen_at_least_and_most
from rootcause.questionnaire.model import Question, ResponseType
from rootcause.questionnaire.values import OTHER

Raw = bool | int | Decimal | str | list["Raw"] | dict[str, "Raw"]
_T = ResponseType
_TEXT = {_T.EMAIL: "name@example.org", _T.URL: "https://example.org/", _T.PERSON: "Kim"}
_YES = 1


class Witness(Struct, frozen=True):
    """Answers by question, in the order of asking. `least` says that nothing is reached with fewer.

    `assuming` are the conditions that were not followed, so that whoever uses the answers has to see to them.
    """

    answers: Mapping[str, Raw]
    least: bool
    assuming: tuple[str, ...] = ()


def witness(terrain: Terrain, model: Model, outer: Question | None = None) -> Witness:
    """The answers that a model stands for; with `outer`, there is a row of that list with the answers that it needs."""
    rows: dict[str, dict[str, Raw]] = {} if outer is None else {outer.id: {}}
    answers: dict[str, Raw] = {}
    for key, site in terrain.sites.items():
        values = model.domains.get(key)
        if values is None or site.question.compute is not None:
            continue
        if not values & NOTHING:
            raw = _raw(terrain, model.domains, key, values)
        elif site.outer is None and _default_spoils(terrain, key, site.question, values):
            raw = {"state": "deferred", "to": "Kim"} if site.question.required else {"state": "skipped"}
        else:
            continue
        if site.outer is None:
            answers[key] = raw
        else:
            rows.setdefault(site.outer.id, {})[site.question.id] = raw
    for id, row in rows.items():
        listed = answers.get(id)
        first = row or _row(terrain.questionnaire.questions[id])
        others = listed[1:] if isinstance(listed, list) else []
        answers[id] = [first, *others]
    ordered = {id: answers[id] for id in terrain.questionnaire.questions if id in answers}
    return Witness(ordered, model.least, tuple(_assumed(terrain, model, ordered)))


def _raw(terrain: Terrain, domains: Mapping[str, int], key: str, values: int) -> Raw:
    question = terrain.sites[key].question
    if values & NOT_KNOWN:
        return {"state": "unknown"}
    cells = terrain.cells(key)
    if question.type is _T.CHOICES:
        return _options(terrain, domains, key, question)
    if isinstance(cells, Options):
        value = cells.first(values)
        if question.type is _T.CHOICE and value == OTHER:
            return {OTHER: "something else"}
        return _text(terrain, domains, key, question) if value == ANOTHER else value
    if question.type.repeats:
        least = question.response.min if isinstance(question.response.min, int) else 0
        count = int(cells.first(values, max(least, 1) if question.type is _T.LADDER else least))
        return _ladder(question, count) if question.type is _T.LADDER else [_row(question) for _ in range(count)]
    if question.type in (_T.DATE, _T.DATETIME) and values == cells.full & ~(NOTHING | NOT_KNOWN) and not cells.cuts:
        # Each a day after the one before: what is compared with what comes later is then mostly as people mean it.
        day = date(2026, 1, 1).toordinal() + list(terrain.sites).index(key)
        return _amount(question.type, day if cells.holds(day) else cells.first(values))
    return _amount(question.type, cells.first(values))


def _amount(type: ResponseType, amount: Amount) -> Raw:
    match type:
        case _T.DATE:
            return date.fromordinal(int(amount)).isoformat()
        case _T.DATETIME:
            return f"{date.fromordinal(int(amount)).isoformat()} 12:00"
        case _T.DURATION:
            minutes, seconds = divmod(int(amount), 60)
            return f"{minutes} min" if not seconds else f"{minutes} min {seconds} s" if minutes else f"{seconds} s"
        case _T.INTEGER | _T.SCALE:
            return int(amount)
        case _:
            return int(amount) if amount == int(amount) else Decimal(amount)


def _text(terrain: Terrain, domains: Mapping[str, int], key: str, question: Question) -> str:
    length = domains.get(key + LENGTH)
    plain = _TEXT.get(question.type, "something")
    longest = question.response.max_length
    cells = terrain.cells(key + LENGTH) if length is not None else None
    if length is not None and isinstance(cells, Amounts):
        return "x" * int(cells.first(length))
    return plain if longest is None else plain[:longest]


def _options(terrain: Terrain, domains: Mapping[str, int], key: str, question: Question) -> Raw:
    every = [choice.id for choice in question.response.choices] + ([OTHER] if question.response.other else [])
    state = {option: domains.get(f"{key}{CHOSEN}{option}", 3) for option in every}
    chosen = [option for option in every if state[option] == _YES]
    low, _ = chosen_at_least_and_most(question)
    length = domains.get(key + LENGTH)
    cells = terrain.cells(key + LENGTH)
    if length is not None and isinstance(cells, Amounts):
        low = int(cells.first(length))
    named = terrain.options_named.get(key, frozenset())
    spare = sorted((option for option in every if state[option] == 3), key=lambda option: option in named)
    while len(chosen) < low and spare:
        chosen.append(spare.pop(0))
    return [{OTHER: "something else"} if option == OTHER else option for option in every if option in chosen]


def _row(container: Question) -> dict[str, Raw]:
    """A row in which the first question that everybody is asked has an answer."""
    for item in container.each:
        if item.compute is None and item.when is None:
            return {item.id: _simple(item)}
    return {}


def _ladder(container: Question, count: int) -> list[Raw]:
    return [_row(container) for _ in range(count)]


def _simple(item: Question) -> Raw:
    response = item.response
    match item.type:
        case _T.YESNO:
            return True
        case _T.CHOICE:
            return response.choices[0].id
        case _T.CHOICES:
            wanted = response.min if isinstance(response.min, int) else 1
            return [choice.id for choice in response.choices[:wanted]]
        case _T.INTEGER | _T.NUMBER | _T.SCALE | _T.MONEY:
            return response.min if isinstance(response.min, int | Decimal) else 1
        case _T.DATE | _T.DATETIME | _T.DURATION:
            return response.min if isinstance(response.min, str) else _amount(item.type, date(2026, 1, 1).toordinal())
        case _:
            return _TEXT.get(item.type, "something")[: response.max_length]


def _default_spoils(terrain: Terrain, key: str, question: Question, values: int) -> bool:
    """Whether the default would be taken for an answer that must not be there."""
    if question.default is None:
        return False
    if isinstance(question.default, Expression):
        return True
    cells, raw = terrain.cells(key), question.default.raw
    if isinstance(cells, Options) and isinstance(raw, bool | str):
        return not cells.equal(raw) & values
    return True


def _assumed(terrain: Terrain, model: Model, answers: Mapping[str, Raw]) -> Iterator[str]:
    for variable, values in model.domains.items():
        if variable[0] == OPAQUE:
            text = variable[1:].partition(OPAQUE)[0]
            yield text if values & 1 else f"not ({text})" if values & 2 else f"{text} is not known"
    for id in answers:
        if terrain.sites[id].question.response.pattern is not None:
            yield f"the answer to {id} has the form that is asked for"
