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
from rootcause.lint.reachability.checks import refusing
from rootcause.lint.rule import Found, Rule, at_value
from rootcause.source.diagnostic import Severity


def _check(context: Context) -> Iterator[Found]:
    proof = context.proof
    for check in refusing(context):
        if proof.answer(check.key, check.refused, checked=False) is False:
            message = f'every answer to "{check.id}" passes this check'
            yield at_value(check.place, message, "take it out, or say what it should refuse")


RULE = Rule("RCL007", "useless-check", Severity.WARNING, _check, sound=True)
