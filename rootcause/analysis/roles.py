"""Which role an answer can fill: a role counts only when the question gives the kind of answer it needs.

What fills no role is not lost; the report shows it under its own section of the questionnaire.
"""

from __future__ import annotations

from typing import Final

from rootcause.questionnaire.model import Question, ResponseType

MOMENTS: Final = ("started", "detected", "contained", "resolved")

_NEEDS: Final = {
    "causes": (ResponseType.LADDER,),
    "timeline": (ResponseType.LIST,),
    "options": (ResponseType.LIST,),
    "actions": (ResponseType.LIST,),
    "reach_unhappy": (ResponseType.INTEGER,),
    "reach_happy": (ResponseType.INTEGER,),
    **dict.fromkeys(MOMENTS, (ResponseType.DATE, ResponseType.DATETIME)),
}
_LIST_OR_SIMPLE: Final = frozenset(
    {
        *("impact", "detection", "escape", "recovery", "follow_up"),
        *("went_well", "went_badly", "lucky", "lessons", "other_problems"),
    }
)
_SIMPLE: Final = frozenset(
    {
        *("finding", "problem", "story", "opportunity", "surface_issue", "underlying_issue", "cause_kinds"),
        *("decision", "decision_reason", "contingency", "interim_fix", "interim_fix_end"),
        *("trust_before", "trust_problem", "trust_after"),
    }
)


def role_of(question: Question) -> str | None:
    """The role that this question fills in the report, or None."""
    role, type = question.role, question.type
    fills = (
        type in _NEEDS.get(role or "", ())
        or (role in _LIST_OR_SIMPLE and type is not ResponseType.LADDER)
        or (role in _SIMPLE and not type.repeats)
    )
    return role if fills else None
