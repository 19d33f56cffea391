"""A condition with `not` or `!=` is never true when the question that it names was skipped.

What was not answered is unknown, and `not` of what is unknown is unknown too. Of a question that need not be answered,
say what is meant when it was not: ask then too, or only when there is an answer.

Example:

    - id: insured
      type: yesno
      ask: Was the parcel insured?
      required: false
    - id: who_pays
      type: text
      ask: Who pays for it?
      when: not insured

Use instead:

    - id: insured
      type: yesno
      ask: Was the parcel insured?
      required: false
    - id: who_pays
      type: text
      ask: Who pays for it?
      when: not answered(insured) or not insured
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.expression.syntax import Call, Comparison, Connection, Expression, Name, Node, Not, walk
from rootcause.lint.context import Context
from rootcause.lint.expressions import Use
from rootcause.lint.rule import Found, Rule, at_value
from rootcause.source.diagnostic import Severity


def _check(context: Context) -> Iterator[Found]:
    optional = {asked.question.id for asked in context.asked if not asked.question.required}
    if not optional:
        return
    for written in context.expressions:
        if written.use not in (Use.WHEN, Use.SECTION_WHEN) or optional.isdisjoint(written.expression.names):
            continue
        minded = _minded(written.expression)
        for node in _denials(written.expression.root):
            names = [part for part in walk(node) if isinstance(part, Name) and part.id in optional - minded]
            if names:
                id = names[0].id
                message = f'this is not true when "{id}" was skipped'
                said = written.expression.text[node.start : node.end]
                help = f"write not answered({id}) or {said} to ask then too, answered({id}) and {said} if not"
                yield at_value(written.place, message, help, within=(node.start, node.end))


def _denials(node: Node) -> Iterator[Node]:
    """What is said to be otherwise, at the level of the whole condition."""
    match node:
        case Connection(_, operands):
            for operand in operands:
                yield from _denials(operand)
        case Not(Call("answered" | "unknown")):
            return
        case Not() | Comparison("!="):
            yield node


def _minded(expression: Expression) -> frozenset[str]:
    """The questions of which the condition says itself what holds when there is no answer."""
    return frozenset(
        part.id
        for node in walk(expression.root)
        if isinstance(node, Call) and node.function in ("answered", "unknown")
        for part in node.arguments
        if isinstance(part, Name)
    )


RULE = Rule("RCE012", "ignores-unknown", Severity.INFO, _check)
