"""An expression compares a choice with an option that it does not have.

The two could never be equal, so what depends on it would never be asked. An option stands in quotes.

Example:

    - id: carrier
      type: choice
      ask: Who carried it?
      choices: {own: Our own van, partner: A partner}
      other: true
    - id: partner_told
      type: date
      ask: On which day did the partner tell us?
      when: carrier == 'partnr'

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

Example:

    - id: carrier
      type: choice
      ask: Who carried it?
      choices: {own: Our own van, partner: A partner}
      other: true
    - id: partner_told
      type: date
      ask: On which day did the partner tell us?
      when: carrier == partner

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

RULE = Rule("RCE007", "unknown-option", Severity.ERROR)
