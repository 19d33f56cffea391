"""Types of question, their choices, bounds and defaults."""

WHILE_READING: tuple[str, ...] = (
    "unknown-question-type",
    "too-few-choices",
    "duplicate-choice",
    "unknown-list",
    "useless-key",
    "impossible-range",
    "invalid-default",
    "nested-rows",
)
LOOKED_FOR: tuple[str, ...] = ("default-on-required", "unused-list")
