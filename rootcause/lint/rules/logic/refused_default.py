"""The default of a question is refused by its own check.

It is offered as the answer, and whoever takes it is told that it is not taken.

Example:
    - id: guests
      type: integer
      ask: How many guests were there?
      min: 0
      required: false
      default: 0
      check: {that: guests > 0, else: Somebody was there.}

Use instead:

    - id: guests
      type: integer
      ask: How many guests were there?
      min: 0
      required: false
      default: 1
      check: {that: guests > 0, else: Somebody was there.}
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.lint.context import Context
from rootcause.lint.reachability.checks import is_exactly
from rootcause.lint.rule import Found, Rule, at_value
from rootcause.questionnaire.model import Literal
from rootcause.source.diagnostic import Severity


def _check(context: Context) -> Iterator[Found]:
    proof = context.proof
    for key, asked in context.by_key.items():
        default = asked.question.default
        if not asked.question.checks or not isinstance(default, Literal) or proof.answer(key) is not True:
            continue
        taken = is_exactly(proof, key, default.raw)
        if taken is not None and proof.answer(key, taken) is False:
            label = (asked.place / "check").label("what refuses it stands here")
            message = f'the default of "{asked.question.id}" is refused by its own check'
            yield at_value(asked.place / "default", message, "offer an answer that is taken", labels=(label,))


RULE = Rule("RCL010", "refused-default", Severity.WARNING, _check, sound=True)
