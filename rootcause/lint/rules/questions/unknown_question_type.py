"""A question has a type that there is not.

The type says what counts as an answer. The help names the type that comes closest, or all of them.

Example:

    - id: told
      type: yes_no
      ask: Was the customer told?

Use instead:

    - id: told
      type: yesno
      ask: Was the customer told?
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCT001", "unknown-question-type", Severity.ERROR)
