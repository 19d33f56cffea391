"""Several statements on one line: short ones whole, long ones cut, never within their label."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from rootcause.report.prose import one_line, shorten
from rootcause.report.words import Words

_MOST: Final = 5
_LEAST: Final = 40
_SENTENCE: Final = re.compile(r"[.!?](?= )")


class Said(Struct, frozen=True):
    """One statement. Only `text` can be cut: `lead` is its label or number, `tail` what is said of it."""

    text: str
    lead: str = ""
    tail: str = ""


def in_brief(statements: Sequence[Said], words: Words, room: int, alone: int) -> str:
    """The first five and how many more there are, in about so many signs; one by itself in `alone`."""
    if len(statements) == 1:
        one = statements[0]
        text = shorten(one.text, alone)
        return f"{one.lead}{text.removesuffix('.') if one.tail else text}{one.tail}"
    shown = statements[:_MOST]
    taken = sum(len(one.lead) + len(one.tail) for one in shown)
    most = max(_LEAST, _share([len(_bare(one.text)) for one in shown], room - taken))
    told = [f"{one.lead}{_cut(one.text, most)}{one.tail}" for one in shown]
    more = len(statements) - len(shown)
    return "; ".join([*told, *([words.and_more.format(count=more)] if more else [])])


def _bare(text: str) -> str:
    return one_line(text).rstrip(".")


def _share(lengths: Sequence[int], room: int) -> int:
    """How long a text may be so that all fit: what short ones leave is for the longer ones."""
    left = room
    for place, length in enumerate(sorted(lengths)):
        share = left // (len(lengths) - place)
        if length > share:
            return share
        left -= length
    return max(lengths, default=0)


def _cut(text: str, most: int) -> str:
    """After a sentence where one ends in the second half of the room, else after a word."""
    whole = _bare(text)
    if len(whole) <= most:
        return whole
    ends = [found.end() for found in _SENTENCE.finditer(whole, 0, most) if found.end() > most // 2]
    return f"{whole[: ends[-1]]} \N{HORIZONTAL ELLIPSIS}" if ends else shorten(whole, most)
