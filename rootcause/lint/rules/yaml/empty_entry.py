"""There is nothing before a comma or a colon.

Something was forgotten there, or the sign is one too many. At the start of a text such a sign needs quotes.

Example:

    - id: channels
      type: choices
      ask: Where did the complaint come in?
      choices: {mail: Mail,, phone: Telephone}

Use instead:

    - id: channels
      type: choices
      ask: Where did the complaint come in?
      choices: {mail: Mail, phone: Telephone}
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCY017", "empty-entry", Severity.ERROR)
