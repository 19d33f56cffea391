"""A question asks whether somebody agrees with a statement.

Some people agree with whatever they are asked, so the answers lean to yes. Ask for the thing itself and offer answers
of its own.

Example:

    - {id: in_time, type: yesno, ask: "Do you agree that the answer came in time?"}

Use instead:

    - {id: waited, type: duration, ask: "How long did you wait for the answer?"}
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.lint.context import Context
from rootcause.lint.rule import Found, Rule, at_value
from rootcause.lint.texts import Kind
from rootcause.lint.wording.search import texts_with
from rootcause.source.diagnostic import Severity

# Acquiescence: Saris, Revilla, Krosnick and Shaeffer (2010), questions with item-specific response options.
_KINDS = (Kind.ASK,)
_HELP = "ask for the thing itself, with answers of its own"


def _check(context: Context) -> Iterator[Found]:
    for wording, start, end in texts_with(context, "agreement", _KINDS):
        message = f'"{wording.text[start:end]}" invites people to agree'
        yield at_value(wording.place, message, _HELP, within=(start, end))


RULE = Rule("RCW010", "agree-disagree", Severity.INFO, _check)
