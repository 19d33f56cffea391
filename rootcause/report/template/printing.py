"""What of a template can be printed: texts and numbers, never a list or a thing of Python."""

from __future__ import annotations

from jinja2 import TemplateRuntimeError, Undefined


def check_printable(value: object) -> None:
    """Raise TemplateRuntimeError for what is no text and no number. What is missing tells that by itself."""
    if value is None or isinstance(value, str | int | float | Undefined) or hasattr(value, "__html__"):
        return
    if isinstance(value, dict | list | tuple):
        raise TemplateRuntimeError(f"{kind_of_value(value)} cannot be printed; name a field of it, or loop over it")
    if callable(value):
        raise TemplateRuntimeError("this has to be called: write () behind it")
    raise TemplateRuntimeError("this is no text and no number; loop over it, or write |list behind it")


def kind_of_value(value: object) -> str:
    """What to call a value in a message."""
    match value:
        case dict():
            return "a mapping"
        case list() | tuple():
            return "a list"
        case str():
            return "a text"
    return "a value"
