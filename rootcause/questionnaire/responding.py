"""Builds what counts as an answer from the keys of a question, and checks that the keys make sense together."""

from __future__ import annotations

import re
from collections.abc import Mapping

from rootcause.questionnaire.allowed import ANY_SPECIAL, SPECIAL
from rootcause.questionnaire.mending import instead, without
from rootcause.questionnaire.model import Choice, Response, ResponseType
from rootcause.questionnaire.place import Place
from rootcause.questionnaire.references import snake_case
from rootcause.questionnaire.response.bounds import bounds
from rootcause.questionnaire.response.problem import Problem, described
from rootcause.questionnaire.wording import Wording
from rootcause.questionnaire.written import ChoiceDoc, QuestionDoc
from rootcause.source.diagnostic import Diagnostic
from rootcause.source.nearest import nearest

_T = ResponseType
_COUNTED = (_T.CHOICES, _T.LIST, _T.LADDER)
_WIDEST_SCALE = 100
_STEP = re.compile(r"-?[0-9]{1,18}")
_CHOICE_ID = re.compile(r"[\w.-]+")

Lists = Mapping[str, tuple[Mapping[str, ChoiceDoc], Place]]
"""The lists of choices that questions can share, by name."""


def build_response(doc: QuestionDoc, place: Place, lists: Lists, wording: Wording) -> tuple[Response, list[Diagnostic]]:
    """The response of a question, and what is wrong with the keys that describe it."""
    keys = place.value if isinstance(place.value, dict) else {}
    found = [_useless(doc, place / key) for key in keys if key in ANY_SPECIAL and key not in SPECIAL[doc.type]]
    choices, problems = _choices(doc, place, lists, wording)
    labels = {}
    for label, text in (doc.labels or {}).items():
        labels[label] = wording.text(text, place.at("labels", label))
    low, high = (1, 5) if doc.type is _T.SCALE else (None, None)
    response = Response(
        type=doc.type,
        choices=choices,
        other=doc.other,
        min=low if doc.min is None else doc.min,
        max=high if doc.max is None else doc.max,
        pattern=doc.pattern,
        max_length=doc.max_length,
        labels={int(label): text for label, text in labels.items() if _STEP.fullmatch(label)},
        unit=None if doc.unit is None else wording.text(doc.unit, place / "unit"),
        currency=doc.currency,
    )
    found += problems
    found += _bound_problems(doc, response, place)
    found += _label_problems(response, labels, place)
    if response.pattern is not None and not found:
        from rootcause.questionnaire.response.adapters import refused_pattern  # with pydantic, which takes a while

        if refused := refused_pattern(response):
            found.append((place / "pattern").error("refused-pattern", f"the pattern is refused: {refused}"))
    return response, found


def _useless(doc: QuestionDoc, place: Place) -> Diagnostic:
    key = place.route[-1]
    users = [type for type, keys in SPECIAL.items() if key in keys]
    message = f'a question of the type {doc.type} has no use for "{key}"'
    return place.key_error("useless-key", message, f"it belongs to {', '.join(users)}", fix=without(place))


