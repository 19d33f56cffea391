"""Nothing lies between the least and the most that a question takes.

Every answer would be refused, so nobody gets past the question. Most often `min` and `max` are exchanged, or more
choices are to be picked than there are.

Example:

    - id: late_by
      type: integer
      ask: How many days late was it?
      min: 60
      max: 1

Use instead:

    - id: late_by
      type: integer
      ask: How many days late was it?
      min: 1
      max: 60
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCT006", "impossible-range", Severity.ERROR)
