"""An action names a thing, and does not say what is done with it.

"More monitoring" may be bought, switched on or wished for. With a verb in front everybody sees the same work.

Example:

    actions:
      - what: Better monitoring

Use instead:

    actions:
      - what: Page the duty engineer when the queue is longer than 500 for 5 minutes
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import Final

from rootcause.analysis.checks.check import Check, Found
from rootcause.analysis.checks.examined import BOOK, Examined
from rootcause.analysis.traceability import words_of
from rootcause.source.diagnostic import Severity

_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_MOST_WORDS: Final = 3


def _look(examined: Examined) -> Iterator[Found]:
    for row in examined.analysis.actions:
        what = words_of(row)
        if what is not None and (within := _thing(what.text, examined)):
            message = f'"{what.text[slice(*within)]}" names a thing, not what is done'
            yield Found(message, "What exactly will be done with it?", what, f"action {row.number}", within)


def _thing(text: str, examined: Examined) -> tuple[int, int] | None:
    """Where the thing stands with which a text begins, None when there is a verb.

    A word that is on no list counts as a verb, unless it stands alone, in front of a preposition, or of a word or two
    that end as names of states do.
    """
    things = examined.phrases("no-verb")
    words = list(_WORD.finditer(text))
    endings = BOOK.lines("verb-endings", examined.language)
    if things is None or not words or (words[-1][0].islower() and words[-1][0].endswith(endings)):
        return None
    if within := things.find(text):
        return within
    verbs = _verbs(examined.language)
    behind = words[1][0].lower() if len(words) > 1 else ""
    stands_as_thing = not behind or behind in BOOK.lines("behind-a-thing", examined.language)
    stands_as_thing = stands_as_thing or _is_state(text, words, examined)
    is_known = words[0][0].lower() in verbs or not words[0][0].isascii()
    return words[0].span() if verbs and stands_as_thing and not is_known else None


def _is_state(text: str, words: list[re.Match[str]], examined: Examined) -> bool:
    """Whether it is as short as `Winter readiness`, and nothing in it looks like a verb."""
    vague, first = examined.phrases("vague-action"), words[0][0].lower()
    if len(words) > _MOST_WORDS or any(map(str.isdecimal, text)) or (vague is not None and vague.find(text)):
        return False
    for shape in BOOK.lines("verb-shapes", examined.language):
        if first.startswith(shape[:-1]) if shape.endswith("-") else first.endswith(shape[1:]):
            return False
    return words[-1][0].lower().endswith(BOOK.lines("thing-endings", examined.language))


@functools.cache
def _verbs(language: str) -> frozenset[str]:
    return frozenset(verb for line in BOOK.lines("verbs", language) for verb in line.split())


CHECK = Check("RCD004", "action-without-verb", Severity.WARNING, _look, spoken=True)
