"""What a careful reader would ask, and what was let stand for a reason."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct


class CheckingWords(Struct, frozen=True, kw_only=True):
    """Names in braces are filled in. `places` have a form for one and one for several."""

    title: str
    waived: str
    one_left: str
    several_left: str
    whole: str
    reason: str
    places: Mapping[str, tuple[str, str]]


ENGLISH = CheckingWords(
    title="What a careful reader would ask",
    waived="Left as it is, for a reason",
    one_left="1 point that a careful reader would raise",
    several_left="{count} points that a careful reader would raise",
    whole="The analysis as a whole",
    reason="Left as it is: {reason}",
    places={
        "action": ("Action", "Actions"),
        "cause": ("Cause", "Causes"),
        "option": ("Option", "Options"),
        "timeline": ("Timeline", "Timeline"),
    },
)
GERMAN = CheckingWords(
    title="Was aufmerksame Leser fragen würden",
    waived="Mit Begründung so belassen",
    one_left="1 Punkt, nach dem aufmerksame Leser fragen würden",
    several_left="{count} Punkte, nach denen aufmerksame Leser fragen würden",
    whole="Die Analyse als Ganzes",
    reason="So belassen: {reason}",
    places={
        "action": ("Maßnahme", "Maßnahmen"),
        "cause": ("Ursache", "Ursachen"),
        "option": ("Lösung", "Lösungen"),
        "timeline": ("Zeitverlauf", "Zeitverlauf"),
    },
)
