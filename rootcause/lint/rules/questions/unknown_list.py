"""A question names a list of choices that there is not.

`list` names an entry of `lists`, of this file or of an included one. Without it the question offers nothing.

Example:

    - id: carrier
      type: choice
      ask: Who carried it?
      list: carriers

Use instead:

    - id: carrier
      type: choice
      ask: Who carried it?
      choices: {own: Our own van, partner: A partner}
      other: true
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCT004", "unknown-list", Severity.ERROR)
