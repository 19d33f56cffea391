"""A question that must be answered comes with the answer.

A default is taken by pressing Enter, so nobody can tell later whether it was thought about. Let people answer what has
to be answered. A default that is computed from earlier answers says something, and so does one of a question that may
be skipped.

Example:

    - id: late_by
      type: integer
      ask: How many days late was it?
      min: 0
      default: 1

Use instead:

    - id: late_by
      type: integer
      ask: How many days late was it?
      min: 0
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.lint.context import Context
from rootcause.lint.rule import Found, Rule, at_key
from rootcause.questionnaire.model import Literal
from rootcause.source.diagnostic import Severity


def _check(context: Context) -> Iterator[Found]:
    for asked in context.asked:
        if asked.question.required and isinstance(asked.question.default, Literal):
            message = "an answer is required here, and the default gives it for the person"
            yield at_key(asked.place / "default", message, "leave it out, or write required: false")


RULE = Rule("RCT009", "default-on-required", Severity.WARNING, _check)
