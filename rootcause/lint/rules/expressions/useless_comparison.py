"""A comparison has the same result whatever is answered.

Both sides are the same, or neither depends on an answer. Most often one side was to name another question.

Example:

    - {id: promised, type: date, ask: "For which day was it promised?"}
    - id: arrived
      type: date
      ask: On which day did it arrive?
      check: {that: arrived >= arrived, else: It arrived before the day for which it was promised.}

Use instead:

    - {id: promised, type: date, ask: "For which day was it promised?"}
    - id: arrived
      type: date
      ask: On which day did it arrive?
      check: {that: arrived >= promised, else: It arrived before the day for which it was promised.}
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.expression.syntax import Day, Negative, Node, Number, Text, Truth
from rootcause.lint.context import Context
from rootcause.lint.rule import Found, Rule, at_value
from rootcause.source.diagnostic import Severity


def _check(context: Context) -> Iterator[Found]:
    for written, node in context.comparisons:
        if node.left == node.right:
            message, help = "both sides are the same", "name another question on one side"
        elif _fixed(node.left) and _fixed(node.right):
            message, help = "neither side depends on an answer", "name a question on one side"
        else:
            continue
        yield at_value(written.place, message, help, within=(node.start, node.end))


def _fixed(node: Node) -> bool:
    return isinstance(node.operand if isinstance(node, Negative) else node, Number | Text | Day | Truth)


RULE = Rule("RCE011", "useless-comparison", Severity.WARNING, _check)
