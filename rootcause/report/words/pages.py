"""What a page says beside the report: where to go on, and what a screen reader calls its parts."""

from __future__ import annotations

from msgspec import Struct


class PageWords(Struct, frozen=True, kw_only=True):
    """Names in braces are filled in."""

    contents: str
    skip: str
    back: str


ENGLISH = PageWords(
    contents="Contents",
    skip="Skip to the report",
    back="Back to where {name} is mentioned first",
)
GERMAN = PageWords(
    contents="Inhalt",
    skip="Zum Bericht springen",
    back="Zurück zur ersten Erwähnung von {name}",
)
