"""A question has a role that the report does not know.

The report reads roles, never ids. An answer with a mistyped role would be missing from it without a word.

Example:

    - id: noticed
      type: paragraph
      ask: How was it noticed?
      role: detecton

Use instead:

    - id: noticed
      type: paragraph
      ask: How was it noticed?
      role: detection
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCI006", "unknown-role", Severity.ERROR)
