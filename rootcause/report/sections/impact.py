"""Who was hurt and how much, and how far word of it carries (method R7)."""

from __future__ import annotations

from rootcause.analysis.analysis import Analysis
from rootcause.analysis.reach import Reach
from rootcause.analysis.shown import grouped
from rootcause.report.answers import answers, section
from rootcause.report.model import Block, Emphasis, Paragraph, Text
from rootcause.report.words import Words


def impact(analysis: Analysis, words: Words) -> tuple[Block, ...]:
    """The figures, then the reach of word of mouth with its source."""
    said = answers(analysis.told("impact", "reach_unhappy", "reach_happy"), words, heading=words.impact)
    return section(words.impact, *said, *word_of_mouth(analysis, words))


def word_of_mouth(analysis: Analysis, words: Words) -> tuple[Block, ...]:
    """How many people hear of it at least, from the published shares."""
    found = {"unhappy": analysis.reach_unhappy, "happy": analysis.reach_happy}
    sentences = [_sentence(kind, reach, words) for kind, reach in found.items() if reach is not None]
    if not sentences:
        return ()
    return (Paragraph((Text(f"{' '.join(sentences)} "), Emphasis(words.reach_source))),)


def _sentence(kind: str, reach: Reach, words: Words) -> str:
    if reach.tellers == 0:
        return words.reach_few[kind].format(customers=reach.customers)
    return words.reach[kind].format(
        customers=grouped(reach.customers, words.formats),
        tellers=grouped(reach.tellers, words.formats),
        people=reach.share.people,
        hearers=grouped(reach.hearers, words.formats),
    )
