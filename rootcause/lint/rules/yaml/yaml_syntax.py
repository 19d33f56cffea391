"""The file cannot be read as YAML, for a reason that no other rule knows.

The message gives the words of the YAML reader, and the place is where it gave up; the cause often stands a line above.
Quotes round the texts near it help in most cases.
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCY001", "yaml-syntax", Severity.ERROR)
