"""Keys and sections: what a file must hold and what it cannot."""

WHILE_READING: tuple[str, ...] = (
    "unknown-key",
    "missing-key",
    "wrong-type",
    "empty-section",
    "unknown-part",
    "unsupported-version",
    "bad-include",
    "include-cycle",
    "unknown-section",
    "invalid-version",
)
LOOKED_FOR: tuple[str, ...] = ()
