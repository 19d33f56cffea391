"""The shape of a file: its values as records, and what pydantic finds wrong with it, in our words.

A key that is not known keeps nobody from reading on: it is taken for the one that was meant, or left out.
"""

from __future__ import annotations

from typing import cast

from rootcause.questionnaire import accepting
from rootcause.questionnaire.place import Place
from rootcause.questionnaire.written import FragmentDoc, QuestionnaireDoc
from rootcause.source.diagnostic import Diagnostic

Problems = tuple[Diagnostic, ...]


def questionnaire_at(place: Place) -> tuple[QuestionnaireDoc | None, Problems]:
    """The whole questionnaire whose values stand at a place, as far as it can be read, and what is wrong with it."""
    read = accepting.read_questionnaire(place.value)
    if read is not None:
        return read, ()
    return cast("tuple[QuestionnaireDoc | None, Problems]", _validated(place, "QuestionnaireDoc"))


def fragment_at(place: Place) -> tuple[FragmentDoc | None, Problems]:
    """The same for lists and sections that are made for others."""
    read = accepting.read_fragment(place.value)
    return (
        (read, ())
        if read is not None
        else cast("tuple[FragmentDoc | None, Problems]", _validated(place, "FragmentDoc"))
    )


def _validated(place: Place, model: str) -> tuple[object | None, Problems]:
    """What pydantic makes of it: a document with the same fields as the record, and what is wrong."""
    from pydantic import ValidationError

    from rootcause.questionnaire import document
    from rootcause.questionnaire.messages import diagnostics, with_known_keys

    expected = getattr(document, model)
    try:
        return expected.model_validate(place.value), ()
    except ValidationError as error:
        found = tuple(diagnostics(error, place, expected))
        meant = with_known_keys(error, place, expected)
    unknown = tuple(diagnostic for diagnostic in found if diagnostic.rule == "unknown-key")
    if not unknown:
        return None, found
    try:
        return expected.model_validate(meant), unknown
    except ValidationError as error:
        return None, (*unknown, *diagnostics(error, place, expected))
