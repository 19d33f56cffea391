"""An expression or a quote names a question that stands below it.

When it is looked at, that question has not been asked yet, so it would have no answer. An expression may name only
what stands above it; a `check` may name its own question too.

Example:

    - id: partner_told
      type: date
      ask: On which day did the partner tell us?
      when: carrier == 'partner'
    - id: carrier
      type: choice
      ask: Who carried it?
      choices: {own: Our own van, partner: A partner}
      other: true

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

RULE = Rule("RCE006", "forward-reference", Severity.ERROR)
