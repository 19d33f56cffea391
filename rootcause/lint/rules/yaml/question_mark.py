"""TO BE WRITTEN.

Example:

Use instead:
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCY012", "question-mark", Severity.ERROR)
