"""No question has a role without which the report says little: `problem`, `causes` or `actions`.

The report reads roles, never ids. Without `problem` (or `finding`) it has no title of its own and its summary does not
say what happened; a ladder without `causes` is no picture of causes; without `actions` nothing in it says who does
what until when.

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
          - {id: problem, type: text, ask: "What happened, seen from the customer?"}
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

from rootcause.lint.asked import Asked
from rootcause.lint.context import Context
from rootcause.lint.rule import Found, Rule, at_key, at_value
from rootcause.questionnaire.model import Part
from rootcause.questionnaire.model import ResponseType as Type
from rootcause.source.diagnostic import Severity

# A report is read when it says what happened, why, and who does what; all other roles add to it.
_NEEDED = (
    (("problem", "finding"), Part.WHAT, (Type.TEXT, Type.PARAGRAPH)),
    (("causes",), Part.WHY, (Type.LADDER,)),
    (("actions",), Part.DIFFERENT, (Type.LIST,)),
)


def _check(context: Context) -> Iterator[Found]:
    parts = {section.part for section, _ in context.sections}
    for roles, part, types in _NEEDED:
        if context.root is None or part not in parts or context.with_role(*roles):
            continue
        message = f'no question has "role: {roles[0]}", which the report needs'
        fitting = [asked for asked in context.asked if _fits(asked, part, types)]
        if len(fitting) == 1:
            yield at_value(fitting[0].place / "id", message, f'if it is asked here, add "role: {roles[0]}"')
        elif fitting or part is not Part.WHY:  # WHY without a ladder is told under a name of its own
            help = f'add "role: {roles[0]}" to the question that asks for it'
            yield at_key(context.root / "sections", message, help)


def _fits(asked: Asked, part: Part, types: tuple[Type, ...]) -> bool:
    """Whether the question could have the role: it stands where that is asked for, and has none yet."""
    question = asked.question
    return asked.outer is None and asked.section.part is part and question.type in types and question.role is None


RULE = Rule("RCA002", "missing-role", Severity.WARNING, _check, sound=True)
