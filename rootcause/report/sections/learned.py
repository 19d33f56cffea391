"""What went well, badly and by luck, what was learned, what else was found, how the story is told."""

from __future__ import annotations

from rootcause.analysis.analysis import Analysis
from rootcause.report.answers import answers, section, section_answers
from rootcause.report.model import Block
from rootcause.report.words import Words


def learned(analysis: Analysis, words: Words) -> tuple[Block, ...]:
    """Lessons and other problems."""
    told = analysis.told("went_well", "went_badly", "lucky", "lessons", "other_problems")
    return section(words.learned, *answers(told, words, heading=words.learned))


def story(analysis: Analysis, words: Words) -> tuple[Block, ...]:
    """How our answer is told, inside and in public."""
    return section(words.story, *answers(analysis.told("story"), words, heading=words.story))


def prepare(analysis: Analysis, words: Words) -> tuple[Block, ...]:
    """What is ready for the next time."""
    return section(words.prepare, *section_answers(analysis, "prepare", words))
