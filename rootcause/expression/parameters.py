"""Whether an argument is what its function takes, and what to write instead when it is not."""

from __future__ import annotations

from typing import Final

from rootcause.expression.comparisons import Side, option_flaw
from rootcause.expression.flaw import Flaw, FlawRule, quoted
from rootcause.expression.functions import Function, Parameter
from rootcause.expression.syntax import Name, Node, Previous, Text
from rootcause.expression.types import (
    ChoicesType,
    ChoiceType,
    DateTimeType,
    DateType,
    DurationType,
    ListType,
    TextType,
    Type,
    describe,
)

_TAKEN: Final[dict[Parameter, tuple[type[Type], ...]]] = {
    Parameter.LIST: (ListType,),
    Parameter.CHOICES: (ChoicesType,),
    Parameter.CHOSEN: (ChoiceType, ChoicesType),
    Parameter.DURATION: (DurationType,),
    Parameter.MOMENT: (DateTimeType,),
    Parameter.DAY: (DateType, DateTimeType),
    Parameter.SIZED: (TextType, ChoicesType, ListType),
}


def argument_flaw(function: Function, parameter: Parameter, argument: Side) -> Flaw | None:
    """What is wrong with an argument that has a type, or None."""
    if parameter is Parameter.QUESTION:
        if isinstance(argument.node, Name | Previous):
            return None
        message = f"{function.name}() takes {parameter.value}, not {argument.quoted}"
        return _flaw(FlawRule.ARGUMENTS, message, argument.node, f"write {function.shown}")
    if isinstance(argument.type, _TAKEN[parameter]):
        if parameter is Parameter.LIST and not isinstance(argument.node, Name):
            message = f"{function.name}() takes {parameter.value}, not {argument.quoted}"
            return _flaw(FlawRule.ARGUMENTS, message, argument.node, f"write {function.shown}")
        return None
    message = f"{function.name}() takes {parameter.value}, and {argument.quoted} is {describe(argument.type)}"
    return _flaw(FlawRule.TYPE, message, argument.node, _cure(function, parameter, argument))


def option_argument_flaw(function: Function, argument: Node, written: str, owner: Side | None) -> Flaw | None:
    """What is wrong with an argument that must be an option of the first one, or None."""
    if not isinstance(argument, Text):
        message = f"{function.name}() takes {Parameter.OPTION.value}, not {quoted(written)}"
        cure = f"write '{written}'" if isinstance(argument, Name) else f"write {function.shown}"
        return _flaw(FlawRule.ARGUMENTS, message, argument, cure)
    if owner is not None and isinstance(owner.type, ChoiceType | ChoicesType):
        return option_flaw(argument, owner.type.options, argument.value, owner.written)
    return None


def _cure(function: Function, parameter: Parameter, argument: Side) -> str:
    match parameter, argument.type:
        case Parameter.CHOICES, ChoiceType(options):
            return f"write {argument.written} == '{options[0] if options else 'a'}'"
        case Parameter.LIST, ChoicesType():
            return f"write len({argument.written})"
        case Parameter.MOMENT, DateType():
            return "write days(from, to)"
        case (Parameter.DURATION, DateTimeType()):
            return "write minutes(from, to)"
        case (Parameter.DAY, DurationType()):
            return f"write minutes({argument.written})"
        case _:
            return f"write {function.shown}"


def _flaw(rule: FlawRule, message: str, node: Node, cure: str) -> Flaw:
    return Flaw(rule, message, node.start, node.end, cure)
