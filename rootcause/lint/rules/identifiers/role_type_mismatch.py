"""A question has a role that needs an answer of another type.

Times are subtracted, actions are counted and causes are drawn as a tree; of a plain text none of this can be made.

Example:

    - id: noticed
      type: text
      ask: On which day was it noticed?
      role: detected

Use instead:

    - id: noticed
      type: date
      ask: On which day was it noticed?
      role: detected
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCI007", "role-type-mismatch", Severity.ERROR)
