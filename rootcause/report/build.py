"""From an analysis to a report: which sections there are, and in which order."""

from __future__ import annotations

from rootcause.analysis.analysis import Analysis
from rootcause.report.model import Report
from rootcause.report.prose import one_line
from rootcause.report.sections.actions import actions
from rootcause.report.sections.different import different
from rootcause.report.sections.impact import impact
from rootcause.report.sections.learned import learned, prepare, story
from rootcause.report.sections.open_questions import open_questions
from rootcause.report.sections.recovery import recovery
from rootcause.report.sections.sources import about, evidence
from rootcause.report.sections.summary import head, summary, summary_lines
from rootcause.report.sections.timeline import timeline
from rootcause.report.sections.trust import trust
from rootcause.report.sections.what import what
from rootcause.report.sections.why import why
from rootcause.report.words import ENGLISH, Words


def build_report(analysis: Analysis, words: Words = ENGLISH) -> Report:
    """The report on one case. It depends on nothing but its arguments."""
    blocks = (
        *head(analysis, words),
        *summary(analysis, words),
        *impact(analysis, words),
        *timeline(analysis, words),
        *what(analysis, words),
        *why(analysis, words),
        *different(analysis, words),
        *actions(analysis, words),
        *recovery(analysis, words),
        *trust(analysis, words),
        *learned(analysis, words),
        *story(analysis, words),
        *prepare(analysis, words),
        *open_questions(analysis, words),
        *evidence(analysis, words),
        *about(analysis, words),
    )
    return Report(one_line(analysis.title), summary_lines(analysis, words), blocks, analysis)
