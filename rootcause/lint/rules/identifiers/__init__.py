"""Names of questions, sections, choices and lists."""

WHILE_READING: tuple[str, ...] = (
    "invalid-id",
    "duplicate-id",
    "reserved-id",
    "reused-id",
    "duplicate-list",
    "unknown-role",
    "role-type-mismatch",
)
LOOKED_FOR: tuple[str, ...] = ("renamed-without-was", "ids-differ-by-case")
