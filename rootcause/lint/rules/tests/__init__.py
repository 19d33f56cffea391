"""The tests in a questionnaire file."""

WHILE_READING: tuple[str, ...] = ()
LOOKED_FOR: tuple[str, ...] = ()
