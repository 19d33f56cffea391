"""What can be asked and answered, decided by proof."""

WHILE_READING: tuple[str, ...] = ()
LOOKED_FOR: tuple[str, ...] = (
    "unreachable-question",
    "unreachable-section",
    "unreachable-option",
    "constant-condition",
    "redundant-operand",
    "unanswerable-check",
    "useless-check",
    "deadlock",
    "endless-ladder",
    "refused-default",
    "not-decided",
)
