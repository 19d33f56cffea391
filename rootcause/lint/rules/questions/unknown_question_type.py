"""TO BE WRITTEN.

Example:

Use instead:
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCT001", "unknown-question-type", Severity.ERROR)
