"""An id is a word that has a meaning of its own.

In an expression `today` is the day, `index` the number of a row and `not` a sign; a question of that name could not
be named. In an answers file `why` holds the causes of a cause.

Example:

    - id: today
      type: text
      ask: What is the state today?

Use instead:

    - id: state_today
      type: text
      ask: What is the state today?
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCI003", "reserved-id", Severity.ERROR)
