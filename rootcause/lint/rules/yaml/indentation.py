"""A line stands in a column of its own.

What belongs together starts in one column. A line that stands deeper than its neighbours goes on with the text above
it, and one that stands between two columns belongs to nothing.

Example:

    - id: refunded
      type: yesno
        ask: Was the money paid back?

Example:

    - id: refunded
      type: yesno
     ask: Was the money paid back?

Use instead:

    - id: refunded
      type: yesno
      ask: Was the money paid back?
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCY003", "indentation", Severity.ERROR)
