"""The fixed words of a report, a table for each language. What belongs together has a group of its own."""

from rootcause.report.words.english import ENGLISH
from rootcause.report.words.fixed import Words

__all__ = ["ENGLISH", "Words"]
