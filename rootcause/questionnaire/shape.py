"""The shape of a file: its values as records, or what pydantic finds wrong with it, in our words."""

from __future__ import annotations

from typing import cast

from rootcause.questionnaire import accepting
from rootcause.questionnaire.place import Place
from rootcause.questionnaire.written import FragmentDoc, QuestionnaireDoc
from rootcause.source.diagnostic import Diagnostic

Refused = tuple[Diagnostic, ...]


def questionnaire_at(place: Place) -> QuestionnaireDoc | Refused:
    """The whole questionnaire whose values stand at a place."""
    read = accepting.read_questionnaire(place.value)
    return read if read is not None else cast("QuestionnaireDoc | Refused", _validated(place, "QuestionnaireDoc"))


def fragment_at(place: Place) -> FragmentDoc | Refused:
    """The lists and sections for others whose values stand at a place."""
    read = accepting.read_fragment(place.value)
    return read if read is not None else cast("FragmentDoc | Refused", _validated(place, "FragmentDoc"))


def _validated(place: Place, model: str) -> object:
    """What pydantic makes of it: a document with the same fields as the record, or what is wrong."""
    from pydantic import ValidationError

    from rootcause.questionnaire import document
    from rootcause.questionnaire.messages import diagnostics

    expected = getattr(document, model)
    try:
        return expected.model_validate(place.value)
    except ValidationError as error:
        return tuple(diagnostics(error, place, expected))
