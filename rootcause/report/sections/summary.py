"""The head of the report: its title, its status, and at most five lines for who reads no further."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from rootcause.analysis.analysis import Analysis
from rootcause.analysis.causes import Cause
from rootcause.analysis.checks.finding import Finding
from rootcause.analysis.choosing import chosen, is_number_only
from rootcause.analysis.provenance import Provenance
from rootcause.analysis.shown import show_day
from rootcause.analysis.statement import Statement
from rootcause.report.answers import section
from rootcause.report.model import Block, Heading, Inlines, Items, LineBreak, Paragraph, Strong, SummaryLine, Text
from rootcause.report.prose import one_line, shorten
from rootcause.report.sections.causes import assumed
from rootcause.report.sections.findings import left_over
from rootcause.report.sections.in_brief import Said, in_brief
from rootcause.report.sections.open_questions import open_lines
from rootcause.report.sections.timeline import how_long
from rootcause.report.wording import anchor, labelled
from rootcause.report.words import Words

_LINE: Final = 300
_ROOM: Final = 600
_MOST_NAMES: Final = 3


def head(analysis: Analysis, words: Words, findings: Sequence[Finding] = ()) -> tuple[Block, ...]:
    """The title, the case it belongs to, who wrote it when, and the status."""
    case = one_line(analysis.case_title)
    lines: Inlines = (Strong(f"{words.status}:"), Text(f" {status(analysis, words, findings)}"))
    lines = (*_signature(analysis.provenance, words), LineBreak(), *lines)
    if case and case != one_line(analysis.title):
        lines = (Strong(f"{words.case}:"), Text(f" {case}"), LineBreak(), *lines)
    title = one_line(analysis.title)
    said = analysis.said("finding", "problem")
    anchors = (anchor(one) for one in said if one_line(one.text) == title and not one.is_qualified)
    return (Heading(1, (*anchors, Text(title.removesuffix(".")))), Paragraph(lines))


def _signature(found: Provenance, words: Words) -> Inlines:
    """The day of the latest answer, who answered, and which version of which questionnaire."""
    names = [one_line(name) for name in found.names]
    more = [words.and_more.format(count=len(names) - _MOST_NAMES)] if len(names) > _MOST_NAMES else []
    told = {
        words.date: "" if found.last is None else show_day(found.last.date(), words.formats),
        words.written_by: ", ".join([*names[:_MOST_NAMES], *more]),
        words.questionnaire: f"{found.id} {found.version}",
    }
    lines = [(Strong(f"{label}:"), Text(f" {text}")) for label, text in told.items() if text]
    return tuple(inline for line in lines for inline in (Text(" · "), *line))[1:]


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


def summary_lines(analysis: Analysis, words: Words, room: int = _ROOM) -> tuple[SummaryLine, ...]:
    """What happened, who was hurt and how much, how long it took, the cause, the decision.

    `room` is about how many signs several statements on one line can take.
    """
    return tuple(line for line in _lines(analysis, words, room) if line.text)


def _lines(analysis: Analysis, words: Words, room: int) -> Iterator[SummaryLine]:
    problem = " ".join(one.text for one in analysis.said("problem"))
    if one_line(problem) != one_line(analysis.title):
        yield SummaryLine("what", words.what_happened, shorten(problem, _LINE))
    hurt = [_impact(one, words) for one in analysis.said("impact") if one.text and not isinstance(one.value, bool)]
    yield SummaryLine("who", words.who_was_hurt, in_brief(hurt, words, room, _LINE))
    yield SummaryLine("how_long", words.how_long, how_long(analysis, words))
    yield _cause(analysis, words, room)
    yield _decision(analysis, words, room)


def _impact(impact: Statement, words: Words) -> Said:
    """What people wrote speaks for itself; a figure or a choice needs its label."""
    label = "" if impact.type in ("text", "paragraph") else f"{one_line(impact.label).rstrip(': ')}: "
    return Said(impact.text.rstrip("."), label, f" ({words.assumed})" if impact.is_assumed else "")


def _cause(analysis: Analysis, words: Words, room: int) -> SummaryLine:
    if roots := analysis.root_causes:
        label = words.root_cause if len(roots) == 1 else words.root_causes
        return SummaryLine("cause", label, _causes(roots, words, room))
    if deepest := analysis.deepest_known_causes:
        return SummaryLine("cause", words.cause_so_far, _causes(deepest, words, room))
    underlying = analysis.said("underlying_issue")
    mark = f" ({words.assumed})" if any(one.is_assumed for one in underlying) else ""
    said = Said(" ".join(one.text for one in underlying), tail=mark)
    return SummaryLine("cause", words.root_cause, in_brief([said], words, room, _LINE))


def _causes(causes: tuple[Cause, ...], words: Words, room: int) -> str:
    said = [Said(cause.text, _number(cause.number, causes), assumed(cause, words)) for cause in causes]
    return in_brief(said, words, room, _LINE)


def _decision(analysis: Analysis, words: Words, room: int) -> SummaryLine:
    """What was decided, else the first of the actions."""
    decisions = [one.text for one in analysis.said("decision") if one.text]
    if decisions and all(is_number_only(text, analysis.spoken) for text in decisions):
        decisions = [option.what for option in chosen(analysis) if option.what] or decisions
    if decisions:
        return SummaryLine("decision", words.decision, in_brief([*map(Said, decisions)], words, room, _LINE))
    actions = [row for row in analysis.actions if row.text("what")]
    said = [Said(row.text("what"), _number(row.number, actions)) for row in actions]
    return SummaryLine("decision", words.will_be_done, in_brief(said, words, room, _LINE))


def _number(number: str, among: Sequence[object]) -> str:
    """Several need the numbers by which they are found further below."""
    return f"{number} " if len(among) > 1 else ""
