"""A key is none of the format.

A mistyped key would have no effect, and nobody would notice: the hint is not shown, the question is asked although
it is not required. The help names the key that comes closest.

Example:

    - id: noticed
      type: text
      ask: Who noticed it?
      requird: false

Use instead:

    - id: noticed
      type: text
      ask: Who noticed it?
      required: false
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCS001", "unknown-key", Severity.ERROR)
