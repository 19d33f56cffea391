"""The linter itself: comments that silence it, and its own faults."""

WHILE_READING: tuple[str, ...] = ("internal-error", "unused-suppression")
LOOKED_FOR: tuple[str, ...] = ("malformed-suppression", "unknown-rule-in-suppression", "suppression-without-reason")
