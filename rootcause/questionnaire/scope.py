"""What expressions and texts may name at each question: the questions above it, and within a row its own."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Collection, Mapping
from typing import cast

from msgspec import Struct

from rootcause.expression.checker import Scope, check_expression
from rootcause.expression.flaw import FlawRule
from rootcause.expression.parser import parse_expression
from rootcause.expression.syntax import Expression
from rootcause.expression.types import (
    ChoicesType,
    ChoiceType,
    DateTimeType,
    DateType,
    DurationType,
    ListType,
    NumberType,
    TextType,
    Type,
    YesNo,
)
from rootcause.questionnaire.mending import within
from rootcause.questionnaire.model import Response, ResponseType
from rootcause.questionnaire.place import Place
from rootcause.questionnaire.template import references
from rootcause.source.diagnostic import Diagnostic
from rootcause.source.nearest import nearest

_T = ResponseType
_Unquotable = tuple[str, str, str | None, str | None]
"""Rule, message and help, and the name to quote instead."""


def response_type(response: Response) -> Type:
    """What expressions may do with an answer. The rows of a list or ladder are for the caller to add."""
    match response.type:
        case _T.YESNO:
            return YesNo()
        case _T.CHOICE | _T.CHOICES:
            ids = tuple(choice.id for choice in response.choices)
            options = (*ids, "other") if response.other else ids
            return ChoiceType(options) if response.type is _T.CHOICE else ChoicesType(options)
        case _T.INTEGER | _T.NUMBER | _T.SCALE | _T.MONEY:
            return NumberType()
        case _T.DATE:
            return DateType()
        case _T.DATETIME:
            return DateTimeType()
        case _T.DURATION:
            return DurationType()
        case _T.LIST | _T.LADDER:
            return ListType({})
        case _:
            return TextType()


class View(Struct, frozen=True):
    """The names in reach at one place. `items` and `row` are there inside a row: those above, and all of them."""

    above: Mapping[str, Type]
    all: Collection[str]
    own: str | None = None
    items: Mapping[str, Type] | None = None
    row: Mapping[str, Type] | None = None

    def with_own(self, type: Type) -> View:
        """The same, from where the answer itself may be named too: in its check."""
        if self.own is None:
            return self
        if self.items is not None:
            return View(self.above, self.all, None, {**self.items, self.own: type}, self.row)
        return View(_over({self.own: type}, self.above), self.all, None)

    def expression(self, text: str, place: Place, expected: Type) -> Expression | list[Diagnostic]:
        """Read and check an expression that stands at a place."""
        parsed = parse_expression(text)
        flaws = (parsed,) if not isinstance(parsed, Expression) else check_expression(parsed, self._scope(), expected)
        if isinstance(parsed, Expression) and not isinstance(flaws, tuple):
            return parsed
        found = []
        for flaw in flaws if isinstance(flaws, tuple) else ():
            message, help = flaw.message, flaw.help
            if self.own is not None and text[flaw.start : flaw.end] == self.own and flaw.rule == "forward-reference":
                message, help = f'"{self.own}" cannot depend on its own answer', "name a question that stands above it"
            span = place.tree.span_within(place.route, flaw.start, flaw.end)
            certain = flaw.rule == FlawRule.SYNTAX  # the spelling of another language has one translation
            fix = None if flaw.replacement is None else within(place, flaw.start, flaw.end, flaw.replacement, certain)
            found.append(place.error(flaw.rule, message, help, span=span, fix=fix))
        return found

    def quotes(self, text: str, place: Place) -> list[Diagnostic]:
        """What is wrong with the `${...}` of a text that stands at a place."""
        found = []
        for reference in references(text):
            where = reference.start, reference.end
            for rule, message, help, near in self._unquotable(reference.name, reference.previous):
                fix = within(place, *where, f"${{{near}}}") if near else None
                span = place.tree.span_within(place.route, *where)
                found.append(place.error(rule, message, help, span=span, fix=fix))
        return found

    def _scope(self) -> Scope:
        later = frozenset(self.all)
        if self.items is None or self.row is None:
            return Scope(self.above, later)
        return Scope(_over(self.items, self.above), later | self.row.keys(), self.row, index=True)

    def _unquotable(self, name: str, previous: str | None) -> list[_Unquotable]:
        if not name:
            return [("bad-quote", "a quote holds the id of one question", "write ${id}, or $${ for a plain ${", None)]
        if previous is not None:
            if self.row is None:
                return [("bad-quote", '"previous" stands for a row; here is none', "quote a question by its id", None)]
            return [] if previous in self.row else [self._unknown(previous, self.row, "previous.")]
        if name in self.above or (self.items is not None and name in self.items):
            return []
        if name in self.all or (self.row is not None and name in self.row):
            message = f'"{name}" is not answered yet when this is read'
            return [("forward-reference", message, "quote a question above it", None)]
        return [self._unknown(name, [*self.above, *(self.items or ())])]

    def _unknown(self, name: str, candidates: Collection[str], before: str = "") -> _Unquotable:
        near = nearest(name, candidates)
        help = f'did you mean "{near}"?' if near else "a quote names a question above it"
        return "unknown-reference", f'"{name}" is not a question', help, near and before + near


def _over(nearer: Mapping[str, Type], above: Mapping[str, Type]) -> Mapping[str, Type]:
    """Both, the nearer first. Nothing is copied: above may be thousands, for every condition."""
    return ChainMap(cast("dict[str, Type]", nearer), cast("dict[str, Type]", above))
