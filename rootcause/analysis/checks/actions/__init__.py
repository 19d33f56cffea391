"""Checks of the actions, each by itself and together."""

from typing import Final

CHECKS: Final[tuple[str, ...]] = (
    "action-without-owner",
    "team-as-owner",
    "action-without-date",
    "action-overdue",
    "action-without-verb",
    "vague-action",
    "no-test-of-done",
    "action-without-cause",
    "strength-overstated",
    "only-weaker-actions",
    "too-many-actions",
    "nothing-detects",
    "nothing-mitigates",
)
