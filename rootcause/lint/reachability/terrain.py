"""What there is to be answered in a questionnaire: a variable for each question, with the cells of its answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from decimal import Decimal
from functools import cached_property
from typing import Final

from msgspec import Struct

from rootcause.expression.syntax import Call, Comparison, Conditional, Day, Expression, Name, Node, Text, walk
from rootcause.lint.reachability.cells import Amount, Amounts, Cells, Options
from rootcause.lint.reachability.constants import constant
from rootcause.questionnaire.model import Question, Questionnaire, ResponseType, Section
from rootcause.questionnaire.response.bounds import bounds
from rootcause.questionnaire.response.problem import Problem
from rootcause.questionnaire.values import OTHER

ANOTHER: Final = ""  # stands for every text that no condition names
LENGTH: Final = "#"
_T = ResponseType
_TEXTS: Final = frozenset((_T.TEXT, _T.PARAGRAPH, _T.EMAIL, _T.URL, _T.PERSON))
_ONE: Final = Options((True,))


class Site(Struct, frozen=True):
    """A question, the section that it stands in, and the list or ladder when it belongs to a row or rung."""

    question: Question
    section: Section
    outer: Question | None = None

    @property
    def key(self) -> str:
        """The name of its variable."""
        return self.question.id if self.outer is None else f"{self.outer.id}.{self.question.id}"


class Terrain(Struct, frozen=True, eq=False, dict=True):
    """The variables of a questionnaire. Those of rows are named `list.question`."""

    questionnaire: Questionnaire

    @cached_property
    def sites(self) -> Mapping[str, Site]:
        """Every question by the name of its variable."""
        found = {}
        for section in self.questionnaire.sections:
            for question in section.questions:
                found[question.id] = Site(question, section)
                for item in question.each:
                    site = Site(item, section, question)
                    found[site.key] = site
        return found

    def key(self, name: str, outer: Question | None) -> str:
        """The variable that an expression means by a name; in rows their own questions come first."""
        inner = f"{outer.id}.{name}" if outer is not None else name
        return inner if inner in self.sites else name

    def cells(self, key: str) -> Cells:
        """The cells of a question, or of `question#`, which is how much of it there is."""
        known = self._cells.get(key)
        if known is None:
            known = self._cells[key] = self._cut(key)
        return known

    @cached_property
    def _cells(self) -> dict[str, Cells]:
        return {}

    def _cut(self, key: str) -> Cells:
        question = self.sites[key.removesuffix(LENGTH)].question
        response = question.response
        cuts = tuple(sorted(self._constants.get(key, ())))
        if key.endswith(LENGTH):
            if question.type is _T.CHOICES:
                return Amounts(cuts, *chosen_at_least_and_most(question), whole=True)
            return Amounts(cuts, 1, response.max_length, whole=True)
        match question.type:
            case _T.YESNO:
                return Options((True, False))
            case _T.CHOICE:
                return Options((*(choice.id for choice in response.choices), *((OTHER,) if response.other else ())))
            case _T.LIST | _T.LADDER:
                return Amounts(cuts, 0, None, whole=True)
            case _T.CHOICES:
                return _ONE
            case type if type in _TEXTS:
                longest = response.max_length
                texts = sorted(self._texts.get(key, ()))
                return Options((*(text for text in texts if longest is None or len(text) <= longest), ANOTHER))
        low, high = _bounds(question)
        whole = question.type is not _T.NUMBER and question.type is not _T.MONEY
        return Amounts(cuts, low, high, whole=whole)

    @cached_property
    def options_named(self) -> Mapping[str, frozenset[str]]:
        """For each question that takes several options, those that a condition names."""
        return {key: frozenset(options) for key, options in self._named[2].items()}

    @property
    def _constants(self) -> Mapping[str, set[Amount]]:
        return self._named[0]

    @property
    def _texts(self) -> Mapping[str, set[str]]:
        return self._named[1]

    @cached_property
    def _named(self) -> tuple[dict[str, set[Amount]], dict[str, set[str]], dict[str, set[str]]]:
        amounts: dict[str, set[Amount]] = {}
        texts: dict[str, set[str]] = {}
        options: dict[str, set[str]] = {}
        for root, outer in self._roots():
            for node in walk(root):
                if isinstance(node, Comparison):
                    for left, right in ((node.left, node.right), (node.right, node.left)):
                        for value in self._values(right, outer, 0):
                            for key in self._keys(left, outer, 0):
                                if isinstance(value, str):
                                    texts.setdefault(key, set()).add(value)
                                else:
                                    amounts.setdefault(key, set()).add(value)
                elif isinstance(node, Call) and node.function in ("has", "any_of"):
                    chosen, *wanted = node.arguments
                    for key in self._keys(chosen, outer, 0):
                        options.setdefault(key, set()).update(text.value for text in wanted if isinstance(text, Text))
        return amounts, texts, options

    def _roots(self) -> Iterator[tuple[Node, Question | None]]:
        for section in self.questionnaire.sections:
            if section.when is not None:
                yield section.when.root, None
        for site in self.sites.values():
            for expression in expressions_of(site.question):
                yield expression.root, site.question if expression is site.question.stop_when else site.outer

    def _keys(self, side: Node, outer: Question | None, depth: int) -> Iterator[str]:
        """The variables that may be what one side of a comparison is about."""
        match side:
            case Name(id):
                key = self.key(id, outer)
                site = self.sites.get(key)
                if site is not None and site.question.compute is not None and depth < DEPTH:
                    yield from self._keys(site.question.compute.root, site.outer, depth + 1)
                elif site is not None:
                    yield key
            case Conditional(_, then, otherwise):
                yield from self._keys(then, outer, depth)
                yield from self._keys(otherwise, outer, depth)
            case Call("minutes", (argument,)):
                yield from self._keys(argument, outer, depth)
            case Call("count", (Name(id),)):
                yield self.key(id, outer)
            case Call("len", (argument,)):
                for key in self._keys(argument, outer, depth):
                    yield key if self.sites[key].question.type.repeats else key + LENGTH

    def _values(self, side: Node, outer: Question | None, depth: int) -> Iterator[Amount | str]:
        """The constants that one side of a comparison may be; minutes in seconds as well."""
        match side:
            case Conditional(_, then, otherwise):
                yield from self._values(then, outer, depth)
                yield from self._values(otherwise, outer, depth)
            case Text(text):
                yield text
            case Day(day):
                yield day.toordinal()
            case Name(id):
                site = self.sites.get(self.key(id, outer))
                if site is not None and site.question.compute is not None and depth < DEPTH:
                    yield from self._values(site.question.compute.root, site.outer, depth + 1)
            case _:
                amount = constant(side)
                if amount is not None:
                    yield amount
                    yield amount * 60


DEPTH: Final = 8  # of computed values that are followed into one another


def expressions_of(question: Question) -> Iterator[Expression]:
    """Every expression of a question."""
    for expression in (question.when, question.compute, question.default, question.stop_when):
        if isinstance(expression, Expression):
            yield expression
    yield from (check.that for check in question.checks)


def chosen_at_least_and_most(question: Question) -> tuple[int, int]:
    """How many options an answer holds."""
    response = question.response
    low = response.min if isinstance(response.min, int) else 0
    every = len(response.choices) + response.other
    return max(low, int(question.required)), min(every, response.max) if isinstance(response.max, int) else every


def _bounds(question: Question) -> tuple[Amount | None, Amount | None]:
    read = bounds(question.response)
    if isinstance(read, Problem):
        return None, None
    low, high = map(_amount, read)
    match question.type:
        case _T.SCALE:
            return 1 if low is None else low, 5 if high is None else high
        case _T.DATE | _T.DATETIME:
            return 1 if low is None else low, 3652059 if high is None else high  # the years 1 to 9999
        case _T.DURATION:
            return 0 if low is None else low, high
        case _:
            return low, high


def _amount(bound: object) -> Amount | None:
    match bound:
        case timedelta():
            return round(bound.total_seconds())
        case int() | Decimal():
            return bound
        case _ if hasattr(bound, "toordinal"):
            ordinal: int = bound.toordinal()
            return ordinal
        case _:
            return None
