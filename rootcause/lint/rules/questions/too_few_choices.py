"""A question offers fewer than two choices.

Where there is nothing to choose between, the answer says nothing. Ask yes or no, or offer what else can be.

Example:

    - id: carrier
      type: choice
      ask: Who carried it?
      choices: {own: Our own van}

Use instead:

    - id: carrier
      type: choice
      ask: Who carried it?
      choices: {own: Our own van}
      other: true
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCT002", "too-few-choices", Severity.ERROR)
