"""The causes are one level deep, or a single line without a branch.

One path finds what whoever asks knows already, and another person finds another one. Several things have to come
together for harm to be done: what happened, what did not stop it, what made it last.

Example:

    causes:
      - because: "The disk was full, so orders were lost."
        why:
          - because: "Old logs are kept for ever, so the disk fills by 2 GB a day."

Use instead:

    causes:
      - because: "The disk was full, so orders were lost."
        why:
          - because: "Old logs are kept for ever, so the disk fills by 2 GB a day."
          - because: "The alarm for disks goes to a list that is closed, so it reached only the archive."
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.analysis.causes import Cause, CauseTree
from rootcause.analysis.checks.check import Check, Found
from rootcause.analysis.checks.examined import Examined
from rootcause.interview.answers import Rows
from rootcause.source.diagnostic import Severity

_QUESTION = "What else had to come together for this to happen, and to stay unseen?"


def _look(examined: Examined) -> Iterator[Found]:
    for tree in examined.analysis.causes:
        value = tree.ladder.value
        if not (isinstance(value, Rows) and value.closed) or not any(cause.text for cause in tree.causes):
            continue
        if _is_line(tree.causes):
            yield Found("the causes are a single line without a branch", _QUESTION, tree.ladder)
        elif _is_flat(tree):
            yield Found("no cause has a cause of its own", "What made these causes possible?", tree.ladder)


def _is_line(causes: tuple[Cause, ...]) -> bool:
    while causes:
        if len(causes) > 1:
            return False
        causes = causes[0].causes
    return True


def _is_flat(tree: CauseTree) -> bool:
    return not any(cause.causes for cause in tree.causes)


CHECK = Check("RCC010", "shallow", Severity.WARNING, _look)
