"""From evidence to cause to action to measure: the words for the way, and for the gaps on it."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct


class TracingWords(Struct, frozen=True, kw_only=True):
    """Names in braces are filled in."""

    title: str
    evidence: str
    cause: str
    action: str
    measure: str
    no_evidence: str
    no_action: str
    no_measure: str
    from_above: str
    causes_without_action: str
    actions_without_cause: str
    actions_on_what_is_missing: str
    actions_without_test: str
    unanswered: Mapping[str, str]
    left: str
    left_gap: str
    one_is: str
    some_are: str
    strengths: Mapping[str, str]
    strength: str
    strength_described: str


ENGLISH = TracingWords(
    title="From evidence to action",
    evidence="Evidence",
    cause="Cause",
    action="Action",
    measure="How we see that it worked",
    no_evidence="no evidence",
    no_action="no action",
    no_measure="not said",
    from_above="{actions}, on a cause above",
    causes_without_action="Causes without an action",
    actions_without_cause="Actions that name no cause",
    actions_on_what_is_missing="Actions on something that is no cause here",
    actions_without_test="Actions that do not say how we see that they worked",
    unanswered={
        "went_badly": "Went badly, and no action answers it",
        "lucky": "Went well by luck, and no action answers it",
    },
    left="left as it is",
    left_gap="Left as it is, for a reason",
    one_is="1 of {all} actions is {strength}",
    some_are="{count} of {all} actions are {strength}",
    strengths={"stronger": "stronger", "intermediate": "intermediate", "weaker": "weaker", "unsaid": "not rated"},
    strength="Strength of the actions",
    strength_described="Bars for {count} actions: {counts}.",
)
GERMAN = TracingWords(
    title="Vom Beleg zur Maßnahme",
    evidence="Beleg",
    cause="Ursache",
    action="Maßnahme",
    measure="Woran wir den Erfolg sehen",
    no_evidence="kein Beleg",
    no_action="keine Maßnahme",
    no_measure="nicht genannt",
    from_above="{actions}, setzt weiter oben an",
    causes_without_action="Ursachen ohne Maßnahme",
    actions_without_cause="Maßnahmen, die keine Ursache nennen",
    actions_on_what_is_missing="Maßnahmen zu etwas, das hier keine Ursache ist",
    actions_without_test="Maßnahmen, bei denen offen ist, woran wir den Erfolg sehen",
    unanswered={
        "went_badly": "Lief schlecht, und keine Maßnahme geht darauf ein",
        "lucky": "Ging nur mit Glück gut, und keine Maßnahme geht darauf ein",
    },
    left="bleibt, wie es ist",
    left_gap="Mit Begründung so belassen",
    one_is="1 von {all} Maßnahmen ist {strength}",
    some_are="{count} von {all} Maßnahmen sind {strength}",
    strengths={"stronger": "stärker", "intermediate": "mittel", "weaker": "schwächer", "unsaid": "nicht eingestuft"},
    strength="Stärke der Maßnahmen",
    strength_described="Balken für {count} Maßnahmen: {counts}.",
)
