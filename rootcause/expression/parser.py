"""From the text of an expression to its tree, or to the flaw in it.

Python's own grammar decides what belongs together; what each piece means is decided here. Python reads a copy in
which every name, number and text is replaced by a plain word of the same length. So its columns are our offsets, its
keywords are free as ids of questions, and none of its literals, escapes or warnings can get in.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence
from typing import Final

from rootcause.expression.days import day_from
from rootcause.expression.flaw import Flaw, FlawRule, on_one_line, quoted
from rootcause.expression.functions import FUNCTIONS
from rootcause.expression.mistakes import explain
from rootcause.expression.syntax import (
    Arithmetic,
    Call,
    Comparator,
    Comparison,
    Conditional,
    Connection,
    Connector,
    Day,
    Expression,
    Index,
    Name,
    Negative,
    Node,
    Not,
    Now,
    Number,
    Operator,
    Previous,
    Text,
    Today,
    Truth,
    walk,
)
from rootcause.expression.tokens import Kind, Token, number_from, scan
from rootcause.source.nearest import nearest

LENGTH_LIMIT: Final = 1_000
DEPTH_LIMIT: Final = 100

_COMPARATORS: Final[dict[type[ast.cmpop], Comparator]] = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
}
_OPERATORS: Final[dict[type[ast.operator], Operator]] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*"}


def parse_expression(text: str) -> Expression | Flaw:
    """The expression, or the first flaw that keeps it from being read. Raises nothing."""
    if len(text) > LENGTH_LIMIT:
        message = f"an expression of {len(text)} characters is too long"
        return Flaw(
            FlawRule.LIMIT,
            message,
            LENGTH_LIMIT,
            len(text),
            f"at most {LENGTH_LIMIT}; compute a part of it in a question of its own",
        )
    return parse_unbounded(text)


def parse_unbounded(text: str) -> Expression | Flaw:
    """Like `parse_expression`, for a text that this program has written itself."""
    tokens = scan(text)
    if isinstance(tokens, Flaw):
        return tokens
    flaw = _too_deep(tokens)
    if flaw:
        return flaw
    try:
        tree = ast.parse(_skeleton(tokens), mode="eval")
    except (SyntaxError, MemoryError, RecursionError):
        return explain(tokens)
    try:
        return Expression(text, _Reader(text, tokens).node(tree.body, 1))
    except _RefusedError as refused:
        return refused.flaw


def _skeleton(tokens: Sequence[Token]) -> str:
    pieces = []
    at = tokens[0].start if tokens else 0
    for token in tokens:
        pieces.append(" " * (token.start - at))
        pieces.append(token.text if token.kind is Kind.SIGN else "x" * len(token.text))
        at = token.end
    return "".join(pieces)


def _too_deep(tokens: Sequence[Token]) -> Flaw | None:
    depth = signs = 0
    for token in tokens:
        signs = signs + 1 if token.text in ("not", "-") else 0
        depth += {"(": 1, ")": -1}.get(token.text, 0)
        if max(depth, signs) > DEPTH_LIMIT:
            return _depth_flaw(token.start, token.end)
    return None


def _depth_flaw(start: int, end: int) -> Flaw:
    cure = f"at most {DEPTH_LIMIT} levels; compute a part of it in a question of its own"
    return Flaw(FlawRule.LIMIT, "this is nested too deeply", start, end, cure)


class _RefusedError(Exception):
    """Carries a flaw up to `parse_unbounded`."""

    def __init__(self, flaw: Flaw) -> None:
        super().__init__(flaw.message)
        self.flaw = flaw


class _Reader:
    """Turns Python's tree into ours; refuses what is not listed here."""

    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self._text = text
        self._shift = tokens[0].start
        self._at = {token.start: token for token in tokens}

    def node(self, tree: ast.expr, depth: int) -> Node:
        start, end = self._span(tree)
        if depth > DEPTH_LIMIT:
            raise _RefusedError(_depth_flaw(start, end))
        deeper = depth + 1
        match tree:
            case ast.Name():
                return self._leaf(self._at[start])
            case ast.BoolOp():
                operands = tuple(self.node(value, deeper) for value in tree.values)
                connector: Connector = "and" if isinstance(tree.op, ast.And) else "or"
                return Connection(connector, operands, start=start, end=end)
            case ast.UnaryOp(op=ast.Not()):
                return Not(self.node(tree.operand, deeper), start=start, end=end)
            case ast.UnaryOp(op=ast.USub()):
                return Negative(self.node(tree.operand, deeper), start=start, end=end)
            case ast.BinOp() if type(tree.op) in _OPERATORS:
                operator = _OPERATORS[type(tree.op)]
                left, right = self.node(tree.left, deeper), self.node(tree.right, deeper)
                return Arithmetic(operator, left, right, start=start, end=end)
            case ast.Compare():
                return self._comparison(tree, deeper)
            case ast.IfExp():
                condition = self.node(tree.test, deeper)
                then, otherwise = self.node(tree.body, deeper), self.node(tree.orelse, deeper)
                return Conditional(condition, then, otherwise, start=start, end=end)
            case ast.Call():
                return self._call(tree, deeper)
            case ast.Attribute():
                return self._previous(tree)
            case _:
                raise self._refused_form(tree)

    def _leaf(self, token: Token) -> Node:
        start, end = token.start, token.end
        if token.kind is Kind.TEXT:
            return Text(token.text[1:-1], start=start, end=end)
        number = number_from(token.text)
        if number is not None:
            return Number(number, start=start, end=end)
        match token.text:
            case "true" | "false":
                return Truth(token.text == "true", start=start, end=end)
            case "index":
                return Index(start=start, end=end)
            case "today":
                return Today(start=start, end=end)
            case "now":
                return Now(start=start, end=end)
            case "previous":
                cure = "name a question of the row or rung before: previous.x"
                raise self._refused('"previous" stands alone', start, end, cure)
            case name:
                return Name(name, start=start, end=end)

    def _comparison(self, tree: ast.Compare, depth: int) -> Node:
        start, end = self._span(tree)
        parts = [tree.left, *tree.comparators]
        if len(tree.ops) > 1:
            texts = [self._written(part) for part in parts]
            signs = [_COMPARATORS.get(type(op), "==") for op in tree.ops]
            cure = " and ".join(f"{a} {sign} {b}" for a, sign, b in zip(texts, signs, texts[1:], strict=False))
            raise self._refused("one comparison at a time", start, end, f"write {cure}")
        left, right = (self.node(part, depth) for part in parts)
        return Comparison(_COMPARATORS[type(tree.ops[0])], left, right, start=start, end=end)

    def _call(self, tree: ast.Call, depth: int) -> Node:
        start, end = self._span(tree)
        name_start, name_end = self._span(tree.func)
        name = self._written(tree.func)
        if not isinstance(tree.func, ast.Name) or self._at[name_start].kind is not Kind.NAME:
            raise self._refused(f"{quoted(name)} is not a function", name_start, name_end, _all_functions())
        function = FUNCTIONS.get(name)
        if function is None:
            raise _RefusedError(_unknown_function(name, name_start, name_end))
        arguments = tuple(self.node(argument, depth) for argument in tree.args)
        if function.usage(len(arguments)) is None:
            message = f"{name}() does not take {_counted(len(arguments))}"
            raise _RefusedError(Flaw(FlawRule.ARGUMENTS, message, start, end, f"write {function.shown}"))
        if name == "date":
            return self._day(arguments[0], start, end)
        if name == "count" and any(_counts_by_condition(node) for node in walk(arguments[-1])):
            message = "count() with a condition cannot stand inside another count()"
            cure = "compute the inner one in a question of its own"
            raise _RefusedError(Flaw(FlawRule.LIMIT, message, start, end, cure))
        return Call(name, arguments, start=start, end=end)

    def _day(self, argument: Node, start: int, end: int) -> Node:
        cure = "write a date of the calendar in quotes: date('2026-01-31')"
        if not isinstance(argument, Text):
            raise _RefusedError(Flaw(FlawRule.ARGUMENTS, "date() takes a date in quotes", start, end, cure))
        day = day_from(argument.value)
        if day is None:
            message = f"{quoted(argument.value)} is not a date"
            raise _RefusedError(Flaw(FlawRule.ARGUMENTS, message, argument.start, argument.end, cure))
        return Day(day, start=start, end=end)

    def _previous(self, tree: ast.Attribute) -> Node:
        start, end = self._span(tree)
        item = self._at[end - len(tree.attr)]
        if self._written(tree.value) == "previous" and item.kind is Kind.NAME:
            return Previous(item.text, start=start, end=end)
        cure = "only previous.x has a dot; rows of a list are counted with count(list, condition)"
        raise self._refused(f"{quoted(self._written(tree.value))} has no parts to name", start, end, cure)

    def _refused_form(self, tree: ast.expr) -> _RefusedError:
        start, end = self._span(tree)
        match tree:
            case ast.Tuple(elts=[]):
                return self._refused("there is nothing between the parentheses", start, end, "remove them")
            case ast.Tuple():
                cure = "decimals have a point: 1.5; conditions are joined with and"
                return self._refused("a comma can only stand between the arguments of a function", start, end, cure)
            case ast.Starred():
                return self._refused('"*" stands between two numbers', start, start + 1, "leave it out")
            case ast.UnaryOp(op=ast.UAdd()):
                return self._refused('"+" stands between two numbers', start, start + 1, "leave it out")
            case _:
                return self._refused("this cannot stand in an expression", start, end, "remove it")

    def _refused(self, message: str, start: int, end: int, cure: str | None = None) -> _RefusedError:
        return _RefusedError(Flaw(FlawRule.SYNTAX, message, start, end, cure))

    def _span(self, tree: ast.expr) -> tuple[int, int]:
        end = tree.end_col_offset if tree.end_col_offset is not None else tree.col_offset
        return tree.col_offset + self._shift, end + self._shift

    def _written(self, tree: ast.expr) -> str:
        start, end = self._span(tree)
        return on_one_line(self._text[start:end])


def _counts_by_condition(node: Node) -> bool:
    return isinstance(node, Call) and node.function == "count" and len(node.arguments) == 2


def _unknown_function(name: str, start: int, end: int) -> Flaw:
    near = nearest(name, FUNCTIONS)
    cure = f"did you mean {FUNCTIONS[near].shown}?" if near else _all_functions()
    return Flaw(FlawRule.FUNCTION, f"{quoted(name)} is not a function", start, end, cure, near)


def _all_functions() -> str:
    return "the functions are " + ", ".join(FUNCTIONS)


def _counted(count: int) -> str:
    return f"{count} argument" if count == 1 else f"{count or 'no'} arguments"
