"""The default of a question is no answer to it.

It would be offered, and refused when it is taken.

Example:

    - id: late_by
      type: integer
      ask: How many days late was it?
      required: false
      max: 60
      default: 90

Use instead:

    - id: late_by
      type: integer
      ask: How many days late was it?
      required: false
      max: 60
      default: 1
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCT007", "invalid-default", Severity.ERROR)
