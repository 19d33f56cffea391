"""The checks of a question together refuse every answer.

Each of them lets something through, but nothing passes all of them, so the question stays open.

Example:
    - id: guests
      type: integer
      ask: How many guests were there?
      min: 0
      check:
        - {that: guests <= 20, else: At most 20 guests are welcome.}
        - {that: guests >= 50, else: It begins with 50 guests.}

Use instead:

    - id: guests
      type: integer
      ask: How many guests were there?
      min: 0
      check:
        - {that: guests <= 50, else: At most 50 guests are welcome.}
        - {that: guests >= 20, else: It begins with 20 guests.}
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.lint.asked import check_place
from rootcause.lint.context import Context
from rootcause.lint.rule import Found, Rule, at_value
from rootcause.source.diagnostic import Severity


def _check(context: Context) -> Iterator[Found]:
    proof = context.proof
    for key, asked in context.by_key.items():
        checks = asked.question.checks
        if len(checks) < 2 or proof.can_be_shown(key) is not True or proof.answer(key) is not False:
            continue
        passing = (proof.compiler.negated(proof.compiler.compile(check.that.root, asked.outer).no) for check in checks)
        if any(proof.answer(key, one, checked=False) is False for one in passing):
            continue  # one of them alone refuses everything, which is told
        places = [check_place(asked.place, index) / "that" for index in range(len(checks))]
        labels = tuple(place.label("and this must hold too") for place in places[1:])
        message = f'no answer to "{asked.question.id}" passes all of its checks'
        yield at_value(places[0], message, "change one of the checks", labels=labels)


RULE = Rule("RCL008", "deadlock", Severity.WARNING, _check, sound=True)
