"""What will be done: by whom, until when, on which cause, how strong it is, how it shows that it worked."""

from __future__ import annotations

from typing import Final

import msgspec

from rootcause.analysis.analysis import Analysis
from rootcause.analysis.traceability import Strengths
from rootcause.report.answers import answers, said_of_lists, section
from rootcause.report.diagrams import Bar, BarDiagram, Figure
from rootcause.report.model import Block, Paragraph, Text
from rootcause.report.rows import rows_as_blocks
from rootcause.report.words import Words

_FEWEST_SUMMED_UP: Final = 2
_FEWEST_DRAWN: Final = 4


def actions(analysis: Analysis, strengths: Strengths, words: Words) -> tuple[Block, ...]:
    """One row per action, and how strong they are together."""
    beside = answers(analysis.beside("actions"), words)
    return section(
        words.actions,
        *said_of_lists(analysis.said("actions"), words),
        *rows_as_blocks(analysis.actions, words, numbered=True),
        *strength(strengths, words),
        *beside,
    )


def strength(strengths: Strengths, words: Words) -> tuple[Block, ...]:
    """A sentence, of four actions and more with a picture; nothing for a single action, or when nobody rated any."""
    counts = {name: count for name, count in msgspec.structs.asdict(strengths).items() if count}
    if strengths.all < _FEWEST_SUMMED_UP or strengths.unsaid == strengths.all:
        return ()
    sentence = Paragraph((Text(f"{_in_words(counts, strengths.all, words)}."),))
    if strengths.all < _FEWEST_DRAWN or len(counts) == 1:
        return (sentence,)
    names = words.tracing.strengths
    bars = tuple(Bar(names[name], counts.get(name, 0), rank) for rank, name in enumerate(names))
    told = ", ".join(f"{names[name]} {count}" for name, count in counts.items())
    described = words.tracing.strength_described.format(count=strengths.all, counts=told)
    shown = bars if strengths.unsaid else bars[:-1]
    return (Figure("action-strength", words.tracing.strength, described, BarDiagram(shown)), sentence)


def _in_words(counts: dict[str, int], all: int, words: Words) -> str:
    """`3 of 4 actions are weaker, 1 stronger`: what most of them are comes first, the weaker ones first of equals."""
    names = words.tracing.strengths
    (first, count), *others = sorted(counts.items(), key=lambda one: (-one[1], one[0] != "weaker"))
    lead = words.tracing.one_is if count == 1 else words.tracing.some_are
    told = lead.format(count=count, all=all, strength=names[first])
    return ", ".join([told, *(f"{count} {names[name]}" for name, count in others)])
