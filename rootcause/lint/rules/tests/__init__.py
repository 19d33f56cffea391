"""The tests in a questionnaire file."""

WHILE_READING: tuple[str, ...] = ()
LOOKED_FOR: tuple[str, ...] = (
    "failing-test",
    "untested-question",
    "untested-check",
    "same-test-twice",
    "test-expects-nothing",
    "no-tests",
)
