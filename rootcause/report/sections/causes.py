"""A cause as it is named in summaries, pictures and tables."""

from __future__ import annotations

from collections.abc import Iterable

from rootcause.analysis.causes import Cause
from rootcause.report.model import Emphasis, Paragraph
from rootcause.report.prose import shorten
from rootcause.report.words import Words


def numbered(cause: Cause, words: Words, most: int | None = None) -> str:
    """`1.2 The queue was full (assumed)`: a text that is cut keeps its number, and what is said of it."""
    mark = assumed(cause, words)
    text = cause.text if most is None else shorten(cause.text, most - len(mark))
    return f"{cause.number} {text.removesuffix('.') if mark else text}{mark}"


def assumed(cause: Cause, words: Words) -> str:
    """What stands behind a cause that nobody has shown to be so yet."""
    return f" ({words.assumed})" if cause.is_assumed else ""


def legend(causes: Iterable[Cause], words: Words) -> tuple[Paragraph, ...]:
    """What the sign of a root cause means, below a picture that has it."""
    if not any(cause.is_root for cause in causes):
        return ()
    return (Paragraph((Emphasis(words.pictures.causes_legend),), is_legend=True),)
