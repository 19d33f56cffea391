"""An included file cannot be brought in.

A file is included by its name relative to this one, and lies beside it or below it, so that a questionnaire can be
moved with all that belongs to it. It must be there, be readable, and not bring in more than anybody can ask.

Example:

    include: ../carriers.yaml

Use instead:

    include: carriers.yaml

    # file: carriers.yaml
    rootcause: 1
    lists:
      carrier: {own: Our own van, partner: A partner}
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCS007", "bad-include", Severity.ERROR)
