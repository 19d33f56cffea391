"""An expression, a quote or a test names a question that there is not.

The condition would never hold, the quote would stay empty. Often the question was renamed, or one letter is wrong.

Example:

    - id: carrier
      type: choice
      ask: Who carried it?
      choices: {own: Our own van, partner: A partner}
      other: true
    - id: partner_told
      type: date
      ask: On which day did the partner tell us?
      when: carier == 'partner'

Use instead:

    - id: carrier
      type: choice
      ask: Who carried it?
      choices: {own: Our own van, partner: A partner}
      other: true
    - id: partner_told
      type: date
      ask: On which day did the partner tell us?
      when: carrier == 'partner'
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCE005", "unknown-reference", Severity.ERROR)
