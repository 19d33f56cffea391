"""What nobody knows yet, who finds it out and until when."""

from __future__ import annotations

from rootcause.analysis.analysis import Analysis
from rootcause.analysis.open_questions import OpenQuestion
from rootcause.analysis.shown import show_day
from rootcause.interview.answers import State
from rootcause.report.answers import section
from rootcause.report.model import Block, Column, Inlines, Table, Text
from rootcause.report.numbering import in_one_go
from rootcause.report.prose import one_line
from rootcause.report.wording import field_label, said_about
from rootcause.report.words import Words

Line = tuple[str, str, str, str, str]
"""What is open, its state, who finds out, until when, what else was said about it."""


def open_lines(analysis: Analysis, words: Words) -> tuple[Line, ...]:
    """What is open, in order; rows that lack the same, and what the same rows lack, share a line."""
    rows: dict[tuple[str, ...], list[str]] = {}
    for question in analysis.open_questions:
        where = one_line(question.within)
        what = field_label(question.statement, question.field, words) if where else question.statement.ask
        rows.setdefault((where, one_line(what), *_state(question, words)), []).append(question.row)
    lacking: dict[tuple[str, ...], list[str]] = {}
    for (where, what, *state), numbers in rows.items():
        subject = f"{where} {in_one_go(numbers, words)}: " if where else ""
        lacking.setdefault((subject, "" if where else what, *state), []).append(what)
    return tuple(
        (subject + ", ".join(fields), state, who, until, note)
        for (subject, _, state, who, until, note), fields in lacking.items()
    )


def open_questions(analysis: Analysis, words: Words) -> tuple[Block, ...]:
    """A table; a column in which nothing stands is left out."""
    lines = open_lines(analysis, words)
    titles = (words.question, words.state, words.who_finds_out, words.until, words.note)
    used = [number for number in range(len(titles)) if any(line[number] for line in lines)]
    cells: tuple[tuple[Inlines, ...], ...] = tuple(tuple((Text(line[number]),) for number in used) for line in lines)
    columns = tuple(Column(titles[number]) for number in used)
    return section(words.open_questions, *([Table(columns, cells)] if lines else []))


def _state(question: OpenQuestion, words: Words) -> tuple[str, str, str, str]:
    """The state in words, who finds out, until when, what else was said about it."""
    answer = question.statement.answer
    if answer is None:
        return words.unanswered, "", "", said_about(question.statement, words)
    note = one_line(answer.note or "")
    if answer.state is State.SKIPPED:
        return words.unanswered, "", "", note
    state = words.deferred_state if answer.state is State.DEFERRED else words.unknown
    by = "" if answer.by is None else show_day(answer.by, words.formats)
    return state, one_line(answer.to or ""), by, note
