"""The head of the report: its title, its status, and at most five lines for who reads no further."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rootcause.analysis.analysis import Analysis
from rootcause.analysis.causes import Cause
from rootcause.analysis.checks.finding import Finding
from rootcause.analysis.choosing import chosen, is_number_only
from rootcause.analysis.statement import Statement
from rootcause.report.answers import section
from rootcause.report.model import Block, Heading, Inlines, Items, LineBreak, Paragraph, Strong, SummaryLine, Text
from rootcause.report.prose import one_line, shorten
from rootcause.report.sections.findings import left_over
from rootcause.report.sections.open_questions import open_lines
from rootcause.report.sections.timeline import how_long
from rootcause.report.wording import anchor, labelled
from rootcause.report.words import Words

_LINE = 300
_MOST = 3


def head(analysis: Analysis, words: Words, findings: Sequence[Finding] = ()) -> tuple[Block, ...]:
    """The title, the case it belongs to and the status."""
    case = one_line(analysis.case_title)
    lines: Inlines = (Strong(f"{words.status}:"), Text(f" {status(analysis, words, findings)}"))
    if case and case != one_line(analysis.title):
        lines = (Strong(f"{words.case}:"), Text(f" {case}"), LineBreak(), *lines)
    title = one_line(analysis.title)
    said = analysis.said("finding", "problem")
    anchors = (anchor(one) for one in said if one_line(one.text) == title and not one.is_qualified)
    return (Heading(1, (*anchors, Text(title.removesuffix(".")))), Paragraph(lines))


def status(analysis: Analysis, words: Words, findings: Sequence[Finding] = ()) -> str:
    """Complete, or how many questions are open; and how many points are left that a reader would raise."""
    told = still_open(analysis, words, findings)
    return ", ".join(told if analysis.open_questions else [words.complete, *told])


def still_open(analysis: Analysis, words: Words, findings: Sequence[Finding] = ()) -> list[str]:
    """How many lines stand under what is not known, and under what a reader would ask."""
    questions, points = len(open_lines(analysis, words)), len(left_over(findings))
    own = words.checking
    return [
        *_count(questions, words.one_open, words.several_open),
        *_count(points, own.one_left, own.several_left),
    ]


def _count(count: int, one: str, several: str) -> list[str]:
    return [one if count == 1 else several.format(count=count)] if count else []


def summary(analysis: Analysis, words: Words) -> tuple[Block, ...]:
    """The lines as a list."""
    lines = summary_lines(analysis, words)
    items = tuple((Paragraph((*labelled(line.label), Text(line.text))),) for line in lines)
    return section(words.summary, *([Items(items)] if items else []))


def summary_lines(analysis: Analysis, words: Words) -> tuple[SummaryLine, ...]:
    """What happened, who was hurt and how much, how long it took, the cause, the decision."""
    return tuple(line for line in _lines(analysis, words) if line.text)


def _lines(analysis: Analysis, words: Words) -> Iterator[SummaryLine]:
    problem = " ".join(one.text for one in analysis.said("problem"))
    if one_line(problem) != one_line(analysis.title):
        yield SummaryLine("what", words.what_happened, shorten(problem, _LINE))
    hurt = (_impact(one) for one in analysis.said("impact") if one.text and not isinstance(one.value, bool))
    yield SummaryLine("who", words.who_was_hurt, shorten("; ".join(hurt), _LINE))
    yield SummaryLine("how_long", words.how_long, how_long(analysis, words))
    yield _cause(analysis, words)
    yield _decision(analysis, words)


def _impact(impact: Statement) -> str:
    """What people wrote speaks for itself; a figure or a choice needs its label."""
    text = _bare(shorten(impact.text, _LINE))
    return text if impact.type in ("text", "paragraph") else f"{impact.label.rstrip(': ')}: {text}"


def _cause(analysis: Analysis, words: Words) -> SummaryLine:
    roots = analysis.root_causes
    if roots:
        return SummaryLine("cause", words.root_cause if len(roots) == 1 else words.root_causes, _causes(roots, words))
    if analysis.deepest_known_causes:
        return SummaryLine("cause", words.cause_so_far, _causes(analysis.deepest_known_causes, words))
    underlying = " ".join(one.text for one in analysis.said("underlying_issue"))
    return SummaryLine("cause", words.root_cause, shorten(underlying, _LINE))


def _decision(analysis: Analysis, words: Words) -> SummaryLine:
    """What was decided, else the first of the actions."""
    decisions = [one.text for one in analysis.said("decision") if one.text]
    if decisions and all(is_number_only(text, analysis.spoken) for text in decisions):
        decisions = [option.what for option in chosen(analysis) if option.what] or decisions
    if decisions:
        return SummaryLine("decision", words.decision, _joined(decisions, words))
    actions = [(row.number, row.text("what")) for row in analysis.actions if row.text("what")]
    return SummaryLine("decision", words.will_be_done, _numbered(actions, words))


def _causes(causes: tuple[Cause, ...], words: Words) -> str:
    return _numbered([(cause.number, cause.text) for cause in causes], words)


def _numbered(texts: Sequence[tuple[str, str]], words: Words) -> str:
    """Several texts need the numbers by which they are found further below."""
    return _joined([f"{number} {text}" if len(texts) > 1 else text for number, text in texts], words)


def _joined(texts: Sequence[str], words: Words) -> str:
    """The first few of several texts, and how many more there are."""
    if len(texts) == 1:
        return shorten(texts[0], _LINE)
    shown = [_bare(shorten(text, _LINE // _MOST)) for text in texts[:_MOST]]
    return "; ".join([*shown, *([words.and_more.format(count=len(texts) - _MOST)] if len(texts) > _MOST else [])])


def _bare(text: str) -> str:
    return one_line(text).rstrip(".")
