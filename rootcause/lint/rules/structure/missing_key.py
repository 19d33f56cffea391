"""A key that must be there is missing.

Without its id nobody can name a question, without `ask` nobody can answer it, without `each` a list has no rows.

Example:

    - id: noticed
      type: text

Use instead:

    - id: noticed
      type: text
      ask: Who noticed it?

Example:

    - id: carrier
      type: choice
      ask: Who carried it?

Use instead:

    - id: carrier
      type: choice
      ask: Who carried it?
      choices: {own: Our own van, partner: A partner}
      other: true
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCS002", "missing-key", Severity.ERROR)
