"""Texts in several languages."""

WHILE_READING: tuple[str, ...] = ("missing-language",)
LOOKED_FOR: tuple[str, ...] = ()
