"""Options side by side: by effort and effect, and what they cost over time."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct


class WeighingWords(Struct, frozen=True, kw_only=True):
    """Names in braces are filled in."""

    chosen: str
    chosen_option: str
    effort: str
    effect: str
    effort_by: Mapping[str, str]
    effect_by: Mapping[str, str]
    corners: tuple[str, str, str, str]
    marks: Mapping[str, str]
    quadrant: str
    quadrant_described: str
    basis: str
    left_out: str
    costs: str
    costs_described: str
    axis: str
    crossings: Mapping[str, str]


ENGLISH = WeighingWords(
    chosen="chosen",
    chosen_option="The option chosen",
    effort="Effort",
    effect="Effect",
    effort_by={"size": "its size", "cost": "the cost of the first year", "lead_time": "the lead time"},
    effect_by={"loss_avoided": "the loss avoided a year", "effect": "the effect as it was judged"},
    corners=(
        "Low effort, high effect",
        "High effort, high effect",
        "Low effort, low effect",
        "High effort, low effect",
    ),
    marks={"quick": "quick fix", "lasting": "lasting improvement", "other": "another way"},
    quadrant="Effort and effect of the options",
    quadrant_described="{count} options by effort, from left to right, and effect, from bottom to top. {options}",
    basis="Effort goes by {effort}, effect by {effect}.",
    left_out="Not placed, because too little was said: {options}.",
    costs="Cost of the options over time",
    costs_described="What {count} options have cost by then, over {months} months. The table below has the figures.",
    axis="Months",
    crossings={
        "from_month": "{lasting} is cheaper from month {month} on",
        "until_month": "{lasting} is cheaper up to month {month}",
    },
)
GERMAN = WeighingWords(
    chosen="gewählt",
    chosen_option="Die gewählte Lösung",
    effort="Aufwand",
    effect="Wirkung",
    effort_by={"size": "Umfang", "cost": "Kosten im ersten Jahr", "lead_time": "Zeit bis zur Umsetzung"},
    effect_by={"loss_avoided": "vermiedenem Verlust im Jahr", "effect": "eingeschätzter Wirkung"},
    corners=(
        "Wenig Aufwand, große Wirkung",
        "Viel Aufwand, große Wirkung",
        "Wenig Aufwand, kleine Wirkung",
        "Viel Aufwand, kleine Wirkung",
    ),
    marks={"quick": "schnelle Abhilfe", "lasting": "dauerhafte Verbesserung", "other": "anderer Weg"},
    quadrant="Aufwand und Wirkung der Lösungen",
    quadrant_described=(
        "{count} Lösungen nach Aufwand, von links nach rechts, und Wirkung, von unten nach oben. {options}"
    ),
    basis="Der Aufwand richtet sich nach {effort}, die Wirkung nach {effect}.",
    left_out="Nicht eingeordnet, weil Angaben fehlen: {options}.",
    costs="Kosten der Lösungen im Lauf der Zeit",
    costs_described="Was {count} Lösungen über {months} Monate bis dahin gekostet haben. Die Tabelle nennt die Zahlen.",
    axis="Monate",
    crossings={
        "from_month": "{lasting} ist ab Monat {month} günstiger",
        "until_month": "{lasting} ist bis Monat {month} günstiger",
    },
)
