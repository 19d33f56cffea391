"""A check that no test of the file lets refuse an answer.

A check that is written the wrong way round refuses what is right, and only the person who answers notices. One test
with an answer that must not be taken shows that it does its work. What an included file brings is left to the tests of
others.

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
          - {id: problem, type: text, role: problem, ask: "What happened?"}
          - {id: promised, type: date, ask: "When was it promised?"}
          - id: arrived
            type: date
            ask: When did it arrive?
            check: {that: arrived >= promised, else: That is before the promised day.}
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
      - name: an arrival on the promised day is taken
        answers: {promised: "2026-01-05", arrived: "2026-01-05"}
        shown: [arrived]

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
          - {id: promised, type: date, ask: "When was it promised?"}
          - id: arrived
            type: date
            ask: When did it arrive?
            check: {that: arrived >= promised, else: That is before the promised day.}
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
      - name: an arrival on the promised day is taken
        answers: {promised: "2026-01-05", arrived: "2026-01-05"}
        shown: [arrived]
      - name: an arrival before the promised day is refused
        answers: {promised: "2026-01-05", arrived: "2026-01-03"}
        refused: [arrived]
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.lint.context import Context
from rootcause.lint.rule import Found, Rule, at_key
from rootcause.source.diagnostic import Severity


def _check(context: Context) -> Iterator[Found]:
    if not context.rehearsals:
        return
    refused = frozenset().union(*(rehearsal.refused for rehearsal in context.rehearsals))
    for asked in context.asked:
        question = asked.question
        own = asked.outer is None and asked.place.tree is context.tree
        if own and question.checks and question.id not in refused:
            message = f'no test has an answer to "{question.id}" that is refused'
            yield at_key(asked.place / "check", message, f"add a test with such an answer and refused: [{question.id}]")


RULE = Rule("RCV003", "untested-check", Severity.INFO, _check, sound=True)
