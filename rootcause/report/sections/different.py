"""What is done differently: the opportunity, the options and their cost, the decision, the time until then."""

from __future__ import annotations

from rootcause.analysis.analysis import Analysis
from rootcause.report.answers import answers, section, section_answers, with_items
from rootcause.report.model import Block
from rootcause.report.sections.options import cost_over_time, decided, options
from rootcause.report.words import Words


def different(analysis: Analysis, words: Words) -> tuple[Block, ...]:
    """Everything of the part DIFFERENT but the actions, which have a section of their own."""
    told = answers(analysis.told("decision", "decision_reason", "contingency"), words, heading=words.decision)
    meanwhile = answers(analysis.told("interim_fix", "interim_fix_end"), words, heading=words.meanwhile)
    return section(
        words.different,
        *answers(analysis.told("opportunity"), words),
        *section(words.options, *options(analysis, words), *answers(analysis.beside("options"), words), level=3),
        *section(words.cost_over_time, *cost_over_time(analysis, words), level=3),
        *section(words.decision, *with_items(told, decided(analysis, words)), level=3),
        *section(words.meanwhile, *meanwhile, level=3),
        *section_answers(analysis, "different", words),
    )
