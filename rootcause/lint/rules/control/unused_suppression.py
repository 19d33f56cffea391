"""A comment silences a rule that finds nothing there.

The matter has been mended, or the comment stands in the wrong place. Left as it is, it would hide the next one. This
is told of files without errors, and of rules that are asked. A comment in an included file is left alone, because
another questionnaire may need it.

Example:
    # rootcause: ignore[several-questions] -- the form of the authority has it so
    - id: noticed
      type: text
      ask: Who noticed it?

Use instead:

    - id: noticed
      type: text
      ask: Who noticed it?

Example:
    - id: noticed
      type: text
      ask: Who noticed it?  # rootcause: ignore[several-questions, unknown-key]

Use instead:

    - id: noticed
      type: text
      ask: Who noticed it? And when?  # rootcause: ignore[several-questions]
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCM001", "unused-suppression", Severity.WARNING)
