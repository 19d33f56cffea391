"""A value is given a name for use elsewhere, or is taken from elsewhere.

YAML can repeat a value by a name (`&name`, `*name`) and merge mappings (`<<`). Whoever reads such a file has to look
in two places, and a few lines of it can stand for millions of values. Choices that several questions share are what
`lists` is for. A text that starts with `&` or `*` needs quotes.

Example:

    - id: before
      type: choice
      ask: How much did they trust us before?
      choices: &trust {low: Little, high: Much}
    - id: after
      type: choice
      ask: How much do they trust us now?
      choices: *trust

Use instead:

    lists:
      trust: {low: Little, high: Much}
    sections:
      - id: trust
        title: Trust
        questions:
          - {id: before, type: choice, list: trust, ask: "How much did they trust us before?"}
          - {id: after, type: choice, list: trust, ask: "How much do they trust us now?"}
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCY020", "anchor", Severity.ERROR)
