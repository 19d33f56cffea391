"""A condition as a person reads it beside the questions that it names: `carrier is partner and told is no`."""

from __future__ import annotations

from rootcause.expression.syntax import Call, Comparison, Connection, Name, Node, Not, Text, Truth
from rootcause.expression.writer import unparse

_COMPARED = {
    "==": "is",
    "!=": "is not",
    "<": "is less than",
    "<=": "is at most",
    ">": "is more than",
    ">=": "is at least",
}


def in_words(node: Node) -> str:
    """The condition in words, questions and options by their ids; what has no words stays as it was written."""
    match node:
        case Name(id):
            return f"{id} is yes"
        case Not(Name(id)):
            return f"{id} is no"
        case Not(Call("answered", (Name(id),))):
            return f"{id} has no answer"
        case Connection(connector, operands):
            return f" {connector} ".join(map(_part, operands))
        case Comparison("==", left, Truth(value)):
            return f"{_side(left)} is {'yes' if value else 'no'}"
        case Comparison(comparator, left, right):
            return f"{_side(left)} {_COMPARED[comparator]} {_side(right)}"
        case Call("has", (chosen, option)):
            return f"{_side(chosen)} includes {_side(option)}"
        case Call("any_of", (chosen, *options)):
            return f"{_side(chosen)} is or includes {' or '.join(map(_side, options))}"
        case Call("answered", (Name(id),)):
            return f"{id} has an answer"
        case Call("unknown", (Name(id),)):
            return f"{id} is not known"
        case _:
            return unparse(node)


def _part(node: Node) -> str:
    return f"({in_words(node)})" if isinstance(node, Connection) else in_words(node)


def _side(node: Node) -> str:
    """One side of a comparison."""
    match node:
        case Text(value):
            return value
        case Truth(value):
            return "yes" if value else "no"
        case Call("minutes", (Name(id),)):
            return f"the minutes of {id}"
        case Call("count", (Name(id),)):
            return f"the number of {id}"
        case _:
            return unparse(node)
