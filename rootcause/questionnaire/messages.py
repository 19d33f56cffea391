"""Turns pydantic's errors about a file into our words, at the right place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

from pydantic import BaseModel, ValidationError

from rootcause.questionnaire import document
from rootcause.questionnaire.mending import instead, key_instead, three_numbers
from rootcause.questionnaire.model import Part, ResponseType
from rootcause.questionnaire.place import Place
from rootcause.questionnaire.references import renaming, snake_case
from rootcause.questionnaire.response.reading import described
from rootcause.source.diagnostic import Diagnostic
from rootcause.source.nearest import nearest

_ENOUGH = 100  # errors: more of them would help nobody, and for each key the one that was meant is looked for
# The last name in a route says which mapping its value is.
_MODELS: Mapping[str, tuple[type[BaseModel], str]] = {
    "sections": (document.SectionDoc, "a section"),
    "questions": (document.QuestionDoc, "a question"),
    "each": (document.QuestionDoc, "a question"),
    "check": (document.CheckDoc, "a check"),
    "tests": (document.ExampleDoc, "a test"),
    "choices": (document.ChoiceDoc, "a choice"),
    "lists": (document.ChoiceDoc, "a choice"),
    "default": (document.Computed, "a computed default"),
}
_EXPECTED = {
    "list_type": "a list",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "string_type": "a text",
}


def diagnostics(error: ValidationError, place: Place, model: type[BaseModel]) -> Iterator[Diagnostic]:
    """Each of pydantic's errors as a diagnostic, the first hundred of them."""
    for detail in error.errors(include_url=False)[:_ENOUGH]:
        yield _diagnostic(detail, place, model)


def with_known_keys(error: ValidationError, place: Place, model: type[BaseModel]) -> object:
    """The values of a file without the keys that are not known: each as the key that was meant, when that is free."""
    value = deepcopy(place.value)
    for number, detail in enumerate(error.errors(include_url=False)):
        if detail["type"] == "extra_forbidden":
            *route, name = detail["loc"]
            beside: Any = value
            for step in _placed(place, tuple(route)).route:
                beside = beside[step]
            written = beside.pop(name)
            near = nearest(str(name), _keys(tuple(route), place, model)[0]) if number < _ENOUGH else None
            if near is not None:
                beside.setdefault(near, written)
    return value


def _diagnostic(detail: Any, root: Place, model: type[BaseModel]) -> Diagnostic:
    kind, found = detail["type"], detail["input"]
    place = _placed(root, detail["loc"])
    name = str(detail["loc"][-1]) if detail["loc"] else ""
    match kind:
        case "extra_forbidden":
            keys, noun = _keys(detail["loc"][:-1], root, model)
            near = nearest(name, keys)
            help = f'did you mean "{near}"?' if near else f"known are {', '.join(keys)}"
            fix = key_instead(place, near)
            return place.key_error("unknown-key", f'"{name}" is not a key of {noun}', help, fix=fix)
        case "missing":
            _, noun = _keys(detail["loc"][:-1], root, model)
            parent = _placed(root, detail["loc"][:-1])
            return parent.error("missing-key", f'{noun} needs "{name}"', span=_first_line(parent))
        case "enum":
            return _unknown_word(place, name, found)
        case "string_pattern_mismatch":
            return _misspelt(root, place, name, found)
        case "too_short":
            message = f'"{name}" is empty' if found == [] else f'"{name}" has too few entries'
            return place.error("empty-section" if name == "questions" else "wrong-type", message, "add an entry")
        case _ if kind in _EXPECTED:
            message = f'"{name}" is to be {_EXPECTED[kind]}, found {described(found)}' if name else _not_a_file(found)
            meant = _TRUTH.get(str(found).lower()) if kind.startswith("bool") else None
            return place.error("wrong-type", message, meant and f"write {meant}", fix=instead(place, meant, safe=True))
        case "format_version":
            return place.error("unsupported-version", f"expected `rootcause: 1`, found {described(found)}", _NEWER)
        case _:
            message = f'"{name}": {detail["msg"]}, found {described(found)}'
            if kind == "version":
                numbers = three_numbers(str(found))
                fix = instead(place, numbers, safe=True)
                return place.error("invalid-version", message, numbers and f"write {numbers}", fix=fix)
            return place.error("wrong-type", message)


# What YAML 1.1 takes for true and false.
_TRUTH = dict.fromkeys(("yes", "y", "on", "true"), "true") | dict.fromkeys(("no", "n", "off", "false"), "false")
_NEWER = "this rootcause reads version 1 of the format; a newer file needs a newer rootcause"


def _placed(root: Place, route: tuple[str | int, ...]) -> Place:
    """The place of a route of pydantic's: it counts a single entry as a list of one, the file does not."""
    place = root
    for step in route:
        if isinstance(step, str) or isinstance(place.value, list):
            place = place / step
    return place


def _keys(route: tuple[str | int, ...], root: Place, model: type[BaseModel]) -> tuple[list[str], str]:
    for step in reversed(route):
        if isinstance(step, str) and step in _MODELS:
            found, noun = _MODELS[step]
            if step == "sections" and _placed(root, route).has("include"):
                found, noun = document.IncludeDoc, "an include"
            return _aliases(found), noun
    return _aliases(model), "a questionnaire" if model is document.QuestionnaireDoc else "an included file"


def _aliases(model: type[BaseModel]) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()]


def _first_line(place: Place) -> Any:
    span = place.span
    source = place.tree.source
    end = source.text.find("\n", span.start, span.end)
    return source.span(span.start, span.end if end < 0 else end)


def _unknown_word(place: Place, name: str, found: object) -> Diagnostic:
    words = [member.value for member in (Part if name == "part" else ResponseType)]
    near = nearest(found, words) if isinstance(found, str) else None
    help = f'did you mean "{near}"?' if near else f"known are {', '.join(words)}"
    rule = "unknown-part" if name == "part" else "unknown-question-type"
    noun = "part of an analysis" if name == "part" else "type of question"
    return place.error(rule, f"{described(found)} is not a {noun}", help, fix=instead(place, near))


def _misspelt(root: Place, place: Place, name: str, found: object) -> Diagnostic:
    if name == "currency":
        return place.error("wrong-type", f"{described(found)} is not a currency", "write its code, such as EUR")
    if name == "language":
        return place.error("wrong-type", f"{described(found)} is not a language", "write its code, such as en or de")
    sign = "_" if place.route[:-1] else "-"
    help = f'use lower case letters, digits and "{sign}", a letter first, at most 64 characters'
    meant = snake_case(found) if isinstance(found, str) else None
    fix = None
    if isinstance(found, str) and meant is not None:
        meant = meant.replace("_", sign)
        help = f'write {meant}: lower case letters, digits and "{sign}", a letter first, at most 64 characters'
        named = len(place.route) > 2 and place.route[-3] in ("questions", "each")
        fix = renaming(root, found, meant) if named else None
    return place.error("invalid-id", f"{described(found)} cannot be an id", help, fix=fix)


def _not_a_file(found: object) -> str:
    if found is None:
        return "the file is empty; a questionnaire was expected"
    return f"a questionnaire is a mapping of keys to values, found {described(found)}"
