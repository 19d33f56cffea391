"""A key stands twice in one mapping.

Of two keys with one name most readers of YAML keep the last without a word, so a question, a choice or a condition
would be lost. Here neither is dropped in silence.

Example:
    - id: delay
      type: integer
      ask: How many days late was it?
      hint: Count working days.
      hint: Count from the promised day.

Use instead:

    - id: delay
      type: integer
      ask: How many days late was it?
      hint: Count working days, from the promised day.
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCY019", "duplicate-key", Severity.ERROR)
