"""A key holds a value of a kind that it cannot have.

A list stands where names lead to texts, a word where true or false is meant, a number where a day belongs. It is
not guessed what was meant.

Example:

    - id: carrier
      type: choice
      ask: Who carried it?
      choices: [our own van, a partner]
      other: true

Use instead:

    - id: carrier
      type: choice
      ask: Who carried it?
      choices: {own: Our own van, partner: A partner}
      other: true

Example:

    - id: arrived
      type: date
      ask: On which day did it arrive?
      min: 2020

Use instead:

    - id: arrived
      type: date
      ask: On which day did it arrive?
      min: "2020-01-01"
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCS003", "wrong-type", Severity.ERROR)
