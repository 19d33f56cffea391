"""What a sound analysis asks."""

WHILE_READING: tuple[str, ...] = ()
LOOKED_FOR: tuple[str, ...] = (
    "missing-part",
    "missing-role",
    "why-without-ladder",
    "shallow-ladder",
    "actions-without-owner",
    "actions-without-due",
    "interim-fix-without-end",
    "recovery-without-follow-up",
    "causes-without-proof",
    "options-not-comparable",
    "timeline-without-time",
    "unordered-times",
)
