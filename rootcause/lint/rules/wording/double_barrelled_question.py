"""A question goes on behind "and", and only one answer is taken.

Whoever answers takes one half and leaves the other, and nobody sees which. Only a second question word or verb behind
"and" counts; "Was it fast and friendly?" is left to you.

Example:

    - {id: noticed, type: text, ask: "What went wrong and who noticed it?"}

Use instead:

    - {id: noticed, type: text, ask: "What went wrong?"}
    - {id: noticed_by, type: text, ask: "Who noticed it?"}
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.lint.context import Context
from rootcause.lint.rule import Found, Rule, at_value
from rootcause.lint.texts import Kind
from rootcause.lint.wording.search import texts_with
from rootcause.source.diagnostic import Severity

# Questionnaire appraisal: QAS-99 (Willis and Lessler), step 4c.
_KINDS = (Kind.ASK,)
_HELP = "ask them one after the other"


def _check(context: Context) -> Iterator[Found]:
    for wording, start, end in texts_with(context, "double-barrelled", _KINDS):
        if wording.text.count("?") > 1:  # which is told by several-questions
            continue
        message = f'a second question begins at "{wording.text[start:end]}"'
        yield at_value(wording.place, message, _HELP, within=(start, end))


RULE = Rule("RCW001", "double-barrelled-question", Severity.WARNING, _check)
