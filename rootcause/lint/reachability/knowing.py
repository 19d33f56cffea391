"""When a value is known at all, and what must be answered for that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rootcause.expression.syntax import (
    Arithmetic,
    Call,
    Comparison,
    Conditional,
    Connection,
    Day,
    Name,
    Negative,
    Node,
    Not,
    Text,
    Truth,
)
from rootcause.expression.writer import unparse
from rootcause.lint.reachability.constants import constant
from rootcause.lint.reachability.formula import TRUE, Atom, Formula, all_of, any_of
from rootcause.lint.reachability.sides import is_kept
from rootcause.lint.reachability.terrain import DEPTH
from rootcause.questionnaire.model import Question, ResponseType

if TYPE_CHECKING:
    from rootcause.lint.reachability.compiling import Compiler

OPAQUE: Final = "?"
_YES: Final = 1
_CONDITIONS: Final = frozenset(("has", "any_of", "answered", "unknown"))
_T = ResponseType


def known(compiler: Compiler, key: str, depth: int) -> Formula:
    """That the value of a question is known, apart from whether it is shown."""
    site = compiler.terrain.sites[key]
    if site.question.compute is None or site.question.type is _T.YESNO:
        return compiler.answered(key)
    if depth >= DEPTH or not is_kept(site.question, compiler.terrain, site.outer):
        return Atom(f"{OPAQUE}{key} is answered", _YES)
    return has_value(compiler, site.question.compute.root, site.outer, depth + 1)


def has_value(compiler: Compiler, node: Node, outer: Question | None, depth: int) -> Formula:
    """That a value is known."""
    match node:
        case Name(id):
            key = compiler.terrain.key(id, outer)
            there = known(compiler, key, depth)
            computed = compiler.terrain.sites[key].question.compute is not None
            return all_of((compiler.shown(key), there)) if computed else there
        case Text() | Day() | Truth():
            return TRUE
        case Conditional(condition, then, otherwise):
            decided = compiler.compile(condition, outer, depth)
            one, other = has_value(compiler, then, outer, depth), has_value(compiler, otherwise, outer, depth)
            return any_of((all_of((decided.yes, one)), all_of((decided.no, other))))
        case _ if constant(node) is not None:
            return TRUE
        case _:
            text = f"{OPAQUE}{unparse(node)} is known"
            return all_of((Atom(text, _YES), *needed(compiler, node, outer)))


def needed(compiler: Compiler, node: Node, outer: Question | None) -> tuple[Formula, ...]:
    """What must be answered for a value to be known."""
    match node:
        case Name(id):
            key = compiler.terrain.key(id, outer)
            question = compiler.terrain.sites[key].question
            if question.compute is not None and question.type is not _T.YESNO:
                inside = needed(compiler, question.compute.root, compiler.terrain.sites[key].outer)
                return (compiler.shown(key), *inside)
            return (compiler.answered(key),)
        case Call("count", (Name(id), *_)):
            return (compiler.answered(compiler.terrain.key(id, outer)),)
        case Call(function, arguments) if function not in ("answered", "unknown"):
            return tuple(part for argument in arguments for part in needed(compiler, argument, outer))
        case Comparison(_, left, right) | Arithmetic(_, left, right):
            return (*needed(compiler, left, outer), *needed(compiler, right, outer))
        case Negative(operand):
            return needed(compiler, operand, outer)
        case _:
            return ()


def is_condition(compiler: Compiler, node: Node, outer: Question | None) -> bool:
    """Whether it is yes or no, as opposed to an amount, a text or a day."""
    match node:
        case Truth() | Not() | Connection() | Comparison():
            return True
        case Call(function, _):
            return function in _CONDITIONS
        case Name(id):
            return compiler.terrain.sites[compiler.terrain.key(id, outer)].question.type is _T.YESNO
        case _:
            return False
