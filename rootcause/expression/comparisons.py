"""Which types can be compared, and what to write instead where they cannot."""

from __future__ import annotations

from msgspec import Struct

from rootcause.expression.days import day_from
from rootcause.expression.flaw import Flaw, FlawRule, quoted
from rootcause.expression.syntax import Comparison, Node, Number, Text
from rootcause.expression.tokens import number_from
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
    describe,
)
from rootcause.source.nearest import nearest


class Side(Struct, frozen=True):
    """One operand: its tree, its type and how it is written."""

    node: Node
    type: Type
    written: str

    @property
    def quoted(self) -> str:
        """How a message names it."""
        return quoted(self.written)


def comparison_flaw(comparison: Comparison, left: Side, right: Side) -> Flaw | None:
    """What is wrong with comparing these two, or None.

    A date and a date with a time are compared by their days.
    """
    for one, other in ((left, right), (right, left)):
        match one.type:
            case ChoicesType(options):
                option = other.written if isinstance(other.type, TextType) else f"'{options[0]}'" if options else "'a'"
                message = f"{one.quoted} is a set of choices and cannot be compared"
                return _flaw(comparison, message, f"write has({one.written}, {option})")
            case ListType():
                message = f"{one.quoted} is a list and cannot be compared"
                return _flaw(comparison, message, f"write count({one.written})")
            case _:
                pass
    return _mismatch(comparison, left, right) or _no_order(comparison, left)


def option_flaw(node: Node, options: tuple[str, ...], literal: str, owner: str) -> Flaw | None:
    """The flaw of a text that stands for an option but is none, or None."""
    if literal in options:
        return None
    near = nearest(literal, options)
    cure = f"did you mean '{near}'?" if near else f"the options are {', '.join(options)}"
    message = f"{quoted(literal)} is not an option of {quoted(owner)}"
    # A text stands alone here or as a branch of `a if c else b`; only alone are these its characters.
    replacement = f"'{near}'" if near and isinstance(node, Text) else None
    return Flaw(FlawRule.OPTION, message, node.start, node.end, cure, replacement)


def _mismatch(comparison: Comparison, left: Side, right: Side) -> Flaw | None:
    match left.type, right.type:
        case (DateType() | DateTimeType(), DateType() | DateTimeType()):
            return None
        case ChoiceType(a), ChoiceType(b):
            if set(a) & set(b):
                return None
            return _flaw(
                comparison, f"{left.quoted} and {right.quoted} have no option in common", "name an option in quotes"
            )
        case ChoiceType(options), TextType(literals=(_, *_) as literals):
            flaws = (option_flaw(right.node, options, literal, left.written) for literal in literals)
            return next((flaw for flaw in flaws if flaw), None)
        case TextType(literals=(_, *_)), ChoiceType():
            return _mismatch(comparison, right, left)
        case a, b if a.__class__ is b.__class__:
            return None
        case _:
            message = (
                f"{left.quoted} is {describe(left.type)} and {right.quoted} is {describe(right.type)}: "
                "they cannot be compared"
            )
            return _flaw(comparison, message, _cure(left, right) or _cure(right, left))


def _cure(one: Side, other: Side) -> str | None:
    match one.type, other.type:
        case NumberType(), TextType((literal,)) if number_from(literal) is not None:
            return f"write {literal} without quotes"
        case ((DateType() | DateTimeType()), TextType((literal,))):
            return f"write date('{literal}')" if day_from(literal) else "write date('2026-01-31')"
        case YesNo(), TextType((_,)):
            return "write true or false without quotes"
        case DurationType(), NumberType():
            return f"write minutes({one.written})"
        case ChoiceType(options), NumberType() if isinstance(other.node, Number) and other.written in options:
            return f"write '{other.written}' in quotes"
        case ChoiceType((first, *_)), _:
            return f"write an option in quotes: '{first}'"
        case _:
            return None


def _no_order(comparison: Comparison, left: Side) -> Flaw | None:
    if comparison.comparator in ("==", "!=") or not isinstance(left.type, YesNo | TextType | ChoiceType):
        return None
    message = f"{left.quoted} is {describe(left.type)}: one is not more than another"
    cure = "write == or !=" if not isinstance(left.type, ChoiceType) else "write ==, != or any_of(q, 'a', 'b')"
    return _flaw(comparison, message, cure)


def _flaw(comparison: Comparison, message: str, cure: str | None) -> Flaw:
    return Flaw(FlawRule.TYPE, message, comparison.start, comparison.end, cure)
