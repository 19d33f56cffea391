"""A number, a date or a count is compared with something that it can never reach.

`min` and `max` of a question say what can be answered. Beyond them a comparison is always true or always false, so
one of the two figures is wrong.

Example:

    - id: share
      type: integer
      ask: How many in a hundred customers were affected?
      min: 0
      max: 100
    - id: weight
      label: Weight
      type: text
      compute: "'heavy' if share > 250 else 'light'"

Use instead:

    - id: share
      type: integer
      ask: How many in a hundred customers were affected?
      min: 0
      max: 100
    - id: weight
      label: Weight
      type: text
      compute: "'heavy' if share > 25 else 'light'"
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from rootcause.expression.days import minutes_in
from rootcause.expression.syntax import Call, Comparator, Comparison, Day, Name, Negative, Node, Number
from rootcause.lint.context import Context
from rootcause.lint.expressions import Written
from rootcause.lint.rule import Found, Rule, at_value
from rootcause.questionnaire.model import Question, ResponseType
from rootcause.questionnaire.response.bounds import bounds
from rootcause.questionnaire.response.problem import Problem
from rootcause.source.diagnostic import Severity

_T = ResponseType
_MIRRORED: Final[Mapping[Comparator, Comparator]] = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}
_COMPARED: Final[Mapping[Comparator, Callable[[Any, Any], bool]]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_FIGURE: Final = (Number, Day, Negative)
_Range = tuple[Any, Any]


def _check(context: Context) -> Iterator[Found]:
    for written, node in context.comparisons:
        if isinstance(node.left, _FIGURE) or isinstance(node.right, _FIGURE):
            yield from _outside(context, written, node)


def _outside(context: Context, written: Written, node: Comparison) -> Iterator[Found]:
    comparator, measured, limit = node.comparator, node.left, _value(node.right)
    if limit is None:
        comparator, measured, limit = _MIRRORED[comparator], node.right, _value(node.left)
    if limit is None:
        return
    question = _measured(context, written, measured)
    reach = None if question is None else _reach(question, measured)
    always = None if reach is None else _always(comparator, reach, limit)
    if question is not None and reach is not None and always is not None:
        verdict = "true" if always else "false"
        message = f"whatever is answered, this is always {verdict}: {_between(question.id, measured, reach)}"
        help = "compare with a value in between, or change min and max of the question"
        yield at_value(written.place, message, help, within=(node.start, node.end))


def _value(node: Node) -> Any:
    match node:
        case Number(value) | Day(value):
            return value
        case Negative(Number(value)):
            return -value
        case _:
            return None


def _measured(context: Context, written: Written, node: Node) -> Question | None:
    """The question whose answer is compared, or counted, or measured."""
    match node:
        case Name(id) | Call("count" | "len" | "minutes", (Name(id),)):
            known = {} if context.questionnaire is None else context.questionnaire.questions
            if id in known:
                return known[id]
            rows = (written.outer, *(known.get(name) for name in written.expression.names))
            return next((item for of in rows if of is not None and (item := of.item(id)) is not None), None)
        case _:
            return None


def _reach(question: Question, node: Node) -> _Range | None:
    """The least and the most that can be answered; None for what has no end in that direction."""
    response = question.response
    if question.compute is not None:
        return None
    if isinstance(node, Call) and node.function == "len" and question.type in (_T.TEXT, _T.PARAGRAPH):
        return 0, response.max_length
    if question.type is _T.LADDER:
        return 0, None  # min and max are its levels, of which each can have several causes
    if isinstance(node, Call) and question.type in (_T.LIST, _T.CHOICES):
        most = len(response.choices) + response.other if question.type is _T.CHOICES else None
        return (response.min or 0) if question.required else 0, most if response.max is None else response.max
    both = bounds(response)
    if isinstance(both, Problem) or isinstance(node, Call) != (question.type is _T.DURATION):
        return None
    low, high = both
    if question.type is _T.DURATION:
        return minutes_in(low) if low else 0, minutes_in(high) if high else None
    return low, high


def _always(comparator: Comparator, reach: _Range, limit: Any) -> bool | None:
    """What a comparison gives for everything that can be answered, None when that depends on the answer."""
    low, high = reach
    if comparator in ("==", "!="):
        outside = (low is not None and limit < low) or (high is not None and limit > high)
        return comparator == "!=" if outside else None
    compare, upwards = _COMPARED[comparator], comparator in (">", ">=")
    hardest, easiest = (low, high) if upwards else (high, low)
    if hardest is not None and compare(hardest, limit):
        return True
    return False if easiest is not None and not compare(easiest, limit) else None


def _between(id: str, node: Node, reach: _Range) -> str:
    low, high = (bound if bound is None else f"{bound}" for bound in reach)
    what = f"{node.function}({id})" if isinstance(node, Call) else f'"{id}"'
    if high is None:
        return f"{what} is at least {low}"
    return f"{what} is at most {high}" if low is None else f"{what} lies between {low} and {high}"


RULE = Rule("RCE010", "comparison-outside-bounds", Severity.WARNING, _check)
