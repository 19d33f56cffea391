"""A text asks two questions, and only one answer is taken.

Whoever answers has to choose which of the two it is, and nobody sees later which one that was. Ask them one after the
other; the second can depend on the first.

Example:
    - id: noticed
      type: text
      ask: Who noticed it? And when?

Use instead:

    - id: noticed
      type: text
      ask: Who noticed it?
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.lint.context import Context
from rootcause.lint.rule import Found, Rule, at_value
from rootcause.lint.texts import Kind
from rootcause.source.diagnostic import Severity

# From questionnaire appraisal: QAS-99 (Willis and Lessler), step 4c, double-barrelled questions.


def _check(context: Context) -> Iterator[Found]:
    for wording in context.wordings:
        if wording.kind is not Kind.ASK or wording.text.count("?") < 2:
            continue
        first, last = wording.text.index("?"), wording.text.rindex("?")
        if last > first + 1:
            message = "two questions stand here, and one answer is taken"
            yield at_value(wording.place, message, "ask them one after the other", within=(first + 1, last + 1))


RULE = Rule("RCW007", "several-questions", Severity.WARNING, _check)
