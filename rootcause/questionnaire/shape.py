"""The shape of a file: its values as records, and what pydantic finds wrong with it, in our words.

A key that is not known keeps nobody from reading on: it is taken for the one that was meant, or left out.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from rootcause.questionnaire import accepting
from rootcause.questionnaire.place import Place
from rootcause.questionnaire.written import FragmentDoc, QuestionnaireDoc
from rootcause.source.diagnostic import Diagnostic

Problems = tuple[Diagnostic, ...]
_T = TypeVar("_T")


def questionnaire_at(place: Place) -> tuple[QuestionnaireDoc | None, Problems]:
    """The whole questionnaire whose values stand at a place, as far as it can be read, and what is wrong with it."""
    return _shape(place, accepting.read_questionnaire, "QuestionnaireDoc")


def fragment_at(place: Place) -> tuple[FragmentDoc | None, Problems]:
    """The same for lists and sections that are made for others."""
    return _shape(place, accepting.read_fragment, "FragmentDoc")


def _shape(place: Place, read: Callable[[object], _T | None], model: str) -> tuple[_T | None, Problems]:
    document = read(place.value)
    if document is not None:
        return document, ()
    meant, problems = _objections(place, model)
    return read(meant), problems


def _objections(place: Place, model: str) -> tuple[object, Problems]:
    """What pydantic finds wrong, and the values without the keys that it does not know."""
    from pydantic import ValidationError

    from rootcause.questionnaire import document
    from rootcause.questionnaire.messages import diagnostics, with_known_keys

    expected = getattr(document, model)
    try:
        expected.model_validate(place.value)
    except ValidationError as error:
        found = tuple(diagnostics(error, place, expected))
        meant = with_known_keys(error, place, expected)
    else:
        return place.value, ()
    unknown = tuple(diagnostic for diagnostic in found if diagnostic.rule == "unknown-key")
    if not unknown:
        return None, found
    try:
        expected.model_validate(meant)
    except ValidationError as error:
        return None, (*unknown, *diagnostics(error, place, expected))
    return meant, unknown
