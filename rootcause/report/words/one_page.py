"""The report on one page: its headings, and what it says of the rest."""

from __future__ import annotations

from msgspec import Struct


class OnePageWords(Struct, frozen=True, kw_only=True):
    """Names in braces are filled in."""

    left: str
    nothing_left: str
    more: str
    more_actions: str
    more_for_customers: str


ENGLISH = OnePageWords(
    left="Still open",
    nothing_left="nothing",
    more="The full report has the evidence, the timeline and everything else.",
    more_actions="The full report has {count} more actions.",
    more_for_customers="Further actions: {count}.",
)
GERMAN = OnePageWords(
    left="Noch offen",
    nothing_left="nichts",
    more="Belege, Zeitverlauf und alles Weitere stehen im vollständigen Bericht.",
    more_actions="Im vollständigen Bericht stehen {count} weitere Maßnahmen.",
    more_for_customers="Weitere Maßnahmen: {count}.",
)
