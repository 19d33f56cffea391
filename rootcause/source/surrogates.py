r"""Characters that JSON writes as two escapes, `\ud83d\ude00`, where YAML has one.

The C parser refuses both halves and the Python parser takes each for a character, so such a text goes to the Python
parser and the halves are joined.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from yaml import Mark, MarkedYAMLError, ScalarEvent

_HIGH: Final = r"\\u[dD][89abAB][0-9a-fA-F]{2}"
_LOW: Final = r"\\u[dD][c-fC-F][0-9a-fA-F]{2}"
_PAIR: Final = _HIGH + _LOW
_HALF: Final = "[\ud800-\udfff]"

NO_CHARACTER: Final = (
    rf"{_HIGH}(?!{_LOW})|(?<!\\u[dD][89abAB][0-9a-fA-F]{{2}}){_LOW}"
    r"|\\U0000[dD][89a-fA-F][0-9a-fA-F]{2}|\\U(?!000[0-9a-fA-F]|0010)[0-9a-fA-F]{8}"
)
"""An escape of half a character, or of more than Unicode has."""


def has_pairs(text: str) -> bool:
    """Whether a character is written as two escapes."""
    return "\\u" in text and re.search(_PAIR, text) is not None


def joining(following: Callable[[], Any], text: str) -> Callable[[], Any]:
    """The same events with the halves of characters joined; raises an error of the parser for half a character."""

    def joined() -> Any:
        event = following()
        if type(event) is ScalarEvent and re.search(_HALF, event.value):
            event.value = event.value.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
            if re.search(_HALF, event.value):
                raise _half(event.start_mark, text)
        return event

    return joined


def _half(start: Any, text: str) -> MarkedYAMLError:
    found = re.compile(NO_CHARACTER).search(text, start.index)
    at = found.start() if found else start.index
    mark = Mark(start.name, at, start.line, start.column, None, 0)
    return MarkedYAMLError("while scanning a quoted scalar", start, "found an escape of half a character", mark)
