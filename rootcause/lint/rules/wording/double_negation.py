"""Two negations stand in one text.

They have to be turned round in the head before they can be answered, and some turn round only one.

Example:

    - {id: usual, type: yesno, ask: "Was it not unusual?"}

Use instead:

    - {id: usual, type: yesno, ask: "Was it usual?"}
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.lint.context import Context
from rootcause.lint.rule import Found, Rule, at_value
from rootcause.lint.texts import Kind
from rootcause.lint.wording.search import texts_with
from rootcause.source.diagnostic import Severity

# Questionnaire appraisal: QAS-99 (Willis and Lessler), step 3a; Tourangeau, Rips and Rasinski on comprehension.
_KINDS = (Kind.ASK, Kind.LABEL, Kind.CHOICE)
_HELP = "say it without the two negations"


def _check(context: Context) -> Iterator[Found]:
    for wording, start, end in texts_with(context, "double-negation", _KINDS):
        message = f'"{wording.text[start:end]}" negates twice'
        yield at_value(wording.place, message, _HELP, within=(start, end))


RULE = Rule("RCW004", "double-negation", Severity.WARNING, _check)
