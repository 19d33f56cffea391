"""Checks of the causes, each by itself and as a tree."""

from typing import Final

CHECKS: Final[tuple[str, ...]] = (
    "human-error",
    "blame",
    "counterfactual",
    "negative-label",
    "deviation",
    "person",
    "no-mechanism",
    "restatement",
    "circular",
    "shallow",
    "solution-as-cause",
    "hedge",
    "absolute",
    "duty",
    "no-evidence",
    "external-only",
    "no-escape",
    "only-assumed",
)
