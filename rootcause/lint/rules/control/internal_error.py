"""A rule of the linter failed, which is a fault of rootcause.

The other rules have done their work; the exit code is 2, because nobody can say what the one that failed would have
found. Please report it, with the file if you can.
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCM900", "internal-error", Severity.ERROR)
