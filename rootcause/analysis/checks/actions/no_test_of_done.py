"""An action does not say how it will be seen that it worked.

Done is not the same as worked. Without a test nobody looks, and the same thing comes back unseen. "It is done" and
"everybody knows" are no tests: they hold whether it worked or not.

Example:

    actions:
      - what: Page the duty engineer when the queue is longer than 500 for 5 minutes
        done_when: {state: unknown}

Example:

    actions:
      - what: Page the duty engineer when the queue is longer than 500 for 5 minutes
        done_when: When it is finished

Use instead:

    actions:
      - what: Page the duty engineer when the queue is longer than 500 for 5 minutes
        done_when: A test queue of 600 raised the page on 3 days
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import Final

from rootcause.analysis.checks.asked import is_passed
from rootcause.analysis.checks.check import Check, Found
from rootcause.analysis.checks.examined import BOOK, Examined
from rootcause.analysis.checks.said import quoted
from rootcause.source.diagnostic import Severity

_WORD: Final = re.compile(r"[^\W_]+")


def _look(examined: Examined) -> Iterator[Found]:
    for action in examined.traced.actions:
        test, where = action.row.cells.get("done_when"), f"action {action.number}"
        if test is None:
            continue
        if is_passed(test):
            question = "What can be looked up afterwards, and on which day?"
            yield Found("does not say how it shows that it worked", question, test, where)
        elif _is_empty(test.text, examined.language):
            message = f"{quoted(test.text)} holds whether it worked or not"
            yield Found(
                message, "What would be seen, counted or measured when it works, and on which day?", test, where
            )


def _is_empty(text: str, language: str) -> bool:
    """Whether none of its words names anything that can be observed."""
    words, empty = _WORD.findall(text.casefold()), _empty_words(language.partition("-")[0])
    return bool(words and empty) and empty.issuperset(words)


@functools.cache
def _empty_words(language: str) -> frozenset[str]:
    return frozenset(word for line in BOOK.lines("empty-test", language) for word in line.split())


CHECK = Check("RCD006", "no-test-of-done", Severity.WARNING, _look)
