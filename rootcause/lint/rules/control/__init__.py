"""The linter itself: comments that silence it, and its own faults."""

WHILE_READING: tuple[str, ...] = ("internal-error",)
LOOKED_FOR: tuple[str, ...] = ()
