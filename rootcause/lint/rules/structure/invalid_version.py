"""The version of a questionnaire is not three numbers.

A saved case says by which version it was answered, and versions are compared number by number: the first is raised
when answers no longer fit, the second when questions are added, the third when words are improved.

Example:

    version: "1.0"

Use instead:

    version: 1.0.0
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCS010", "invalid-version", Severity.ERROR)
