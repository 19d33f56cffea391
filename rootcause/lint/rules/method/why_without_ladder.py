"""A section asks WHY, but no ladder leads from a cause to what made it possible.

One text for the causes is answered with the first that comes to mind, mostly what somebody did. A ladder asks again at
each cause, lets it have several causes of its own, and the report draws it as a tree with the root causes at its ends.

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
      - id: why
        part: why
        title: WHY it happened
        questions:
          - {id: cause, type: paragraph, ask: "What was the cause?"}
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
from rootcause.lint.rule import Found, Rule, at_value
from rootcause.questionnaire.model import Part, ResponseType
from rootcause.source.diagnostic import Severity


def _check(context: Context) -> Iterator[Found]:
    sections = [place for section, place in context.sections if section.part is Part.WHY]
    if sections and not any(asked.question.type is ResponseType.LADDER for asked in context.asked):
        message = "WHY is asked here without a ladder, so nobody looks below the first cause"
        help = 'ask for the causes with "type: ladder" and "role: causes"'
        yield at_value(sections[0] / "part", message, help)


RULE = Rule("RCA003", "why-without-ladder", Severity.WARNING, _check, sound=True)
