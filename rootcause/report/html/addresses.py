"""Which places of a page have an address. No address is given twice, and none leads nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from msgspec import Struct

from rootcause.report.diagrams import Figure
from rootcause.report.model import Anchor, Block, Heading, Inline, Items, Paragraph, Table

_UNSAFE: Final = re.compile(r"[^\w.]+")
_EVIDENCE: Final = re.compile(r"E(\d+)")


class Reference(Struct, frozen=True):
    """Where a link leads, and by which address one comes back to it; only the first one to a place can be come to."""

    target: str
    back: str
    is_first: bool


class Addresses:
    """The addresses of one page, given out while it is written from top to bottom."""

    def __init__(self, blocks: Iterable[Block], reserved: Iterable[str] = ()) -> None:
        self._given = set(reserved)
        self._places = {one.key: address(one.key) for one in _inlines(blocks) if isinstance(one, Anchor)}
        self._referred: set[str] = set()

    def take(self, key: str) -> str | None:
        """The address of an answer or of a piece of evidence, for the first place where it stands."""
        found = self._places.get(key)
        if found is None or found in self._given:
            return None
        self._given.add(found)
        return found

    def refer(self, key: str) -> Reference | None:
        """For a link to that place; None when it stands nowhere on the page."""
        target = self._places.get(key)
        if target is None:
            return None
        is_first = target not in self._referred
        self._referred.add(target)
        return Reference(target, f"to-{target}", is_first)

    def way_back(self, key: str) -> str | None:
        """The address of the first link to that place, when one stands above."""
        target = self._places.get(key)
        return f"to-{target}" if target in self._referred else None

    def of_text(self, text: str, otherwise: str) -> str:
        """An address in the words of a heading or a name; `otherwise` when none of its letters can stand in one."""
        words = re.sub(r"\W+", "-", text.casefold()).strip("-_") or otherwise
        if re.match(r"(?:answer|evidence|to)-", words):
            words = f"{otherwise}-{words}"  # these are given to answers
        found, count = words, 1
        while found in self._given:
            count += 1
            found = f"{words}-{count}"
        self._given.add(found)
        return found


def address(key: str) -> str:
    """`answer-causes-1.2-because` for `causes[1.2].because`, `evidence-1` for `E1`."""
    number = _EVIDENCE.fullmatch(key)
    if number is not None:
        return f"evidence-{number[1]}"
    words = _UNSAFE.sub("-", key.replace("].", "-")).strip("-")
    return f"answer-{words}"


def _inlines(blocks: Iterable[Block]) -> Iterator[Inline]:
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                yield from block.inlines
            case Items(items):
                for item in items:
                    yield from _inlines(item)
            case Table():
                for row in block.rows:
                    for cell in row:
                        yield from cell
            case Figure():
                pass
