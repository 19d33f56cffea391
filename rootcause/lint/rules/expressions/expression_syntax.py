"""An expression cannot be read.

The expressions of `when`, `check` and `compute` are small sentences about answers; signs and words of other
languages have another spelling here, and the help says which.

Example:

    - id: carrier
      type: choice
      ask: Who carried it?
      choices: {own: Our own van, partner: A partner}
      other: true
    - id: partner_told
      type: date
      ask: On which day did the partner tell us?
      when: carrier = 'partner'

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

RULE = Rule("RCE001", "expression-syntax", Severity.ERROR)
