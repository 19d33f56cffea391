"""The type of an expression, or everything that is wrong with it, before anybody has answered."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from rootcause.expression.advice import instead_of_arithmetic, instead_of_condition
from rootcause.expression.comparisons import Side, comparison_flaw
from rootcause.expression.flaw import Flaw, FlawRule, on_one_line, quoted
from rootcause.expression.functions import FUNCTIONS, Parameter
from rootcause.expression.parameters import argument_flaw, option_argument_flaw
from rootcause.expression.spellings import FOREIGN_WORDS, ONE_WORD
from rootcause.expression.syntax import (
    Arithmetic,
    Call,
    Comparison,
    Conditional,
    Connection,
    Day,
    Expression,
    Index,
    Leaf,
    Name,
    Negative,
    Node,
    Not,
    Now,
    Number,
    Previous,
    Text,
    Today,
    Truth,
)
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
    accepts,
    describe,
    merged,
)
from rootcause.source.nearest import nearest


class Scope(Struct, frozen=True):
    """What an expression may name.

    `later` are questions that exist but stand below. `previous` holds the questions of a row or rung when the
    expression belongs to one, and `index` says that rows are numbered there.
    """

    names: Mapping[str, Type]
    later: frozenset[str] = frozenset()
    previous: Mapping[str, Type] | None = None
    index: bool = False

    def of_rows(self, items: Mapping[str, Type]) -> Scope:
        """The scope of a condition on the rows of a list: their own questions first, then those outside."""
        return Scope({**self.names, **items}, self.later - items.keys(), items, index=True)


def check_expression(expression: Expression, scope: Scope, expected: Type | None = None) -> Type | tuple[Flaw, ...]:
    """The type, or all flaws in the order in which they stand. A condition is expected to be `YesNo()`."""
    checker = _Checker(expression.text)
    actual = (
        checker.condition(expression.root, scope) if expected == YesNo() else checker.type_of(expression.root, scope)
    )
    if checker.flaws or actual is NOTED:
        return tuple(sorted(checker.flaws, key=lambda flaw: (flaw.start, flaw.end)))
    if expected is not None and not accepts(expected, actual):
        return (_unexpected(expression.root, expected, actual),)
    return actual


def _unexpected(root: Node, expected: Type, actual: Type) -> Flaw:
    if isinstance(expected, ChoiceType) and isinstance(actual, ChoiceType | TextType):
        given = actual.options if isinstance(actual, ChoiceType) else actual.literals
        strange = [option for option in given if option not in expected.options]
        if strange:
            near = nearest(strange[0], expected.options)
            cure = f'did you mean "{near}"?' if near else f"the options are {', '.join(expected.options)}"
            return Flaw(FlawRule.OPTION, f"{quoted(strange[0])} is not one of the options", root.start, root.end, cure)
    message = f"this gives {describe(actual)}, but the question takes {describe(expected)}"
    cure = f"write what gives {describe(expected)}, or change the type of the question"
    return Flaw(FlawRule.TYPE, message, root.start, root.end, cure)


class _Noted(enum.Enum):
    """Stands for a type that cannot be told because of a flaw that has been noted: one mistake is told once."""

    NOTED = enum.auto()


NOTED = _Noted.NOTED
_Found = Type | Literal[_Noted.NOTED]


class _Checker:
    """Finds the types and gathers the flaws."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.flaws: list[Flaw] = []

    def type_of(self, node: Node, scope: Scope) -> _Found:
        match node:
            case Not(operand):
                self.condition(operand, scope)
                return YesNo()
            case Connection(_, operands):
                for operand in operands:
                    self.condition(operand, scope)
                return YesNo()
            case Comparison():
                return self._comparison(node, scope)
            case Negative() | Arithmetic():
                return self._arithmetic(node, scope)
            case Conditional():
                return self._conditional(node, scope)
            case Call():
                return self._call(node, scope)
            case _:
                return self._leaf(node, scope)

    def _leaf(self, node: Leaf, scope: Scope) -> _Found:
        match node:
            case Truth():
                return YesNo()
            case Number():
                return NumberType()
            case Text(value):
                return TextType((value,))
            case Day() | Today():
                return DateType()
            case Now():
                return DateTimeType()
            case Name(id):
                return scope.names[id] if id in scope.names else self._unknown_name(node, scope)
            case Previous():
                return self._previous(node, scope)
            case Index():
                return NumberType() if scope.index else self._no_row("index", node)

    def condition(self, node: Node, scope: Scope) -> _Found:
        """Like `type_of`, and notes a flaw unless it is yes or no."""
        found = self.type_of(node, scope)
        if found is NOTED or isinstance(found, YesNo):
            return found
        written = self._written(node)
        message = f"{quoted(written)} is {describe(found)}, not a condition"
        return self._flaw(FlawRule.TYPE, message, node, instead_of_condition(written, found))

    def _unknown_name(self, node: Name, scope: Scope) -> _Found:
        if node.id in scope.later:
            message = f'"{node.id}" stands below this question; only earlier ones may be named'
            return self._flaw(FlawRule.LATER, message, node, "move the question down, or name an earlier one")
        cure = FOREIGN_WORDS.get(node.id)
        near = ONE_WORD.get(cure or "")
        if cure is None:
            near = nearest(node.id, scope.names)
            cure = f'did you mean "{near}"?' if near else "a text or an option stands in quotes"
        message = f'"{node.id}" is not a question above this one'
        return self._flaw(FlawRule.REFERENCE, message, node, cure, replacement=near)

    def _previous(self, node: Previous, scope: Scope) -> _Found:
        if scope.previous is None:
            return self._no_row("previous", node)
        if node.id in scope.previous:
            return scope.previous[node.id]
        near = nearest(node.id, scope.previous)
        cure = f'did you mean "previous.{near}"?' if near else "they are " + ", ".join(scope.previous)
        message = f'"{node.id}" is not a question of the row or rung'
        return self._flaw(FlawRule.REFERENCE, message, node, cure, replacement=f"previous.{near}" if near else None)

    def _no_row(self, word: str, node: Node) -> _Found:
        cure = 'it is known in "each" of a list or ladder and in count(list, condition)'
        return self._flaw(FlawRule.REFERENCE, f'"{word}" has no meaning outside of a row or rung', node, cure)

    def _comparison(self, node: Comparison, scope: Scope) -> Type:
        if isinstance(node.left, Name) and node.left.id not in scope.names:
            right = self.type_of(node.right, scope)
            left = self._beside(node.left, right, scope)
        else:
            left = self.type_of(node.left, scope)
            right = self._beside(node.right, left, scope)
        if left is not NOTED and right is not NOTED:
            sides = (
                Side(node.left, left, self._written(node.left)),
                Side(node.right, right, self._written(node.right)),
            )
            flaw = comparison_flaw(node, *sides)
            if flaw:
                self.flaws.append(flaw)
        return YesNo()

    def _beside(self, node: Node, other: _Found, scope: Scope) -> _Found:
        """The type of a value that is compared with another type: a name may be an option without its quotes."""
        if isinstance(node, Name) and node.id not in scope.names and node.id in _options(other):
            message = f'the option "{node.id}" stands without quotes'
            return self._flaw(FlawRule.OPTION, message, node, f"write '{node.id}'", replacement=f"'{node.id}'")
        return self.type_of(node, scope)

    def _arithmetic(self, node: Negative | Arithmetic, scope: Scope) -> _Found:
        if isinstance(node, Negative):
            operand = self.type_of(node.operand, scope)
            if operand is NOTED or isinstance(operand, NumberType):
                return operand
            message = f"{quoted(self._written(node.operand))} is {describe(operand)}; only a number has a negative"
            return self._flaw(FlawRule.TYPE, message, node, instead_of_arithmetic(operand, operand))
        left, right = self.type_of(node.left, scope), self.type_of(node.right, scope)
        match left, right:
            case (_Noted.NOTED, _) | (_, _Noted.NOTED):
                return NOTED
            case NumberType(), NumberType():
                return NumberType()
            case (DateType(), DateType()) | (DateTimeType(), DateTimeType()) if node.operator == "-":
                return DurationType()
            case _, _:
                message = f'"{node.operator}" cannot join {describe(left)} and {describe(right)}'
                return self._flaw(FlawRule.TYPE, message, node, instead_of_arithmetic(left, right))

    def _conditional(self, node: Conditional, scope: Scope) -> _Found:
        self.condition(node.condition, scope)
        then, otherwise = self.type_of(node.then, scope), self.type_of(node.otherwise, scope)
        if then is NOTED or otherwise is NOTED:
            return NOTED
        both = merged(then, otherwise)
        if both is not None:
            return both
        message = f"one branch is {describe(then)}, the other {describe(otherwise)}"
        return self._flaw(FlawRule.TYPE, message, node, "both must be of one type, and no list")

    def _call(self, node: Call, scope: Scope) -> Type:
        function = FUNCTIONS[node.function]
        parameters = function.usage(len(node.arguments)) or ()
        first: Side | None = None
        for parameter, argument in zip(parameters, node.arguments, strict=True):
            match parameter:
                case Parameter.OPTION:
                    flaw = option_argument_flaw(function, argument, self._written(argument), first)
                case Parameter.CONDITION:
                    if first is not None and isinstance(first.type, ListType):
                        self.condition(argument, scope.of_rows(first.type.items))
                    continue
                case _:
                    type = self.type_of(argument, scope)
                    if type is NOTED:
                        continue
                    side = Side(argument, type, self._written(argument))
                    first = first or side
                    flaw = argument_flaw(function, parameter, side)
            if flaw:
                self.flaws.append(flaw)
        return function.result

    def _written(self, node: Node) -> str:
        return on_one_line(self._text[node.start : node.end])

    def _flaw(
        self, rule: FlawRule, message: str, node: Node, cure: str | None = None, *, replacement: str | None = None
    ) -> _Found:
        self.flaws.append(Flaw(rule, message, node.start, node.end, cure, replacement))
        return NOTED


def _options(type: _Found) -> tuple[str, ...]:
    return type.options if isinstance(type, ChoiceType | ChoicesType) else ()
