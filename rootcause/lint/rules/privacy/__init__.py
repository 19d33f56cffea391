"""Personal data, and what could harm whoever runs the questionnaire."""

WHILE_READING: tuple[str, ...] = ("refused-pattern",)
LOOKED_FOR: tuple[str, ...] = ("personal-data-not-private", "private-answer-quoted", "private-title")
