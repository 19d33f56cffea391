"""Conditions and quotes: what they name and which values they compare."""

WHILE_READING: tuple[str, ...] = (
    "expression-syntax",
    "expression-limit",
    "unknown-function",
    "wrong-arguments",
    "unknown-reference",
    "forward-reference",
    "unknown-option",
    "type-mismatch",
    "bad-quote",
)
LOOKED_FOR: tuple[str, ...] = (
    "comparison-outside-bounds",
    "useless-comparison",
    "ignores-unknown",
    "unguarded-quote",
)
