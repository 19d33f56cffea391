"""A comment silences a rule that finds nothing there.

The matter has been mended, or the comment stands in the wrong place. Left as it is, it would hide the next one. This
is told of files without errors, and of rules that are asked.

Example:
    # rootcause: ignore[several-questions] -- the form has it so
    - id: noticed
      type: text
      ask: Who noticed it?

Use instead:

    - id: noticed
      type: text
      ask: Who noticed it?
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCM001", "unused-suppression", Severity.WARNING)
