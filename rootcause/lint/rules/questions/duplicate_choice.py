"""Two choices of a question cannot be told apart.

Two choices with the same words get answers by chance, and whoever counts them later counts two halves. `other:
true` offers a choice with the id `other` already.

Example:

    - id: carrier
      type: choice
      ask: Who carried it?
      choices: {own: Our own van, partner: A partner, external: A partner}
      other: true

Use instead:

    - id: carrier
      type: choice
      ask: Who carried it?
      choices: {own: Our own van, partner: A partner}
      other: true
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCT003", "duplicate-choice", Severity.ERROR)
