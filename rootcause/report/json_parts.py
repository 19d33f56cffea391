"""What follows from an analysis, as data for tools: the trace, options by effort and effect, findings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from rootcause.analysis.checks.finding import Finding
from rootcause.analysis.effort_and_effect import EffortAndEffect
from rootcause.analysis.traceability import Remembered, Traceability, TracedAction
from rootcause.case.model import Waiver
from rootcause.case.values import write_moment

Json = str | int | float | bool | None | Sequence["Json"] | Mapping[str, "Json"]


def traceability_data(traced: Traceability, *, for_customers: bool = False) -> dict[str, Json]:
    """Which actions act on which cause, the gaps by their numbers, how strong the actions are.

    Customers read which actions act on what, and nothing of what is missing.
    """
    gaps: dict[str, Json] = {
        "causes_without_action": [one.cause.number for one in traced.causes_without_action],
        "actions_without_cause": _numbers(traced.actions_without_cause),
        "actions_on_what_is_missing": _numbers(traced.actions_on_what_is_missing),
        "actions_without_test": _numbers(traced.actions_without_test),
        "unanswered": [*map(_remembered, traced.unanswered)],
    }
    return {
        "causes": [
            {
                "number": one.cause.number,
                "actions": _numbers(one.on_it),
                "from_above": _numbers(one.from_above),
                "covered": None if for_customers else one.is_covered,
                "evidence": None if for_customers else one.has_evidence,
            }
            for one in traced.causes
        ],
        "gaps": {name: [] for name in gaps} if for_customers else gaps,
        "strengths": msgspec.structs.asdict(traced.strengths),
    }


def _remembered(one: Remembered) -> dict[str, Json]:
    return {"role": one.role, "key": str(one.statement.key), "text": one.text}


def _numbers(actions: Iterable[TracedAction]) -> list[str]:
    return [one.number for one in actions]


def effort_and_effect_data(found: EffortAndEffect | None) -> Json:
    """Where the options stand, from 0 to 1, by what, and the numbers of those left out."""
    if found is None:
        return None
    return {
        "effort_by": found.effort_by,
        "effect_by": found.effect_by,
        "options": [
            {"number": one.option.number, "effort": round(one.effort, 4), "effect": round(one.effect, 4)}
            for one in found.placed
        ],
        "left_out": [option.number for option in found.left_out],
    }


def finding_data(one: Finding) -> dict[str, Json]:
    """One finding; `waiver` is null, or why it may stand."""
    return {
        "code": one.code,
        "check": one.name,
        "severity": one.severity,
        "message": one.message,
        "question": one.question,
        "where": one.where,
        "key": None if one.key is None else str(one.key),
        "waiver": None if one.waiver is None else _waiver(one.waiver),
    }


def _waiver(waiver: Waiver) -> dict[str, Json]:
    when = None if waiver.when is None else write_moment(waiver.when)
    return {"reason": waiver.reason, "who": waiver.who, "when": when}
