"""Where the values of a YAML text stand: offsets only, so that a file without errors hardly pays for them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

Where = tuple[int, int]
"""Where something begins and ends."""

Edits = tuple[tuple[Where, str], ...]
"""New texts for places."""


class Branch(Struct, eq=False):
    """A mapping or a list: its plain value, and the places of its entries, for a mapping with those of the keys."""

    value: Any
    where: Where
    in_brackets: bool
    is_mapping: bool
    entries: Any

    def child(self, step: str | int) -> Place | None:
        """The place of an entry, None when there is no such entry."""
        if self.is_mapping:
            found: tuple[Where, Place] | None = self.entries.get(step)
            return found[1] if found is not None else None
        places: list[Place] = self.entries
        return places[step] if isinstance(step, int) and 0 <= step < len(places) else None

    def key(self, step: str | int) -> Where | None:
        """The place of a key; a list has none."""
        found: tuple[Where, Place] | None = self.entries.get(step) if self.is_mapping else None
        return found[0] if found is not None else None

    def last(self) -> Place | None:
        """The place of the last entry, None when it is empty."""
        if not self.entries:
            return None
        place: Place = next(reversed(self.entries.values()))[1] if self.is_mapping else self.entries[-1]
        return place


Place = Branch | Where
"""Of a scalar, only where it stands."""


def where_is(event: Any) -> Where:
    """Where an event begins and ends. Its lines are not used: they count breaks that are none for editors."""
    return event.start_mark.index, event.end_mark.index


def extent(place: Place, text: str) -> Where:
    """Where a value begins and ends, without the blank lines and comments that the parser counts to its end."""
    if isinstance(place, Branch):
        last = None if place.in_brackets else place.last()
        return place.where if last is None else (place.where[0], extent(last, text)[1])
    start, end = place
    # Of the scalars only a block has its line break, and the blank lines behind it, inside its marks.
    return start, start + len(text[start:end].rstrip()) if text[start : start + 1] in ("|", ">") else end


def scalars_of(branch: Branch) -> Iterator[Where]:
    """Where each scalar inside stands, keys among them; in no order."""
    branches = [branch]
    while branches:
        inner = branches.pop()
        if inner.is_mapping:
            yield from (key for key, _ in inner.entries.values())
        for place in [place for _, place in inner.entries.values()] if inner.is_mapping else inner.entries:
            if isinstance(place, Branch):
                branches.append(place)
            else:
                yield place
