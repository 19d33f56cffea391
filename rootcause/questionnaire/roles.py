"""The roles that a question can have: what its answer means to the analysis."""

from __future__ import annotations

from collections.abc import Mapping

from rootcause.questionnaire.model import ResponseType

_T = ResponseType
_MOMENT = frozenset((_T.DATETIME, _T.DATE))
_ANY: frozenset[ResponseType] = frozenset(_T)

ROLES: Mapping[str, frozenset[ResponseType]] = {
    **dict.fromkeys(
        (
            "problem",
            "finding",
            "story",
            "impact",
            "opportunity",
            "surface_issue",
            "underlying_issue",
            "detection",
            "escape",
            "cause_kinds",
            "decision",
            "decision_reason",
            "contingency",
            "interim_fix",
            "recovery",
            "follow_up",
            "trust_before",
            "trust_problem",
            "trust_after",
            "went_well",
            "went_badly",
            "lucky",
            "lessons",
            "other_problems",
        ),
        _ANY,
    ),
    **dict.fromkeys(("started", "detected", "contained", "resolved"), _MOMENT),
    **dict.fromkeys(("timeline", "options", "actions"), frozenset((_T.LIST,))),
    **dict.fromkeys(("reach_unhappy", "reach_happy"), frozenset((_T.INTEGER,))),
    "interim_fix_end": frozenset((_T.DATE,)),
    **dict.fromkeys(("product", "part"), frozenset((_T.TEXT, _T.CHOICE, _T.CHOICES))),
    "customer": frozenset((_T.TEXT, _T.PERSON)),
    "causes": frozenset((_T.LADDER,)),
}
"""Each role and the types of question that can have it."""
