"""A check that every answer passes.

It refuses nothing: `min` and `max`, or what is asked before, keep out what it looks for. Either it can go, or it was
meant otherwise.

Example:
    - id: guests
      type: integer
      ask: How many guests were there?
      min: 1
      check: {that: guests <= 50 or guests > 20, else: At most 50 guests are welcome.}

Use instead:

    - id: guests
      type: integer
      ask: How many guests were there?
      min: 1
      check: {that: guests <= 50, else: At most 50 guests are welcome.}
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
            if proof.answer(key, refused, checked=False) is False:
                message = f'every answer to "{asked.question.id}" passes this check'
                yield at_value(check_place(asked.place, index), message, "take it out, or say what it should refuse")


RULE = Rule("RCL007", "useless-check", Severity.WARNING, _check, sound=True)
