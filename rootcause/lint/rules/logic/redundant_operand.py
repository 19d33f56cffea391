"""A part of a condition changes nothing, because the rest of it, or the section, says so already.

It stands in the way of whoever reads the condition, and makes them look for a meaning that it does not have.

Example:
    - {id: urgent, type: yesno, ask: "Was it urgent?"}
    - {id: told, type: text, ask: "Who was told?", when: urgent and urgent}

Example:
    - {id: guests, type: integer, ask: "How many guests were there?", min: 0}
    - {id: hall, type: text, ask: "Which hall was it?", when: guests > 100 or guests > 500}

Use instead:

    - {id: urgent, type: yesno, ask: "Was it urgent?"}
    - {id: told, type: text, ask: "Who was told?", when: urgent}

Use instead:

    - {id: guests, type: integer, ask: "How many guests were there?", min: 0}
    - {id: hall, type: text, ask: "Which hall was it?", when: guests > 100}
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.expression.syntax import Call, Connection, Name, Node, walk
from rootcause.expression.writer import unparse
from rootcause.lint.context import Context
from rootcause.lint.expressions import Use, Written
from rootcause.lint.reachability.cutting import without
from rootcause.lint.reachability.formula import TRUE, Formula
from rootcause.lint.rule import Found, Rule, at_value
from rootcause.source.diagnostic import Severity


def _check(context: Context) -> Iterator[Found]:
    for written in context.expressions:
        text = written.expression.text
        if "and" not in text and "or" not in text:
            continue
        found = _twice(written) or _implied(context, written)
        if found is None:
            continue
        connection, index, why = found
        operand = connection.operands[index]
        message = f"`{unparse(operand)}` changes nothing: {why}"
        fix = without(written.place, written.expression, connection, index)
        yield at_value(written.place, message, "take it out", within=(operand.start, operand.end), fix=fix)


def _twice(written: Written) -> tuple[Connection, int, str] | None:
    for node in walk(written.expression.root):
        if isinstance(node, Connection):
            for index in range(len(node.operands) - 1, 0, -1):
                if node.operands[index] in node.operands[:index]:
                    return node, index, "it stands there twice"
    return None


def _implied(context: Context, written: Written) -> tuple[Connection, int, str] | None:
    """The operand of a `when` that the others or the section decide, whatever is answered and asked elsewhere."""
    root, proof = written.expression.root, context.proof
    if not isinstance(root, Connection) or written.use not in (Use.WHEN, Use.SECTION_WHEN):
        return None
    compiler = proof.compiler
    section: Formula = TRUE
    if written.use is Use.WHEN and written.section is not None:
        section = compiler.condition(written.section.when).yes
    operands = [compiler.compile(operand, written.outer).yes for operand in root.operands]
    if any(proof.never((section, operand), follow=False) for operand in operands):
        return None  # something here is never yes, which is another matter
    joined = root.connector == "and"
    if joined and proof.never((section, *operands), follow=False):
        return None
    for index in range(len(operands) - 1, -1, -1):
        if _says_that_it_waits(root.operands[index]):
            continue
        others = operands[:index] + operands[index + 1 :]
        if joined:
            decided = proof.never((section, *others, compiler.negated(operands[index])), follow=False)
        else:
            decided = proof.never((section, operands[index], *map(compiler.negated, others)), follow=False)
        if decided:
            alone = joined and proof.never((section, compiler.negated(operands[index])), follow=False)
            return root, index, "the section is asked only then" if alone else _because(root, index)
    return None


def _because(root: Connection, index: int) -> str:
    rest = tuple(operand for place, operand in enumerate(root.operands) if place != index)
    text = unparse(rest[0] if len(rest) == 1 else Connection(root.connector, rest))
    return f"`{text}` says so already" if root.connector == "and" else f"it is yes only when `{text}` is"


def _says_that_it_waits(node: Node) -> bool:
    """Whether it says in words what the other operands need: `answered(a) and a > 3`."""
    return isinstance(node, Call) and node.function == "answered" and isinstance(node.arguments[0], Name)


RULE = Rule("RCL005", "redundant-operand", Severity.WARNING, _check, sound=True)
