"""What nobody knows yet, who finds it out and until when."""

from __future__ import annotations

from rootcause.analysis.analysis import Analysis
from rootcause.analysis.open_questions import OpenQuestion
from rootcause.analysis.shown import show_day
from rootcause.interview.answers import State
from rootcause.report.answers import section
from rootcause.report.model import Block, Column, Inlines, Table, Text
from rootcause.report.prose import one_line
from rootcause.report.wording import field_label
from rootcause.report.words import Words


def open_questions(analysis: Analysis, words: Words) -> tuple[Block, ...]:
    """A table; columns in which nothing stands are left out."""
    rows = [_row(question, words) for question in analysis.open_questions]
    titles = (words.question, words.state, words.who_finds_out, words.until, words.note)
    used = [number for number in range(len(titles)) if any(row[number] for row in rows)]
    cells: tuple[tuple[Inlines, ...], ...] = tuple(tuple((Text(row[number]),) for number in used) for row in rows)
    return section(
        words.open_questions, *([Table(tuple(Column(titles[number]) for number in used), cells)] if rows else [])
    )


def _row(question: OpenQuestion, words: Words) -> tuple[str, str, str, str, str]:
    answer = question.statement.answer
    where = one_line(question.statement.ask)
    if question.within:
        label = one_line(field_label(question.statement, question.field, words))
        where = f"{one_line(question.within)} {question.row}: {label}"
    if answer is None or answer.state is State.SKIPPED:
        return where, words.unanswered, "", "", ""
    state = words.deferred_state if answer.state is State.DEFERRED else words.unknown
    by = "" if answer.by is None else show_day(answer.by)
    return where, state, one_line(answer.to or ""), by, one_line(answer.note or "")
