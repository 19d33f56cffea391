"""Answers that are missed: "no alarm", "lack of training", "the checklist was missing"."""

from __future__ import annotations

import functools
import re
from typing import Final

from rootcause.analysis.checks.examined import BOOK
from rootcause.analysis.shared_words import is_left_out

_BETWEEN: Final = r"(?P<between>(?:[^\W_][\w-]*\s+){0,2}?)"
_NEXT: Final = re.compile(r"\s+([^\W\d_]+)")


def missed_remedies(text: str, language: str) -> list[tuple[int, int]]:
    """Where a text says that a tool, a training or a check was not there. A thing named after one is none."""
    pattern = _pattern(language.partition("-")[0])
    if pattern is None:
        return []
    found = [match for match in pattern.finditer(text) if not _leads_elsewhere(match["between"], language)]
    return [match.span() for match in found if _stands_alone(text, match.end(), language)]


def _leads_elsewhere(between: str | None, language: str) -> bool:
    """Whether what is missed is something else, as in "no list of inspections"."""
    return any(is_left_out(word, language) for word in (between or "").split())


def _stands_alone(text: str, end: int, language: str) -> bool:
    """Whether no further noun follows, as in "no check digit"."""
    behind = _NEXT.match(text, end)
    if behind is None or behind[1][0].isupper() or is_left_out(behind[1], language):
        return True
    links = BOOK.phrases("links-forward", language)
    return links is not None and any(start == behind.start(1) for start, _ in links.spans(text))


@functools.cache
def _pattern(language: str) -> re.Pattern[str] | None:
    remedies, absence = _either("remedies", language), _either("absence", language)
    if not remedies or not absence:
        return None
    before = rf"(?:{absence})(?:\s+of)?\s+{_BETWEEN}(?:{remedies})"
    behind = rf"(?:{remedies})\s+(?:was|were|is|are)\s+(?:{absence})"
    return re.compile(rf"(?<![\w-])(?:{before}|{behind})(?![\w-])", re.IGNORECASE)


def _either(name: str, language: str) -> str:
    return "|".join(re.escape(word) for line in BOOK.lines(name, language) for word in line.split())
