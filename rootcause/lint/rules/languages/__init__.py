"""Texts in several languages."""

WHILE_READING: tuple[str, ...] = ("missing-language",)
LOOKED_FOR: tuple[str, ...] = (
    "missing-translation",
    "placeholders-differ",
    "unknown-language",
    "untranslated-text",
)
