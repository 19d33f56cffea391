"""What will be done: by whom, until when, on which cause, how strong it is, how it shows that it worked."""

from __future__ import annotations

from rootcause.analysis.analysis import Analysis
from rootcause.report.answers import answers, section
from rootcause.report.model import Block
from rootcause.report.rows import rows_as_blocks
from rootcause.report.words import Words


def actions(analysis: Analysis, words: Words) -> tuple[Block, ...]:
    """One row per action."""
    beside = answers(analysis.beside("actions"), words)
    return section(words.actions, *rows_as_blocks(analysis.actions, words, numbered=True), *beside)
