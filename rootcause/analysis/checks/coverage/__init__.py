"""Checks of what is left without an answer: causes, what went badly, luck, what was there before."""

from typing import Final

CHECKS: Final[tuple[str, ...]] = (
    "cause-without-action",
    "went-badly-without-action",
    "luck-without-action",
    "recurrence-not-linked",
)
