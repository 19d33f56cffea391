"""Ways to solve it are asked with their cost, but the report cannot compare them.

The report says from which month a lasting improvement is cheaper than a quick fix that is paid for again and again.
For that it needs, in `each`, the field `kind` with the choices `quick` and `lasting`, and `recurs`: how many times a
year the quick fix has to be done again.

Example:

    - id: ways
      type: list
      role: options
      ask: Which ways are there to solve it?
      each:
        - {id: what, type: text, ask: "What would we do?"}
        - {id: one_off, type: money, ask: "What does it cost to do it once?"}

Use instead:

    - id: ways
      type: list
      role: options
      ask: Which ways are there to solve it?
      each:
        - {id: what, type: text, ask: "What would we do?"}
        - id: kind
          type: choice
          ask: Is it a quick fix or a lasting improvement?
          choices: {quick: A quick fix, lasting: A lasting improvement}
        - {id: one_off, type: money, ask: "What does it cost to do it once?"}
        - {id: recurs, type: number, min: 0, ask: "How many times a year is it done again?", when: kind == 'quick'}
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.lint.context import Context
from rootcause.lint.rule import Found, Rule, at_key
from rootcause.source.diagnostic import Severity

# Break-even, method O7 after CX Academy.


def _check(context: Context) -> Iterator[Found]:
    for asked in context.with_role("options"):
        fields = {item.field: item for item in asked.question.each}
        if "one_off" not in fields:
            continue
        kind = fields.get("kind")
        if kind is None or not {"quick", "lasting"} <= {choice.id for choice in kind.response.choices}:
            missing, help = "kind", "ask for kind in each, with the choices quick and lasting"
        elif "recurs" not in fields:
            missing, help = "recurs", "ask in each how many times a year a quick fix is done again: recurs"
        else:
            continue
        yield at_key(asked.place / "each", f'without "{missing}" the report cannot compare what these cost', help)


RULE = Rule("RCA010", "options-not-comparable", Severity.WARNING, _check)
