"""Why it happened: what it looked like and what it is, the tree of causes, why it was not caught."""

from __future__ import annotations

from rootcause.analysis.analysis import Analysis
from rootcause.analysis.causes import Cause, CauseTree
from rootcause.interview.answers import State
from rootcause.report.answers import answers, said_of_lists, section, section_answers
from rootcause.report.diagrams import Figure, Node, TreeDiagram
from rootcause.report.model import (
    Block,
    Emphasis,
    Inline,
    Inlines,
    Items,
    LineBreak,
    Paragraph,
    Strong,
    Text,
)
from rootcause.report.prose import one_line, shorten
from rootcause.report.sections.causes import assumed, legend, numbered
from rootcause.report.sections.following import happened_before
from rootcause.report.sections.kinds import kinds
from rootcause.report.wording import anchor, blocks, field_label, inline, missing
from rootcause.report.words import Words


def why(analysis: Analysis, words: Words) -> tuple[Block, ...]:
    """Everything of the part WHY."""
    escape = answers(analysis.told("escape"), words, heading=words.not_caught)
    return section(
        words.why,
        *happened_before(analysis, words),
        *answers(analysis.told("surface_issue", "underlying_issue", "cause_kinds"), words),
        *answers(analysis.beside("causes"), words),
        *(block for tree in analysis.causes for block in _tree(tree, analysis, words)),
        *kinds(analysis, problem(analysis), words),
        *section(words.not_caught, *escape, level=3),
        *section_answers(analysis, "why", words),
    )


def _tree(tree: CauseTree, analysis: Analysis, words: Words) -> tuple[Block, ...]:
    """A picture, and the same as a list; a single tree starts from the problem, one of several from its question."""
    is_single = len(analysis.causes) == 1
    label = one_line(tree.ladder.label) if tree.ladder.has_label or not is_single else words.causes
    picture = tree_figure(tree, problem(analysis) if is_single else label, label, words)
    items = Items(tuple(_item(cause, words) for cause in tree.causes))
    below = legend(tree.walk(), words)
    return section(label, picture, *below, *said_of_lists((tree.ladder,), words), items, level=3)


def problem(analysis: Analysis) -> str:
    """What the causes led to, in words."""
    return next((one.text for one in analysis.said("problem") if one.text), analysis.title)


def tree_figure(tree: CauseTree, top: str, label: str, words: Words, most: int | None = None) -> Figure:
    """The causes of one ladder below what they led to, under the heading that they stand below.

    `most` is how many signs a box can hold.
    """
    found = tuple(tree.walk())
    ends = ", ".join(cause.number for cause in found if cause.is_root) or words.not_known_further
    return Figure(
        str(tree.ladder.key),
        label,
        words.pictures.causes_described.format(top=one_line(top).rstrip("."), count=len(found), ends=ends),
        TreeDiagram(
            Node(
                top if most is None else shorten(top, most),
                tuple(_node(cause, words, most) for cause in tree.causes),
            )
        ),
    )


def _node(cause: Cause, words: Words, most: int | None) -> Node:
    text = numbered(cause, words, most) if cause.text else f"{cause.number} {_not_known(cause, words)}"
    return Node(text, tuple(_node(child, words, most) for child in cause.causes), is_end=cause.is_root)


def _item(cause: Cause, words: Words) -> tuple[Block, ...]:
    """The cause, behind it how it is known and why it was not caught, below it what led to it."""
    below = [Items(tuple(_item(child, words) for child in cause.causes))] if cause.causes else []
    if not cause.because.is_known:
        return (
            Paragraph((anchor(cause.because), Strong(cause.number), Text(" "), Emphasis(_not_known(cause, words)))),
            *below,
        )
    number = f"{cause.number} {words.ends_here}{assumed(cause, words)}:" if cause.is_root else cause.number
    body = blocks(cause.because, words, (Strong(number), Text(" ")))
    details = _details(cause, words)
    if len(body) == 1 and details:
        return (Paragraph((*body[0].inlines, LineBreak(), *details)), *below)
    return (*body, *([Paragraph(details)] if details else []), *below)


def _details(cause: Cause, words: Words) -> Inlines:
    """The other fields of the rung on one line."""
    found: list[Inline] = []
    for field, cell in cause.row.cells.items():
        shown = inline(cell, words)
        if shown and cell is not cause.because:
            label = one_line(field_label(cell, field, words))
            found += [Text(" · ")] if found else []
            found += [Emphasis(f"{label.rstrip(':')}:"), Text(" "), *shown]
    return tuple(found)


def _not_known(cause: Cause, words: Words) -> str:
    answer = cause.because.answer
    if answer is not None and answer.state is not State.DEFERRED:
        return words.not_known_further
    return missing(cause.because, words) or words.not_known_further
