"""An expression compares or joins what does not belong together.

A number is not a text, a set of choices is not one of them, and a number alone is no condition. Nothing is
converted in silence, and the help says what to write.

Example:

    - id: affected
      type: integer
      ask: How many customers were affected?
      min: 0
    - id: told_all
      type: paragraph
      ask: How were they told?
      when: affected > '100'

Use instead:

    - id: affected
      type: integer
      ask: How many customers were affected?
      min: 0
    - id: told_all
      type: paragraph
      ask: How were they told?
      when: affected > 100
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCE008", "type-mismatch", Severity.ERROR)
