"""Where the values of a YAML text stand.

The parser's own events are kept: they hold the marks, so a file without errors pays nothing for its positions. Of a
mark only the index is used; its lines count breaks that are none for editors.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Event = Any
"""An event of PyYAML, from the C parser or from the Python one."""


@dataclass(slots=True, eq=False)
class Branch:
    """A mapping (then it has `keys`) or a list: its plain value, and the places of what is in it."""

    value: Any
    children: Any
    keys: dict[str, Event] | None
    opening: Event
    closing: Event = field(default=None)

    def child(self, step: str | int) -> Place | None:
        """The place of an entry, None when there is no such entry."""
        if self.keys is not None:
            return self.children.get(step)
        return self.children[step] if isinstance(step, int) and 0 <= step < len(self.children) else None

    def key(self, step: str | int) -> Event | None:
        """The place of a key; a list has none."""
        return self.keys.get(step) if self.keys is not None and isinstance(step, str) else None

    @property
    def last(self) -> Place | None:
        """The place of the last entry, None when it is empty."""
        entries = self.children if self.keys is None else list(self.children.values())
        return entries[-1] if entries else None


Place = Branch | Event


def offsets(event: Event) -> tuple[int, int]:
    """Where an event begins and ends."""
    return event.start_mark.index, event.end_mark.index


def extent(place: Place, text: str) -> tuple[int, int]:
    """Where a value begins and ends, without the blank lines and comments that the parser counts to its end."""
    if not isinstance(place, Branch):
        start, end = offsets(place)
        return start, (start + len(text[start:end].rstrip()) if place.style in ("|", ">") else end)
    start, end = offsets(place.opening)
    if place.opening.flow_style and place.closing.end_mark.index > place.closing.start_mark.index:
        return start, place.closing.end_mark.index
    return start, end if place.last is None else extent(place.last, text)[1]
