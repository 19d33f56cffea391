"""Answers one after the other, each behind its label."""

from __future__ import annotations

from collections.abc import Iterable

from rootcause.analysis.analysis import Analysis
from rootcause.analysis.statement import Statement
from rootcause.report.model import Block, Emphasis, Heading, Inlines, Items, Paragraph, Text
from rootcause.report.prose import one_line
from rootcause.report.rows import rows_as_blocks
from rootcause.report.wording import anchor, blocks, labelled, said_of_list
from rootcause.report.words import Words


def answers(statements: Iterable[Statement], words: Words, *, heading: str = "") -> tuple[Block, ...]:
    """A list of labels and answers; rows that make a table interrupt it.

    A single answer whose label is the heading above it stands without the label.
    """
    known = [statement for statement in statements if statement.is_told]
    if len(known) == 1 and one_line(known[0].label).casefold() == heading.casefold():
        below = rows_as_blocks(known[0].rows, words)
        return (*said_of_lists(known, words), *below) or blocks(known[0], words)
    found: list[Block] = []
    items: list[tuple[Block, ...]] = []
    for statement in known:
        label = labelled(statement.label)
        if statement.type.repeats:
            label = _of_list(label, statement, words)
        if not statement.rows and not statement.type.repeats:
            items.append(blocks(statement, words, label))
            continue
        match rows_as_blocks(statement.rows, words, numbered=statement.type == "ladder"):
            case ():
                items.append((Paragraph(label),))
            case (Items() as rows,):
                items.append((Paragraph(label), rows))
            case table:
                found += [Items(tuple(items))] if items else []
                found += [Paragraph(label), *table]
                items = []
    return (*found, Items(tuple(items))) if items else tuple(found)


def said_of_lists(statements: Iterable[Statement], words: Words) -> tuple[Paragraph, ...]:
    """What was said about whole lists: a note, how sure it is, the evidence."""
    told = [said_of_list(one, words) for one in statements if one.type.repeats]
    return tuple(Paragraph((Emphasis(f"{words.note}:"), Text(" "), *said)) for said in told if said)


def _of_list(label: Inlines, statement: Statement, words: Words) -> Inlines:
    said = said_of_list(statement, words)
    if not said:
        return (*label, anchor(statement))
    return (*label, Text("("), *said, Text(")")) if statement.rows else (*label, *said)


def with_items(blocks: tuple[Block, ...], items: tuple[tuple[Block, ...], ...]) -> tuple[Block, ...]:
    """The same with further items in the list at the end, or in a list of their own."""
    if not items:
        return blocks
    if blocks and isinstance(last := blocks[-1], Items):
        return (*blocks[:-1], Items((*last.items, *items)))
    return (*blocks, Items(items))


def section(title: str, *blocks: Block, level: int = 2) -> tuple[Block, ...]:
    """A heading with what stands below it; nothing when nothing stands below it."""
    return (Heading(level, (Text(title),)), *blocks) if blocks else ()


def section_answers(analysis: Analysis, part: str, words: Words) -> tuple[Block, ...]:
    """The answers of a part that belong to no role, each section under its title."""
    headed = (
        section(one_line(one.title), *answers(one.statements, words, heading=one_line(one.title)), level=3)
        for one in analysis.sections
        if one.part == part
    )
    return tuple(block for blocks in headed for block in blocks)
