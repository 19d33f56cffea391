"""Renders a template; every way in which it can be wrong becomes an error with its place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

from rootcause.errors import RootcauseError
from rootcause.report.template.environment import Environment, Load
from rootcause.report.template.kind import kind_of
from rootcause.report.template.limits import Limits
from rootcause.source.nearest import nearest
from rootcause.source.visible import shortened, visible

FIELDS: Final = "docs/templates.md describes every field, filter and limit"
_UNKNOWN: Final = re.compile(r"No (filter|test) named '(\w+)'")
_INSTEAD: Final = {"safe": "as_markup", "escape": "string", "e": "string", "nl2br": "paragraphs", "urlize": "link"}


def render(name: str, load: Load, data: Mapping[str, Any], limits: Limits) -> str:
    """The document that the template of this name makes of the data. Raises RootcauseError."""
    environment = Environment(kind_of(name), load, data)
    written: list[str] = []
    size = 0
    try:
        for piece in environment.get_template(name).generate(data):
            written.append(piece)
            size += len(piece)
            if size > limits.output:
                raise TooLong
        return "".join(written)
    except (Exception, TooLong) as error:
        place = _place(error, name)
        message, hint = _explained(error, environment, limits)
    raise RootcauseError(f"{place}: {message}", hint=hint)


class TooLong(Exception):
    """The document does not end."""


def _explained(error: Exception, environment: Environment, limits: Limits) -> tuple[str, str]:
    """What is wrong, and how to mend it."""
    said = shortened(str(error), 300)
    if unknown := _UNKNOWN.search(said):
        names = environment.filters if unknown[1] == "filter" else environment.tests
        near = _INSTEAD.get(unknown[2]) or nearest(unknown[2], names)
        help = f'did you mean "{near}"?' if near in names else f"there are {', '.join(sorted(names))}"
        return f'there is no {unknown[1]} "{unknown[2]}" for templates', help
    match error:
        case TemplateNotFound():
            return (
                f'there is no template "{visible(str(error.name))}" in its folder',
                "templates are found in the folder of the first one and below it",
            )
        case TemplateSyntaxError():
            return (
                f"this is no template: {shortened(error.message or '', 300)}",
                "mend it there; Jinja2 is its language",
            )
        case TooLong():
            return f"the document is longer than {limits.output:,} signs", "look for a loop that does not end"
        case MemoryError():
            return too_much_memory(limits)
        case RecursionError():
            return "it calls or includes itself without end, or is nested too deep", "break the circle"
        case TemplateError():
            return said, FIELDS
        case RootcauseError():  # of a template that cannot be read
            return said, error.hint or FIELDS
    return _said_by_python(error, said)


def _said_by_python(error: Exception, said: str) -> tuple[str, str]:
    """The same for what the author of a template would read in words of Python."""
    match error:
        case SyntaxError():  # of what Jinja makes of it; Python nests at most twenty loops
            return "its loops and blocks are nested too deep", "put the inner ones into a macro"
        case OverflowError() | NameError():  # a number without end is written as a name, `inf`
            return "a number that is too large to compute with", "write a smaller one"
        case TypeError() if "not callable" in said:
            return "this is no function: it cannot be called", "take away the () behind it"
        case TypeError():
            return (
                "values of these kinds do not go together here",
                "put texts together with ~; add, compare and sort only numbers, or only texts",
            )
        case ValueError() if "set_int_max_str_digits" in said:
            return "a number with too many digits", "write a smaller one"
    return said or type(error).__name__, FIELDS


def too_much_memory(limits: Limits) -> tuple[str, str]:
    """What to say when a template takes all it may."""
    return f"it needs more than {limits.memory // 1_000_000} MB of memory", "look for a text that grows in a loop"


def _place(error: Exception, name: str) -> str:
    """`letter.md.j2:3`: the last template on the way to the error, and the line in it."""
    if isinstance(error, TemplateSyntaxError):
        return f"{visible(error.name or name)}:{error.lineno}"
    found, traceback = visible(name), error.__traceback__
    while traceback is not None:
        # Jinja puts frames into the traceback that stand for the lines of templates.
        if "__jinja_exception__" in traceback.tb_frame.f_globals:
            found = f"{visible(traceback.tb_frame.f_code.co_filename)}:{traceback.tb_lineno}"
        traceback = traceback.tb_next
    return found
