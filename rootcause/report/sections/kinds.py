"""Causes by their kind: a fishbone, and the same as a list."""

from __future__ import annotations

from typing import Final

from rootcause.analysis.analysis import Analysis
from rootcause.analysis.causes import Cause
from rootcause.report.answers import section
from rootcause.report.diagrams import Bone, Figure, FishboneDiagram, Node
from rootcause.report.model import Block, Inlines, Items, Paragraph, Text
from rootcause.report.prose import one_line
from rootcause.report.sections.causes import legend, numbered
from rootcause.report.wording import labelled
from rootcause.report.words import Words

_FEWEST_OF_OTHERS: Final = 2


def kinds(analysis: Analysis, effect: str, words: Words) -> tuple[Block, ...]:
    """Nothing where hardly a cause is of another kind than most: the list above says as much."""
    causes = [cause for tree in analysis.causes for cause in tree.walk() if cause.text]
    by_kind: dict[str, list[Cause]] = {}
    for cause in causes:
        if kind := one_line(cause.row.text("kind")):
            by_kind.setdefault(kind, []).append(cause)
    sizes = [len(found) for found in by_kind.values()]
    if sum(sizes) - max(sizes, default=0) < _FEWEST_OF_OTHERS:
        return ()
    bones = tuple(
        Bone(kind, tuple(Node(numbered(cause, words), is_end=cause.is_root) for cause in found))
        for kind, found in by_kind.items()
    )
    described = words.pictures.fishbone_described.format(kinds=len(bones), effect=one_line(effect).rstrip("."))
    figure = Figure("causes-by-kind", words.pictures.fishbone, described, FishboneDiagram(effect, bones))
    unsorted = [cause for cause in causes if cause.is_root and not cause.row.text("kind")]
    listed = {**by_kind, **({words.pictures.no_kind: unsorted} if unsorted else {})}
    items = tuple((Paragraph((*labelled(kind), *_numbers(found))),) for kind, found in listed.items())
    drawn = (cause for found in by_kind.values() for cause in found)
    return section(words.pictures.fishbone, figure, *legend(drawn, words), Items(items), level=3)


def _numbers(causes: list[Cause]) -> Inlines:
    """The numbers, each leading to its cause."""
    found: list[Text] = []
    for cause in causes:
        place = str(cause.because.key)
        found += [*([Text(", ")] if found else []), Text(cause.number, to=place)]
    return tuple(found)
