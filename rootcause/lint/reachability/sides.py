"""What one side of a comparison, or a computed value, can be."""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import Final

from rootcause.expression.syntax import Arithmetic, Call, Comparator, Conditional, Day, Name, Negative, Node, Text
from rootcause.lint.reachability.cells import Amount
from rootcause.lint.reachability.constants import constant
from rootcause.lint.reachability.terrain import Terrain
from rootcause.questionnaire.model import Question, ResponseType

_T: Final = ResponseType
COMPARE: Final[dict[Comparator, Callable[[Amount, Amount], bool]]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def constants(left: Node, right: Node) -> tuple[Amount, Amount] | tuple[str, str] | None:
    """Both sides of a comparison of constants."""
    match left, right:
        case Day(one), Day(other):
            return one.toordinal(), other.toordinal()
        case Text(one), Text(other):
            return one, other
        case _:
            first, second = constant(left), constant(right)
            return None if first is None or second is None else (first, second)


def is_kept(question: Question, terrain: Terrain, outer: Question | None) -> bool:
    """Whether a computed value always becomes an answer; a part of a whole number does not."""
    if question.type not in (_T.INTEGER, _T.SCALE) or question.compute is None:
        return True
    return _is_whole(question.compute.root, terrain, outer)


def _is_whole(node: Node, terrain: Terrain, outer: Question | None) -> bool:
    value = constant(node)
    if value is not None:
        return value == int(value)
    match node:
        case Name(id):
            return terrain.sites[terrain.key(id, outer)].question.type in (_T.INTEGER, _T.SCALE)
        case Conditional(_, then, otherwise):
            return _is_whole(then, terrain, outer) and _is_whole(otherwise, terrain, outer)
        case Arithmetic(_, left, right):
            return _is_whole(left, terrain, outer) and _is_whole(right, terrain, outer)
        case Negative(operand):
            return _is_whole(operand, terrain, outer)
        case Call(function, _):
            return function in ("count", "days", "len")
        case _:
            return False
