"""What can be asked and answered, decided by proof."""

WHILE_READING: tuple[str, ...] = ()
LOOKED_FOR: tuple[str, ...] = ()
