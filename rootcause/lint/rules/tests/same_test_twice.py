"""Two tests give the same answers.

They run the same way twice. Mostly one was copied and the answers that should differ were forgotten, so what the second
name says is not tested.

Example:

    tests:
      - name: the causes are asked for
        answers: {problem: The parcel came late}
        shown: [causes]
      - name: the actions are asked for without a problem
        answers: {problem: The parcel came late}
        shown: [actions]

Use instead:

    tests:
      - name: the causes are asked for
        answers: {problem: The parcel came late}
        shown: [causes]
      - name: the actions are asked for without a problem
        answers: {}
        shown: [actions]
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.lint.context import Context
from rootcause.lint.rule import Found, Rule, at_value
from rootcause.source.diagnostic import Severity


def _check(context: Context) -> Iterator[Found]:
    if context.questionnaire is None or context.root is None:
        return
    seen: dict[str, int] = {}
    for index, example in enumerate(context.questionnaire.examples):
        # The order of the answers makes no difference, and neither does how they are written down.
        given = repr((example.today, sorted(example.answers.items())))
        first = seen.setdefault(given, index)
        if first != index:
            message = f'this test gives the same answers as "{context.questionnaire.examples[first].name}"'
            other = context.root.at("tests", first, "name").label("the same answers")
            at = context.root.at("tests", index, "name")
            yield at_value(at, message, "let it differ, or say both in one test", labels=(other,))


RULE = Rule("RCV004", "same-test-twice", Severity.WARNING, _check)
