"""Whether a question can be shown was not decided: the proof took too long.

Nothing is wrong with it as far as is known. Conditions that hang together in so many ways are hard to follow for people
too; a computed question in between often helps.
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.lint.context import Context
from rootcause.lint.reachability.search import UNDECIDED
from rootcause.lint.rule import Found, Rule, at_value
from rootcause.source.diagnostic import Severity


def _check(context: Context) -> Iterator[Found]:
    for key, asked in context.by_key.items():
        if asked.question.when is not None and context.proof.can_be_shown(key) is UNDECIDED:
            message = f'it was not decided whether "{asked.question.id}" can be shown'
            yield at_value(asked.place / "when", message, "a test that shows it says so for certain")


RULE = Rule("RCL011", "not-decided", Severity.INFO, _check, sound=True)
