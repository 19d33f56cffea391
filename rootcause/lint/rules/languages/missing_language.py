"""A text is there in other languages, but not in the language of the questionnaire.

`language` at the top (`en` when nothing stands there) is the language that counts when another lacks a text. If a text
is missing in that one, there is nothing to show to whoever reads neither of the others.

Example:

    - id: delay
      type: integer
      ask: {de: "Wie viele Tage zu spät kam es?", fr: "Combien de jours de retard ?"}

Use instead:

    - id: delay
      type: integer
      ask: {en: "How many days late was it?", de: "Wie viele Tage zu spät kam es?", fr: "Combien de jours de retard ?"}
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCN001", "missing-language", Severity.ERROR)
