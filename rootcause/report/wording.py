"""Statements in words: the answer, how sure it is, what it rests on, or what is missing."""

from __future__ import annotations

from rootcause.analysis.shown import show_day
from rootcause.analysis.statement import Statement
from rootcause.interview.answers import State
from rootcause.report.model import Anchor, Emphasis, Inlines, Link, Paragraph, Strong, Text
from rootcause.report.prose import is_one_line, one_line, paragraphs
from rootcause.report.words import Words

_SHORT_NOTE = 100


def missing(statement: Statement, words: Words) -> str:
    """What to say where an answer would stand; empty when nobody had to answer."""
    answer = statement.answer
    if answer is None or answer.state is State.SKIPPED:
        return words.unanswered if statement.is_open else ""
    if answer.state is State.DEFERRED:
        to = one_line(answer.to or "?")
        if answer.by is None:
            return words.deferred.format(to=to)
        return words.deferred_until.format(to=to, by=show_day(answer.by, words.formats))
    return words.unknown if statement.is_open else ""


def inline(statement: Statement | None, words: Words) -> Inlines:
    """The answer on one line with what belongs to it: `8 January 2026 (reported; E1)`."""
    if statement is None:
        return ()
    if not statement.is_known:
        text = missing(statement, words)
        return (anchor(statement), Emphasis(text)) if text else ()
    return (anchor(statement), *_text(statement), *marks(statement, words))


def blocks(statement: Statement, words: Words, lead: Inlines = ()) -> tuple[Paragraph, ...]:
    """The answer with its paragraphs, behind `lead`; a longer note has a paragraph of its own."""
    if not statement.is_known:
        return (Paragraph((*lead, *inline(statement, words))),)
    note = _note(statement)
    is_short = len(note) <= _SHORT_NOTE and is_one_line(note)
    end = _in_brackets(_said(statement, words, note if is_short else ""))
    if is_one_line(statement.text):
        body = [Paragraph((*lead, anchor(statement), *_text(statement), *end))]
    else:
        body = list(paragraphs(statement.text))
        body[0] = Paragraph((*lead, anchor(statement), *body[0].inlines))
        body[-1] = Paragraph((*body[-1].inlines, *end))
    if not is_short:
        first, *rest = paragraphs(note)
        body += [Paragraph((Emphasis(f"{words.note}:"), Text(" "), *first.inlines)), *rest]
    return tuple(body)


def labelled(label: str) -> Inlines:
    """A label in front of an answer: a question keeps its mark, anything else gets a colon."""
    bare = one_line(label).rstrip(": ")
    return (Strong(bare if bare.endswith(("?", "!", ".", "…")) else f"{bare}:", is_label=True), Text(" "))


def anchor(statement: Statement) -> Anchor:
    """Where the answer stands."""
    return Anchor(str(statement.key))


def field_label(statement: Statement, field: str, words: Words) -> str:
    """The name of a column: what the questionnaire calls it, else our word for the field."""
    return statement.label if statement.has_label else words.fields.get(field, statement.label)


def marks(statement: Statement, words: Words) -> Inlines:
    """What was said about the answer, in brackets: how sure it is, the note, the numbers of its evidence."""
    return _in_brackets(_said(statement, words, _note(statement)))


def _in_brackets(said: Inlines) -> Inlines:
    return (Text(" ("), *said, Text(")")) if said else ()


def said_of_list(statement: Statement, words: Words) -> Inlines:
    """What was said about a list as a whole, without brackets around it."""
    said = _said(statement, words, _note(statement))
    return (anchor(statement), *said) if said else ()


def said_about(statement: Statement, words: Words) -> str:
    """The same as text without brackets: `reported; by phone; E1`."""
    return "".join(text.text for text in _said(statement, words, _note(statement)))


def _said(statement: Statement, words: Words, note: str) -> tuple[Text, ...]:
    said = statement.said
    sure = "" if said is None or said.sure is None else words.sure[said.sure]
    note = one_line(note).removesuffix(".") if note else ""
    told = f"{sure}; {note}" if sure and note else sure or note
    if not statement.sources:
        return (Text(told),) if told else ()
    found = [Text(told)] if told else []
    for place, name in enumerate(map("E{}".format, statement.sources)):
        separator = ", " if place else "; " if told else ""
        found += [*([Text(separator)] if separator else []), Text(name, to=name)]
    return tuple(found)


def _text(statement: Statement) -> Inlines:
    text = one_line(statement.text)
    return (Link(text) if text.startswith(("https://", "http://")) else Text(text),)


def _note(statement: Statement) -> str:
    said = statement.said
    return "" if said is None or said.note is None else said.note.strip()
