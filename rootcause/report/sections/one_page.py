"""The report on one page: who reads it has a minute. Lengths are capped so that it fits on A4 and on Letter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rootcause.analysis.analysis import Analysis
from rootcause.analysis.checks.finding import Finding
from rootcause.analysis.statement import Row
from rootcause.report.answers import section
from rootcause.report.diagrams import Figure, Node, TreeDiagram
from rootcause.report.model import Align, Block, Column, Emphasis, Heading, Inlines, Items, Paragraph, Table, Text
from rootcause.report.prose import one_line, shorten
from rootcause.report.rows import is_figure, label_of
from rootcause.report.sections.actions import told_actions
from rootcause.report.sections.causes import legend
from rootcause.report.sections.summary import head, still_open, summary_lines
from rootcause.report.sections.why import problem, tree_figure
from rootcause.report.wording import labelled
from rootcause.report.words import Words

_TITLE: Final = 100
_TEXT: Final = 150
_ROOM: Final = 360
_CELL: Final = 70
_BOX: Final = 46
_FEWEST_FIGURES: Final = 2
_MOST_FIGURES: Final = 4
_MOST_ACTIONS: Final = 7
_MOST_BOXES: Final = 9
_FEWEST_BOXES: Final = 2
_COLUMNS: Final = ("what", "owner", "due")


def one_page(analysis: Analysis, words: Words, findings: Sequence[Finding] = ()) -> tuple[Block, ...]:
    """Title, status, what happened, impact in numbers, the cause with its tree, the decision, actions, what is open."""
    lines = {line.name: line for line in summary_lines(analysis, words, _ROOM)}
    said = [(lines[name].label, lines[name].text) for name in ("what", "how_long") if name in lines]
    cause, decision = lines.get("cause"), lines.get("decision")
    causes = words.causes if cause is None else cause.label
    _, status = head(analysis, words, findings)
    return (
        Heading(1, (Text(shorten(analysis.title, _TITLE).removesuffix(".")),)),
        status,
        *section(words.summary, *_labelled(said)),
        *section(words.impact, *_impact(analysis, words, lines["who"].text if "who" in lines else "")),
        *section(causes, *_text("" if cause is None else cause.text), *_tree(analysis, causes, words)),
        *section(words.decision, *_text(decision.text if decision is not None and analysis.said("decision") else "")),
        *section(words.actions, *_actions(analysis, told_actions(analysis, words, findings), words)),
        *_left(analysis, words, findings),
    )


def _labelled(said: Sequence[tuple[str, str]]) -> tuple[Block, ...]:
    items = tuple((Paragraph((*labelled(label), Text(shorten(text, _TEXT)))),) for label, text in said)
    return (Items(items),) if items else ()


def _text(text: str) -> tuple[Block, ...]:
    return (Paragraph((Text(text),)),) if text else ()


def _impact(analysis: Analysis, words: Words, told: str) -> tuple[Block, ...]:
    """The first figures; where there is hardly one, what was told."""
    figures = [
        one for one in analysis.said("impact", "reach_unhappy", "reach_happy") if one.is_known and is_figure(one)
    ]
    shown = [(one.label, one.text) for one in figures[:_MOST_FIGURES]]
    return _labelled(shown) if len(shown) >= _FEWEST_FIGURES else _text(told)


def _tree(analysis: Analysis, label: str, words: Words) -> tuple[Block, ...]:
    """The first tree of causes, as many levels of it as fit; nothing for a single cause."""
    for tree in analysis.causes[:1]:
        figure = tree_figure(tree, problem(analysis), label, words, _BOX)
        if isinstance(figure.diagram, TreeDiagram) and (root := _pruned(figure.diagram.root)) is not None:
            drawn = Figure(figure.name, figure.title, figure.description, TreeDiagram(root))
            return (drawn, *(legend(tree.walk(), words) if _has_ends(root) else ()))
    return ()


def _has_ends(node: Node) -> bool:
    return node.is_end or any(map(_has_ends, node.children))


def _pruned(root: Node) -> Node | None:
    """The tree down to the last level at which it has not too many boxes."""
    level, count, depth = [*root.children], 0, 0
    while level and count + len(level) <= _MOST_BOXES:
        count, depth = count + len(level), depth + 1
        level = [child for node in level for child in node.children]
    return _cut(root, depth) if count >= _FEWEST_BOXES else None


def _cut(node: Node, depth: int) -> Node:
    below = tuple(_cut(child, depth - 1) for child in node.children) if depth else ()
    return Node(node.text, below, node.is_end)


def _actions(analysis: Analysis, rows: Sequence[Row], words: Words) -> tuple[Block, ...]:
    if not rows:
        return ()
    used = [field for field in _COLUMNS if any(row.text(field) for row in rows)]
    columns = (Column(words.number, Align.RIGHT), *(Column(label_of(rows, field, words)) for field in used))
    cells = tuple((_plain(row.number), *(_plain(row.text(field)) for field in used)) for row in rows[:_MOST_ACTIONS])
    more = len(rows) - _MOST_ACTIONS
    counted = words.one_page.more_for_customers if analysis.for_customers else words.one_page.more_actions
    rest = [Paragraph((Emphasis(counted.format(count=more)),))] if more > 0 else []
    return (Table(columns, cells), *rest)


def _plain(text: str) -> Inlines:
    return (Text(shorten(text, _CELL)),) if text else ()


def _left(analysis: Analysis, words: Words, findings: Sequence[Finding]) -> tuple[Block, ...]:
    """How much is open, and where the rest stands; customers have no other report."""
    told = ", ".join(still_open(analysis, words, findings)) or words.one_page.nothing_left
    left = (*labelled(words.one_page.left), Text(f"{one_line(told)}."))
    more = () if analysis.for_customers else (Text(" "), Emphasis(words.one_page.more))
    return (Paragraph((*left, *more)),)
