"""A question that yes and no do not answer takes only yes and no.

Whoever is asked "How did it come to light?" and may only say yes has to skip it or to guess what was meant.

Example:

    - {id: noticed, type: yesno, ask: "How was it noticed?"}

Use instead:

    - {id: noticed, type: text, ask: "How was it noticed?"}
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.lint.context import Context
from rootcause.lint.rule import Found, Rule, at_value
from rootcause.lint.texts import Kind
from rootcause.lint.wording.search import texts_with
from rootcause.questionnaire.model import ResponseType
from rootcause.source.diagnostic import Severity

_HELP = "give it another type, or begin it with a verb"


def _check(context: Context) -> Iterator[Found]:
    for wording, start, end in texts_with(context, "asks-openly", (Kind.ASK,), (ResponseType.YESNO,)):
        if wording.text.count("?") < 2:
            message = f'"{wording.text[start:end]}" asks for more than yes or no'
            yield at_value(wording.place, message, _HELP, within=(start, end))


RULE = Rule("RCW011", "closed-question", Severity.WARNING, _check)
