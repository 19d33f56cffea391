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
    """A table; rows that lack the same share a line, and a column in which nothing stands is left out."""
    numbers: dict[tuple[str, ...], list[str]] = {}
    for question in analysis.open_questions:
        where = one_line(question.within)
        what = field_label(question.statement, question.field, words) if where else question.statement.ask
        numbers.setdefault((where, one_line(what), *_state(question, words)), []).append(question.row)
    lines = [
        (f"{where} {', '.join(rows)}: {what}" if where else what, *state)
        for (where, what, *state), rows in numbers.items()
    ]
    titles = (words.question, words.state, words.who_finds_out, words.until, words.note)
    used = [number for number in range(len(titles)) if any(line[number] for line in lines)]
    cells: tuple[tuple[Inlines, ...], ...] = tuple(tuple((Text(line[number]),) for number in used) for line in lines)
    columns = tuple(Column(titles[number]) for number in used)
    return section(words.open_questions, *([Table(columns, cells)] if lines else []))


def _state(question: OpenQuestion, words: Words) -> tuple[str, str, str, str]:
    """The state in words, who finds out, until when, the note."""
    answer = question.statement.answer
    if answer is None or answer.state is State.SKIPPED:
        return words.unanswered, "", "", ""
    state = words.deferred_state if answer.state is State.DEFERRED else words.unknown
    by = "" if answer.by is None else show_day(answer.by)
    return state, one_line(answer.to or ""), by, one_line(answer.note or "")
