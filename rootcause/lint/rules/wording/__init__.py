"""How a question is put, after survey methodology."""

WHILE_READING: tuple[str, ...] = ()
LOOKED_FOR: tuple[str, ...] = ("several-questions",)
