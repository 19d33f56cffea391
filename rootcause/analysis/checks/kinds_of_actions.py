"""Which kinds of action there are: those that prevent, detect, mitigate."""

from __future__ import annotations

from rootcause.analysis.checks.asked import all_done, said_of_all
from rootcause.analysis.checks.examined import Examined
from rootcause.analysis.statement import Statement


def list_without(kind: str, examined: Examined) -> Statement | None:
    """The list of actions when nobody has more to add, it offers that kind, and no action is of it; else None."""
    done = all_done(examined, "actions")
    said = said_of_all(examined.analysis.actions, "kind")
    if not done or said is None or kind in said:
        return None
    questions = examined.record.questionnaire.questions
    asked = (questions[one.key.question].item("kind") for one in done)
    is_offered = any(one is not None and any(choice.id == kind for choice in one.response.choices) for one in asked)
    return done[0] if is_offered else None
