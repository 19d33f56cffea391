"""TO BE WRITTEN.

Example:

Use instead:
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCY016", "missing-comma", Severity.ERROR)
