"""What was done for the customer, with its times, and whether they are satisfied."""

from __future__ import annotations

from rootcause.analysis.analysis import Analysis
from rootcause.report.answers import answers, section
from rootcause.report.model import Block
from rootcause.report.words import Words


def recovery(analysis: Analysis, words: Words) -> tuple[Block, ...]:
    """The steps, then the follow-up."""
    return section(words.recovery, *answers(analysis.told("recovery", "follow_up"), words, heading=words.recovery))
