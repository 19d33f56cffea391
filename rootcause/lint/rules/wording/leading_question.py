"""A question says which answer is wanted.

People tend to agree with whoever asks, the more so when they fear trouble. What is wanted to be heard is heard, and the
cause stays where it was.

Example:

    - {id: checked, type: yesno, ask: "Don't you check every parcel?"}

Use instead:

    - {id: checked, type: text, ask: "Which parcels are checked?"}
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.lint.context import Context
from rootcause.lint.rule import Found, Rule, at_value
from rootcause.lint.texts import Kind
from rootcause.lint.wording.search import texts_with
from rootcause.source.diagnostic import Severity

# Questionnaire appraisal: QAS-99 (Willis and Lessler), steps 3c and 4; Dillman on unequal wordings.
_KINDS = (Kind.ASK,)
_HELP = "ask so that every answer is as welcome as the others"


def _check(context: Context) -> Iterator[Found]:
    for wording, start, end in texts_with(context, "leading", _KINDS):
        message = f'"{wording.text[start:end]}" suggests an answer'
        yield at_value(wording.place, message, _HELP, within=(start, end))


RULE = Rule("RCW002", "leading-question", Severity.WARNING, _check)