def _choices(
    doc: QuestionDoc, place: Place, lists: Lists, wording: Wording
) -> tuple[tuple[Choice, ...], list[Diagnostic]]:
    if doc.type not in (_T.CHOICE, _T.CHOICES):
        return (), []
    if (doc.choices is None) == (doc.list_name is None):
        message = (
            f'a {doc.type} needs "choices" or "list"' if doc.choices is None else 'both "choices" and "list" stand here'
        )
        return (), [place.error("missing-key", message, "give one of the two", span=(place / "type").span)]
    at = place / "choices"
    docs: Mapping[str, ChoiceDoc] = doc.choices or {}
    if doc.list_name is not None:
        if doc.list_name not in lists:
            near = nearest(doc.list_name, lists)
            help = f'did you mean "{near}"?' if near else f"there are {', '.join(sorted(lists)) or 'none'}"
            named = place / "list"
            message = f'there is no list "{doc.list_name}"'
            return (), [named.error("unknown-list", message, help, fix=instead(named, near))]
        docs, at = lists[doc.list_name]
    found = []
    if len(docs) + doc.other < 2:
        found.append(at.error("too-few-choices", "there is nothing to choose between", "offer at least two choices"))
    if doc.other and "other" in docs:
        help = "leave one of them out"
        found.append((at / "other").key_error("duplicate-choice", '"other" is offered by `other: true` too', help))
    choices: list[Choice] = []
    seen: dict[frozenset[tuple[str, str]], str] = {}
    for id, choice in docs.items():
        if not _CHOICE_ID.fullmatch(id):
            meant = snake_case(id)
            start = f"write {meant}: " if meant else "use "
            help = f'{start}letters, digits, "_", "-" and ".", and put the words behind the colon'
            found.append((at / id).key_error("invalid-id", f"{described(id)} cannot be the id of a choice", help))
        label = wording.text(choice.label, at / id)
        hint = None if choice.hint is None else wording.text(choice.hint, at.at(id, "hint"))
        same = seen.setdefault(frozenset(label.by_language.items()), id)
        if same != id:
            found.append(
                (at / id).error("duplicate-choice", f'"{same}" and "{id}" read the same', "reword one of them")
            )
        choices.append(Choice(id, label, hint))
    return tuple(choices), found


def _bound_problems(doc: QuestionDoc, response: Response, place: Place) -> list[Diagnostic]:
    if doc.min is None and doc.max is None:
        return []
    for key, bound in (("min", doc.min), ("max", doc.max)):
        if bound is not None and doc.type in _COUNTED and not (isinstance(bound, int) and bound >= 0):
            return [(place / key).error("wrong-type", f'"{key}" counts here; {bound} is not a number of something')]
        read = None if bound is None else bounds(Response(response.type, min=bound))
        if isinstance(read, Problem):
            return [
                (place / key).error(
                    "wrong-type", f'"{key}" does not fit the type {doc.type}: {read.message}', read.hint
                )
            ]
    both = bounds(response)
    assert not isinstance(both, Problem)
    low, high = both
    if low is not None and high is not None and low > high:
        return [_nothing_between(doc, response, place)]
    if doc.type is _T.CHOICES and low is not None and response.choices and low > (most := _choosable(response)):
        message = f"{low} are to be chosen, and there are {most}"
        return [(place / "min").error("impossible-range", message, "offer more, or ask for fewer")]
    if doc.type in _COUNTED and doc.required and high == 0:
        message = "an answer is required, and none is taken"
        return [(place / "max").error("impossible-range", message, "raise max, or write `required: false`")]
    if doc.type is _T.SCALE and int(high) - int(low) > _WIDEST_SCALE:
        return [(place / "max").error("impossible-range", "a scale this wide is a number", "use the type integer")]
    return []


def _choosable(response: Response) -> int:
    return len(response.choices) + response.other


def _nothing_between(doc: QuestionDoc, response: Response, place: Place) -> Diagnostic:
    key, missing = ("min", "max") if doc.max is None else ("max", "min")
    message = f"nothing lies between min {response.min} and max {response.max}"
    help = "exchange them, or correct one"
    if not place.has(missing):
        message += f", which holds for a scale without {missing}"
        help = f'write "{missing}" too'
    return (place / key).error("impossible-range", message, help)


def _label_problems(response: Response, labels: Mapping[str, object], place: Place) -> list[Diagnostic]:
    if response.type is not _T.SCALE or not isinstance(response.min, int) or not isinstance(response.max, int):
        return []
    low, high = response.min, response.max
    return [
        place.at("labels", label).key_error(
            "wrong-type", f"{described(label)} is not a step of a scale from {low} to {high}"
        )
        for label in labels
        if not (_STEP.fullmatch(label) and low <= int(label) <= high)
    ]
