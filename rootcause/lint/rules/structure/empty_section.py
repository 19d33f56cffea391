"""A section asks nothing.

Its title would be shown and nothing behind it; most often the questions were moved and the section was left.

Example:

    - id: customer
      title: The customer
      questions: []

Use instead:

    - id: customer
      title: The customer
      questions:
        - {id: told, type: date, ask: "On which day was the customer told?"}
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCS004", "empty-section", Severity.ERROR)
