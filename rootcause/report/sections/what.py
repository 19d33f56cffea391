"""What happened, in full."""

from __future__ import annotations

from rootcause.analysis.analysis import Analysis
from rootcause.report.answers import answers, section, section_answers
from rootcause.report.model import Block
from rootcause.report.prose import one_line
from rootcause.report.wording import blocks
from rootcause.report.words import Words


def what(analysis: Analysis, words: Words) -> tuple[Block, ...]:
    """The problem in plain words, how it was noticed, and what else is known of it."""
    said = analysis.said("finding", "problem")
    problems = [one for one in said if one_line(one.text) != one_line(analysis.title) or one.is_qualified]
    is_plain = len(problems) == 1 and not problems[0].rows
    lead = blocks(problems[0], words) if is_plain else answers(problems, words)
    return section(
        words.what,
        *lead,
        *answers([*analysis.beside("finding", "problem"), *analysis.told("product", "part", "detection")], words),
        *section_answers(analysis, "what", words),
    )
