"""Titles of the pictures, and what they say to those who do not see them."""

from __future__ import annotations

from msgspec import Struct


class PictureWords(Struct, frozen=True, kw_only=True):
    """Names in braces are filled in."""

    causes_described: str
    causes_legend: str
    timeline: str
    timeline_described: str
    fishbone: str
    fishbone_described: str
    no_kind: str
    trust: str
    trust_described: str
    lowest: str
    highest: str


ENGLISH = PictureWords(
    causes_described=(
        "A tree. At the top: {top}. Causes below it: {count}; it ends in {ends}. The list below says the same."
    ),
    causes_legend="A thick edge or a target marks a root cause.",
    timeline="Timeline",
    timeline_described="{count} events from {first} to {last}. The table below says the same.",
    fishbone="Causes by kind",
    fishbone_described="{kinds} kinds of cause point at: {effect}. The list below says the same.",
    no_kind="No kind named",
    trust="Trust, step by step",
    trust_described="Judged at {stages} stages: {things}. The table below says the same.",
    lowest="lowest",
    highest="highest",
)
GERMAN = PictureWords(
    causes_described=(
        "Ein Baum. Oben: {top}. Ursachen darunter: {count}; er endet bei {ends}. Die Liste darunter sagt dasselbe."
    ),
    causes_legend="Ein dicker Rand oder eine Zielscheibe kennzeichnet eine Grundursache.",
    timeline="Zeitverlauf",
    timeline_described="{count} Ereignisse von {first} bis {last}. Die Tabelle darunter sagt dasselbe.",
    fishbone="Ursachen nach Art",
    fishbone_described="{kinds} Arten von Ursachen führen zu: {effect}. Die Liste darunter sagt dasselbe.",
    no_kind="Keine Art genannt",
    trust="Vertrauen, Schritt für Schritt",
    trust_described="Eingeschätzt zu {stages} Zeitpunkten: {things}. Die Tabelle darunter sagt dasselbe.",
    lowest="am niedrigsten",
    highest="am höchsten",
)
