"""A questionnaire with conditions has no tests.

Whoever changes a question sees no more than that one. Tests in the file say which answers show a question, hide it, or
are refused, and are run whenever the file is checked. This rule is off unless it is selected.

Example:

    - {id: partner, type: yesno, ask: "Did a partner carry it?"}
    - {id: partner_told, type: yesno, ask: "Did the partner tell us first?", when: partner}

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
          - {id: problem, type: text, role: problem, ask: "What happened?"}
          - {id: partner, type: yesno, ask: "Did a partner carry it?"}
          - {id: partner_told, type: yesno, ask: "Did the partner tell us first?", when: partner}
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
    tests:
      - name: a partner is asked about
        answers: {partner: true}
        shown: [partner_told]
      - name: our own van is not asked about
        answers: {partner: false}
        hidden: [partner_told]
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.lint.context import Context
from rootcause.lint.rule import Found, Rule, at_value
from rootcause.source.diagnostic import Severity


def _check(context: Context) -> Iterator[Found]:
    if context.questionnaire is None or context.root is None or context.questionnaire.examples:
        return
    if any(asked.question.when is not None and asked.place.tree is context.tree for asked in context.asked):
        message = "this questionnaire asks under conditions and has no tests"
        yield at_value(context.root / "id", message, "add tests that show a question and hide it")


RULE = Rule("RCV006", "no-tests", Severity.INFO, _check, on=False)
