"""A condition that no test of the file makes true, or none makes false.

A file with tests says what must stay so when it is changed. A question that is asked under a condition is where that
matters most: one test that shows it, one that hides it. What an included file brings is left to the tests of others.

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
      - name: our own van is not asked about
        answers: {partner: false}
        hidden: [partner_told]

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

from rootcause.lint.asked import Asked
from rootcause.lint.context import Context
from rootcause.lint.rule import Found, Rule, at_value
from rootcause.source.diagnostic import Severity


def never_shown(context: Context) -> tuple[Asked, ...]:
    """The questions of the file itself that have a condition and that no test shows."""
    ever = frozenset().union(*(rehearsal.shown for rehearsal in context.rehearsals))
    return tuple(asked for asked in _conditional(context) if asked.question.id not in ever)


def never_hidden(context: Context) -> tuple[Asked, ...]:
    """The questions of the file itself that have a condition and that every test shows, also when there is none."""
    hidden = [frozenset(context.loaded.places) - rehearsal.shown for rehearsal in context.rehearsals]
    ever = frozenset[str]().union(*hidden)
    return tuple(asked for asked in _conditional(context) if asked.question.id not in ever)


def _conditional(context: Context) -> Iterator[Asked]:
    for asked in context.asked:
        if asked.outer is None and asked.place.tree is context.tree and asked.question.when is not None:
            yield asked


def _check(context: Context) -> Iterator[Found]:
    if not context.rehearsals:
        return
    unseen = never_shown(context)
    for asked in unseen:
        id = asked.question.id
        yield at_value(asked.place / "when", f'no test shows "{id}"', "add a test with answers that meet this")
    for asked in never_hidden(context):
        if asked not in unseen:
            id = asked.question.id
            yield at_value(asked.place / "when", f'no test hides "{id}"', "add a test with answers that miss this")


RULE = Rule("RCV002", "untested-question", Severity.INFO, _check, sound=True)
