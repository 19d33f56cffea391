"""A test in the file does not hold.

The questionnaire does not do what its author wrote that it does. Either the test or the questionnaire is wrong; which
of the two, the author knows.

Example:

    tests:
      - name: the first cause is asked for when the problem is known
        answers: {problem: The parcel came late}
        hidden: [causes]

Use instead:

    tests:
      - name: the first cause is asked for when the problem is known
        answers: {problem: The parcel came late}
        shown: [causes]
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.lint.context import Context
from rootcause.lint.rule import Found, Rule, subject
from rootcause.questionnaire.place import Place
from rootcause.source.diagnostic import Severity


def _check(context: Context) -> Iterator[Found]:
    for rehearsal in context.rehearsals:
        for failure in rehearsal.failures:
            if context.tree is not None:
                told = failure.diagnostic(context.tree)
                at = subject(Place(context.tree, ("tests", *failure.where)))
                yield Found(told.source, told.span, told.message, told.help, subject=at)


RULE = Rule("RCV001", "failing-test", Severity.ERROR, _check, sound=True)
