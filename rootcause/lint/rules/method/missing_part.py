"""A questionnaire has no section for WHAT happened, WHY, or what will be DIFFERENT.

The three parts need each other: without WHAT the causes are guessed, without WHY the actions treat what is seen, and
without DIFFERENT it happens again. A questionnaire that makes good what one customer suffered (`role: recovery`) and
asks whether that was enough (`role: follow_up`) needs no WHY; one that only prepares (`part: prepare`) needs none of
the three.

Example:

    rootcause: 1
    id: late-delivery
    version: 1.0.0
    title: Late deliveries
    sections:
      - id: what
        part: what
        title: WHAT happened
        questions:
          - {id: problem, type: text, role: problem, ask: "What happened, seen from the customer?"}
      - id: different
        part: different
        title: DIFFERENT from now on
        questions:
          - id: actions
            type: list
            role: actions
            ask: Which actions follow?
            each:
              - {id: what, type: text, ask: "What will be done?"}
              - {id: owner, type: person, ask: "Who sees to it?"}
              - {id: due, type: date, ask: "By which day?"}

Use instead:

    rootcause: 1
    id: late-delivery
    version: 1.0.0
    title: Late deliveries
    sections:
      - id: what
        part: what
        title: WHAT happened
        questions:
          - {id: problem, type: text, role: problem, ask: "What happened, seen from the customer?"}
      - id: why
        part: why
        title: WHY it happened
        questions:
          - id: causes
            type: ladder
            role: causes
            ask: What led to it?
            next: What made that possible?
            each:
              - {id: because, type: text, ask: "What was the cause?"}
      - id: different
        part: different
        title: DIFFERENT from now on
        questions:
          - id: actions
            type: list
            role: actions
            ask: Which actions follow?
            each:
              - {id: what, type: text, ask: "What will be done?"}
              - {id: owner, type: person, ask: "Who sees to it?"}
              - {id: due, type: date, ask: "By which day?"}
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.lint.context import Context
from rootcause.lint.rule import Found, Rule, at_key
from rootcause.questionnaire.model import Part
from rootcause.source.diagnostic import Severity

_ASKS = {
    Part.WHAT: "what happened",
    Part.WHY: "why it happened",
    Part.DIFFERENT: "what will be different",
}


def _check(context: Context) -> Iterator[Found]:
    there = {section.part for section, _ in context.sections}
    if context.root is None or there == {Part.PREPARE}:
        return
    for part, asks in _ASKS.items():
        if part not in there and not (part is Part.WHY and _makes_good(context)):
            help = f'add a section with "part: {part}"'
            yield at_key(context.root / "sections", f"no section asks {asks}", help)


def _makes_good(context: Context) -> bool:
    """Whether it resolves one complaint, which asks for no causes (method C, Patrick Leask)."""
    return bool(context.with_role("recovery") and context.with_role("follow_up"))


RULE = Rule("RCA001", "missing-part", Severity.WARNING, _check, sound=True)
