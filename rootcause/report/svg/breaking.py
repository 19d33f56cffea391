"""Where a text may break: never within what people see as one character."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_JOINER: Final = "\N{ZERO WIDTH JOINER}"
_IDEOGRAPH: Final = re.compile(
    r"[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]"
)
# Brackets and quotation marks; then what ends a clause, and small kana, which begin no line.
_NOT_LAST: Final = frozenset("([{（［｛〈《「『【〔〖〝‘“")  # noqa: RUF001
_NOT_FIRST: Final = frozenset(")]}、。，．・：；？！）］｝〉》」』】〕〗〟’”…,.;:!?")  # noqa: RUF001
_SMALL: Final = frozenset("ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々")
_BREAKS_AFTER: Final = frozenset("-/_.:,;&=?@|\\")


def clusters(text: str) -> list[str]:
    """The characters as people see them: an emoji of several parts, or a letter with its marks, is one."""
    if text.isascii():
        return list(text)
    found: list[str] = []
    for character in text:
        if found and (_extends(character) or found[-1][-1] == _JOINER or _is_flag(found[-1] + character)):
            found[-1] += character
        else:
            found.append(character)
    return found


def pieces(word: str) -> list[str]:
    """What stays together while there is room: a word is one piece, of ideographs each is one."""
    if word.isascii() or not _IDEOGRAPH.search(word):
        return [word]
    found: list[str] = []
    for cluster in clusters(word):
        if found and not _may_break(found[-1], cluster):
            found[-1] += cluster
        else:
            found.append(cluster)
    return found


def sign_to_break_after(part: str) -> int:
    """How much of a part that has to end stands before a good place to end it; all of it where there is none."""
    for end in range(len(part), len(part) // 2, -1):
        if part[end - 1] in _BREAKS_AFTER and not _extends(part[end : end + 1]):
            return end
    return len(part)


def _may_break(before: str, cluster: str) -> bool:
    if before[-1] in _NOT_LAST or cluster[0] in _NOT_FIRST or cluster[0] in _SMALL:
        return False
    return bool(_IDEOGRAPH.match(before[-1]) or _IDEOGRAPH.match(cluster))


def _extends(character: str) -> bool:
    """Whether the character belongs to the one before it; there may be none."""
    if character < "\u0300":
        return False
    is_part = "\u1160" <= character <= "\u11ff" or "\U0001f3fb" <= character <= "\U0001f3ff"  # of a syllable, of skin
    return is_part or character in ("\u200c", _JOINER) or unicodedata.category(character) in ("Mn", "Me", "Mc")


def _is_flag(text: str) -> bool:
    return len(text) == 2 and all("\U0001f1e6" <= letter <= "\U0001f1ff" for letter in text)
