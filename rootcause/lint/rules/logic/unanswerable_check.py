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
from rootcause.lint.reachability.checks import check_place
from rootcause.lint.rule import Found, Rule, at_value
from rootcause.source.diagnostic import Severity


def _check(context: Context) -> Iterator[Found]:
    proof = context.proof
    for key, asked in context.by_key.items():
        if not asked.question.checks or proof.can_be_shown(key) is not True:
            continue
        for index, check in enumerate(asked.question.checks):
            refused = proof.compiler.compile(check.that.root, asked.outer).no
            if proof.answer(key, proof.compiler.negated(refused), checked=False) is False:
                message = f'no answer to "{asked.question.id}" passes this check'
                yield at_value(check_place(asked.place, index), message, "say what an answer must be")


RULE = Rule("RCL006", "unanswerable-check", Severity.WARNING, _check, sound=True)
