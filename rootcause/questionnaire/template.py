"""`${name}` in a text: where it stands and what it names."""

from __future__ import annotations

import functools
import re

from msgspec import Struct

_PIECE = re.compile(r"\$\$\{|\$\{([^{}\n]*)\}|\$\{")
_NAME = re.compile(r"(?:previous\.)?[a-z][a-z0-9_]*")


class Reference(Struct, frozen=True):
    """A quoted answer. `start` and `end` are offsets of the whole `${...}`; a malformed one has an empty name."""

    name: str
    start: int
    end: int

    @property
    def previous(self) -> str | None:
        """The id after `previous.`, or None when it is another answer."""
        return self.name.removeprefix("previous.") if self.name.startswith("previous.") else None


@functools.lru_cache(maxsize=4096)
def pieces(text: str) -> tuple[str | Reference, ...]:
    """The text in pieces: plain text, and the answers that it quotes."""
    found: list[str | Reference] = []
    end = 0
    for match in _PIECE.finditer(text):
        if match.start() > end:
            found.append(text[end : match.start()])
        if match[0] == "$${":
            found.append("${")
        else:
            name = (match[1] or "").strip()
            found.append(Reference(name if _NAME.fullmatch(name) else "", *match.span()))
        end = match.end()
    if end < len(text):
        found.append(text[end:])
    return tuple(found)


def references(text: str) -> tuple[Reference, ...]:
    """The answers that a text quotes."""
    return tuple(piece for piece in pieces(text) if isinstance(piece, Reference))
