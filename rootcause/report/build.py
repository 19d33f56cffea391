"""From an analysis to a report: which sections there are, and in which order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from rootcause.analysis.analysis import Analysis
from rootcause.analysis.checks.finding import Finding
from rootcause.report.model import Block, Report
from rootcause.report.prose import one_line
from rootcause.report.sections.actions import actions
from rootcause.report.sections.different import different
from rootcause.report.sections.findings import findings as asked_by_a_reader
from rootcause.report.sections.for_customers import without_gaps
from rootcause.report.sections.impact import impact
from rootcause.report.sections.learned import learned, prepare, story
from rootcause.report.sections.one_page import one_page
from rootcause.report.sections.open_questions import open_questions
from rootcause.report.sections.recovery import recovery
from rootcause.report.sections.sources import about, evidence
from rootcause.report.sections.summary import head, summary, summary_lines
from rootcause.report.sections.timeline import timeline
from rootcause.report.sections.tracing import tracing
from rootcause.report.sections.trust import trust
from rootcause.report.sections.what import what
from rootcause.report.sections.why import why
from rootcause.report.words import ENGLISH, Words

Style = Literal["full", "one-page"]
"""How much a report tells."""


def build_report(
    analysis: Analysis, words: Words = ENGLISH, findings: Iterable[Finding] = (), style: Style = "full"
) -> Report:
    """The report on one case. It depends on nothing but its arguments."""
    found = tuple(findings)
    is_one_page = style == "one-page"
    blocks = one_page(analysis, words, found) if is_one_page else _full(analysis, words, found)
    title = one_line(analysis.title).removesuffix(".")
    return Report(title, summary_lines(analysis, words), blocks, analysis, found, is_one_page)


def _full(analysis: Analysis, words: Words, found: tuple[Finding, ...]) -> tuple[Block, ...]:
    traced = analysis.traced
    traces = tracing(traced, words, found)
    return (
        *head(analysis, words, found),
        *summary(analysis, words),
        *impact(analysis, words),
        *timeline(analysis, words),
        *what(analysis, words),
        *why(analysis, words),
        *different(analysis, words),
        *actions(analysis, traced.strengths, words, found),
        *(without_gaps(traces) if analysis.for_customers else traces),
        *recovery(analysis, words),
        *trust(analysis, words),
        *learned(analysis, words),
        *story(analysis, words),
        *prepare(analysis, words),
        *open_questions(analysis, words),
        *asked_by_a_reader(found, words),
        *evidence(analysis, words),
        *about(analysis, words),
    )
