"""What a sound analysis asks."""

WHILE_READING: tuple[str, ...] = ()
LOOKED_FOR: tuple[str, ...] = ()
