"""A ladder never ends: it has no `max`, and nothing makes its `stop_when` yes.

Whoever answers is asked for one cause below the other until they say that they do not know further.

Example:
    - id: deeper
      type: ladder
      ask: What led to the delay?
      next: What led to that?
      stop_when: fixable and not fixable
      each:
        - {id: because, type: text, ask: "Because of what?"}
        - {id: fixable, type: yesno, ask: "Can it be changed?"}

Use instead:

    - id: deeper
      type: ladder
      ask: What led to the delay?
      next: What led to that?
      stop_when: fixable
      max: 7
      each:
        - {id: because, type: text, ask: "Because of what?"}
        - {id: fixable, type: yesno, ask: "Can it be changed?"}
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.lint.context import Context
from rootcause.lint.rule import Found, Rule, at_value
from rootcause.questionnaire.model import ResponseType
from rootcause.source.diagnostic import Severity


def _check(context: Context) -> Iterator[Found]:
    proof = context.proof
    for key, asked in context.by_key.items():
        question = asked.question
        if question.type is not ResponseType.LADDER or question.stop_when is None or question.response.max is not None:
            continue
        stops = proof.compiler.compile(question.stop_when.root, question).yes
        if proof.can_be_shown(key) is True and proof.never((proof.compiler.shown(key), stops)):
            message = f'nothing ends the ladder "{key}": this is never yes, and there is no "max"'
            yield at_value(asked.place / "stop_when", message, 'add "max", or say when it stops')


RULE = Rule("RCL009", "endless-ladder", Severity.WARNING, _check, sound=True)
