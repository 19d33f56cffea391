"""A value has a tag that says of which kind it is.

Tags such as `!!str` make readers of YAML build other values, some of them even run programs. Here the key says of which
kind a value is, and quotes make a text of anything. A text that starts with `!` needs quotes.

Example:

    - id: version_used
      type: text
      ask: Which version of the app was it?
      required: false
      default: !!str 2.10

Use instead:

    - id: version_used
      type: text
      ask: Which version of the app was it?
      required: false
      default: "2.10"
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCY021", "tag", Severity.ERROR)
