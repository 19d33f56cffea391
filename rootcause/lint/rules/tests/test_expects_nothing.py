"""A test does not say what must follow from its answers.

It only fails when an answer is not taken. Say what it is about with `shown`, `hidden`, `computed` or `refused`.

Example:

    tests:
      - name: the causes are asked for
        answers: {problem: The parcel came late}

Use instead:

    tests:
      - name: the causes are asked for
        answers: {problem: The parcel came late}
        shown: [causes]
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.lint.context import Context
from rootcause.lint.rule import Found, Rule, at_value
from rootcause.source.diagnostic import Severity


def _check(context: Context) -> Iterator[Found]:
    if context.questionnaire is None or context.root is None:
        return
    for index, example in enumerate(context.questionnaire.examples):
        if not (example.shown or example.hidden or example.computed or example.refused):
            message = "this test does not say what must follow from its answers"
            at = context.root.at("tests", index, "name")
            yield at_value(at, message, "add shown, hidden, computed or refused")


RULE = Rule("RCV005", "test-expects-nothing", Severity.WARNING, _check)
