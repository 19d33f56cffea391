"""A file is written in a version of the format that this rootcause does not read.

`rootcause: 1` says by which rules the file is read. A file of a later version may mean something else by the same
words, so it is not read at all.

Example:

    include: carriers.yaml

    # file: carriers.yaml
    rootcause: 2
    lists:
      carrier: {own: Our own van, partner: A partner}

Use instead:

    include: carriers.yaml

    # file: carriers.yaml
    rootcause: 1
    lists:
      carrier: {own: Our own van, partner: A partner}
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCS006", "unsupported-version", Severity.ERROR)
