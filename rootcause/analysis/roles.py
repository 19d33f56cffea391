"""Which role an answer fills.

What fills none is not lost; the report shows it under its own section of the questionnaire.
"""

from __future__ import annotations

from typing import Final

from rootcause.questionnaire.model import Question
from rootcause.questionnaire.roles import ROLES

MOMENTS: Final = ("started", "detected", "contained", "resolved")
STAGES: Final = ("trust_before", "trust_problem", "trust_after")
CUSTOMER: Final = "customer"
"""Whose names a report for customers does not tell; no place in a report."""


def role_of(question: Question) -> str | None:
    """The role of a question, if it gives the kind of answer that the role needs; a title or a mark is no list."""
    if question.role is None or question.role == CUSTOMER:
        return None
    fits = question.type in ROLES.get(question.role, ())
    needs_one_value = question.role == "finding" or question.role in STAGES
    return question.role if fits and not (needs_one_value and question.type.repeats) else None
