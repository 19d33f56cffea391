"""How text appears on a screen: nothing in it acts, hides or reorders, and its width is known.

Everything that came from outside goes through `visible` before a person sees it on a terminal or in a log.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

# Beyond these the scripts begin whose spelling needs the joiners, and the emoji.
_NOT_JOINED: Final = r"\0-\u058f"

INVISIBLE: Final = re.compile(
    "["
    r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # reorder the text around them
    r"\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
    r"\u00ad\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0"  # show nothing
    r"\u2028\u2029\ufff0-\ufffb\ufffe\uffff\ud800-\udfff"
    "]"
    rf"|(?<![^{_NOT_JOINED}])[\u200c\u200d]|[\u200c\u200d](?![^{_NOT_JOINED}])"
)
"""A character that shows nothing, or shows what stands round it in another order; controls are not among them."""

# Controls: what moves the cursor, rings, starts a terminal sequence.
_HIDDEN: Final = re.compile(rf"[\x00-\x1f\x7f-\x9f]|{INVISIBLE.pattern}")


def visible(text: str, *, keep: str = "") -> str:
    r"""The text with control, reordering and invisible characters written out, U+202E as `\u{202e}`.

    `keep` names characters to leave alone, "\n" for instance where lines may remain. The joiners of Persian, of
    Indic scripts and of emoji stay between such characters.
    """
    if text.isascii() and text.isprintable():
        return text  # as most texts are, and asked of every one
    return _HIDDEN.sub(lambda found: found[0] if found[0] in keep else f"\\u{{{ord(found[0]):x}}}", text)


def width(text: str) -> int:
    """The columns a visible text takes in a terminal: wide characters count two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(map(_columns, text))


def _columns(character: str) -> int:
    if unicodedata.east_asian_width(character) in ("W", "F"):
        return 2
    return 0 if unicodedata.category(character) in ("Mn", "Me", "Cf") else 1


def shortened(text: str, columns: int = 60) -> str:
    """The text for quoting in a message: in one line, cut where it gets long."""
    line = " ".join(text[: 4 * columns].split())
    return line if len(line) <= columns and len(text) <= 4 * columns else f"{line[: columns - 1]}…"
