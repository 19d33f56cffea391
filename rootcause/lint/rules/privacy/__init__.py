"""Personal data, and what could harm whoever runs the questionnaire."""

WHILE_READING: tuple[str, ...] = ("refused-pattern",)
LOOKED_FOR: tuple[str, ...] = ()
