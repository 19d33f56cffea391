"""A check refuses every answer.

Whatever somebody answers is not taken, so the question stays open. Often a comparison is turned round.

Example:
    - id: guests
      type: integer
      ask: How many guests were there?
      min: 1
      check: {that: guests < 20 and guests > 50, else: At most 20 guests are welcome.}

Use instead:

    - id: guests
      type: integer
      ask: How many guests were there?
      min: 1
      check: {that: guests <= 20, else: At most 20 guests are welcome.}
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.lint.context import Context
from rootcause.lint.reachability.checks import refusing
from rootcause.lint.rule import Found, Rule, at_value
from rootcause.source.diagnostic import Severity


def _check(context: Context) -> Iterator[Found]:
    proof = context.proof
    for check in refusing(context):
        if proof.answer(check.key, proof.compiler.negated(check.refused), checked=False) is False:
            message = f'no answer to "{check.id}" passes this check'
            yield at_value(check.place, message, "say what an answer must be")


RULE = Rule("RCL006", "unanswerable-check", Severity.WARNING, _check, sound=True)
