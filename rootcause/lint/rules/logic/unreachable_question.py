"""No answers show the question, because conditions contradict each other.

It was proven: whatever is answered to the questions above, one of the conditions pointed at is not yes. Remember that
a condition on a question that was not asked is unknown, and unknown is not enough.

Example:
    - {id: late, type: yesno, ask: "Was it late?"}
    - {id: days, type: integer, ask: "How many days late?", min: 1, when: late}
    - {id: excuse, type: text, ask: "What was said instead?", when: not late and days > 2}

Example:
    - {id: guests, type: integer, ask: "How many guests were there?", min: 0}
    - {id: hall, type: text, ask: "Which hall was it?", when: guests < 20 and guests > 50}

Use instead:

    - {id: late, type: yesno, ask: "Was it late?"}
    - {id: days, type: integer, ask: "How many days late?", min: 1, when: late}
    - {id: excuse, type: text, ask: "What was said instead?", when: not late or days > 2}
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.lint.context import Context
from rootcause.lint.reachability.condition import Unreachable
from rootcause.lint.reachability.pointing import labels
from rootcause.lint.rule import Found, Rule, at_value
from rootcause.source.diagnostic import Severity


def _check(context: Context) -> Iterator[Found]:
    for key, asked in context.by_key.items():
        if asked.question.when is None or context.proof.can_be_shown(key) is not False:
            continue
        if asked.outer is not None and context.proof.can_be_shown(asked.outer.id) is False:
            continue
        if context.proof.can_be_asked(asked.section.id) is False:
            continue  # the section is told
        verdict = context.proof.reachable(key)
        if isinstance(verdict, Unreachable):
            message = f'no answers show the question "{asked.question.id}"'
            help = "change one of the conditions that contradict each other, or take the question out"
            yield at_value(asked.place / "when", message, help, labels=labels(context, verdict.chain))


RULE = Rule("RCL001", "unreachable-question", Severity.WARNING, _check, sound=True)
