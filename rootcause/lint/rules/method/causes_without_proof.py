"""Causes are collected, but not how each of them is known.

A cause that everybody believes and nobody has looked up leads to actions that change nothing. The report shows what
the fields `proof` and `evidence` of a cause hold. This rule is off unless it is selected, for anybody can say of every
answer how sure they are, and give evidence, without being asked.

Example:

    - id: reasons
      type: ladder
      role: causes
      ask: What delayed it?
      next: What made that possible?
      each:
        - {id: because, type: text, ask: "What was the cause?"}

Use instead:

    - id: reasons
      type: ladder
      role: causes
      ask: What delayed it?
      next: What made that possible?
      each:
        - {id: because, type: text, ask: "What was the cause?"}
        - {id: evidence, type: text, ask: "Where can that be looked up?", required: false}
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.lint.context import Context
from rootcause.lint.rule import Found, Rule, at_key
from rootcause.source.diagnostic import Severity


def _check(context: Context) -> Iterator[Found]:
    ladders = context.with_role("causes")
    fields = {item.field for asked in ladders for item in asked.question.each}
    if ladders and fields.isdisjoint(("proof", "evidence")):
        message = "these causes do not say how they are known"
        help = "ask for it in each, with the id or role proof or evidence"
        yield at_key(ladders[0].place / "each", message, help)


RULE = Rule("RCA009", "causes-without-proof", Severity.INFO, _check, on=False)
