"""No answers show the section, because its condition contradicts itself or others.

None of its questions is ever asked. It was proven: whatever is answered, one of the conditions pointed at is not yes.

Example:
    - id: who
      part: what
      title: Who was there
      questions:
        - {id: size, type: choice, ask: "How large was it?", choices: {small: Small, large: Large}}
    - id: hall
      part: what
      title: The hall
      when: size == 'small' and size == 'large'
      questions:
        - {id: name, type: text, ask: "Which hall was it?"}

Use instead:

    - id: who
      part: what
      title: Who was there
      questions:
        - {id: size, type: choice, ask: "How large was it?", choices: {small: Small, large: Large}}
    - id: hall
      part: what
      title: The hall
      when: size == 'large'
      questions:
        - {id: name, type: text, ask: "Which hall was it?"}
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.lint.context import Context
from rootcause.lint.reachability.condition import Unreachable
from rootcause.lint.reachability.pointing import labels
from rootcause.lint.rule import Found, Rule, at_value
from rootcause.source.diagnostic import Severity


def _check(context: Context) -> Iterator[Found]:
    for section, place in context.sections:
        if section.when is None or context.proof.can_be_asked(section.id) is not False:
            continue
        verdict = context.proof.section_reachable(section.id)
        if isinstance(verdict, Unreachable):
            message = f'no answers show the section "{section.id}"'
            help = "change one of the conditions that contradict each other, or take the section out"
            yield at_value(place / "when", message, help, labels=labels(context, verdict.chain))


RULE = Rule("RCL002", "unreachable-section", Severity.WARNING, _check, sound=True)
