"""A key stands at a question whose type has no use for it.

It would have no effect. Either the type is another than was meant, or the key is left from before the type was
changed.

Example:

    - id: arrived
      type: date
      ask: On which day did it arrive?
      max_length: 20

Use instead:

    - id: arrived
      type: date
      ask: On which day did it arrive?
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCT005", "useless-key", Severity.ERROR)
