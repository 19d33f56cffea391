"""A second document starts in the file.

A line of three dashes begins another document, which most readers would leave out without a word. One questionnaire is
one file; sections that several of them share are brought in with `include`.

Example:

    minutes: 10
    ---
    language: en

Use instead:

    minutes: 10
    language: en
"""

from rootcause.lint.rule import Rule
from rootcause.source.diagnostic import Severity

RULE = Rule("RCY022", "second-document", Severity.ERROR)
