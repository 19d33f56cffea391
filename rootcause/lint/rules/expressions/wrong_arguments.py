"""A function is called with something that it does not take.

Each function takes certain things in a certain order; the help shows how it is written.

Example:

    - id: carrier
      type: choice
      ask: Who carried it?
      choices: {own: Our own van, partner: A partner}
      other: true
    - id: partner_told
      type: date
      ask: On which day did the partner tell us?
      when: any_of(carrier)

Use instead:

    - id: carrier
      type: choice
      ask: Who carried it?
      choices: {own: Our own van, partner: A partner}
      other: true
    - id: partner_told
      type: date
      ask: On which day did the partner tell us?
      when: any_of(carrier, 'partner', 'other')
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCE004", "wrong-arguments", Severity.ERROR)
