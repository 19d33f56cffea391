"""What a report for customers lacks, in words for its author."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from rootcause.analysis.redaction import LeftOut, Why

_COUNTED: Final = (
    (Why.PRIVATE, "1 answer marked private", "{} answers marked private"),
    (Why.FOLLOWS, "1 answer that follows from a private one", "{} answers that follow from private ones"),
    (Why.NAME, "1 name", "{} names"),
    (Why.ADDRESS, "1 e-mail address", "{} e-mail addresses"),
    (Why.FOLDER, "the folder of 1 file", "the folders of {} files"),
    (Why.TITLE, "the title of the case", "the title of the case"),
    (Why.CASE, "the name of the case", "the name of the case"),
)
_STANDING: Final = "Not left out, words of private answers that also stand elsewhere:"
_PROMISE: Final = (
    "Only what is marked, and the names that were given as answers, is left out: read it before you send it."
)


def left_out_in_words(left_out: Iterable[LeftOut]) -> str:
    """Counts on the first line, then each thing, what stands all the same, what is not promised."""
    found = tuple(left_out)
    gone = tuple(one for one in found if one.why is not Why.STANDS)
    standing = [f"  {_standing(one)}" for one in found if one.why is Why.STANDS]
    lead = [_STANDING] if standing else []
    return "\n".join(
        (f"Left out: {_counts(gone)}.", *(f"  {line}" for line in _lines(gone)), *lead, *standing, _PROMISE)
    )


def _standing(one: LeftOut) -> str:
    """As `contact: "555", "Bell" in problem, timeline[4].what`."""
    words = ", ".join(f'"{word}"' for word in one.words)
    return f"{one.key}: {words} in {', '.join(one.places)}"


def _counts(found: tuple[LeftOut, ...]) -> str:
    counts = [(one, several, sum(left.why is why for left in found)) for why, one, several in _COUNTED]
    said = [one if count == 1 else several.format(count) for one, several, count in counts if count]
    return ", ".join(said) if said else "nothing"


def _lines(found: tuple[LeftOut, ...]) -> Iterator[str]:
    """As `contact: How they can be reached` or `Jo Bell: Person A`; the cells of a column share a line."""
    lines: dict[str, int] = {}
    for one in found:
        question = "" if one.key is None else one.key.question
        line = f"{one.label}: {one.instead}" if one.instead else f"{question}: {one.label}" if question else one.label
        lines[line] = lines.get(line, 0) + 1
    yield from (line if count == 1 else f"{line} ({count} times)" for line, count in lines.items())
