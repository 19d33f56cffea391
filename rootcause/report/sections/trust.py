"""Trust before the problem, after it and after the recovery."""

from __future__ import annotations

from typing import Final

from rootcause.analysis.analysis import Analysis
from rootcause.analysis.roles import STAGES
from rootcause.analysis.trust import TrustRow
from rootcause.report.answers import answers, section
from rootcause.report.diagrams import Figure, Slope, SlopeDiagram
from rootcause.report.model import Align, Block, Column, Inlines, Table, Text
from rootcause.report.prose import one_line
from rootcause.report.wording import inline
from rootcause.report.words import Words

_FEWEST_STAGES: Final = 2
_MOST_DRAWN: Final = 8


def trust(analysis: Analysis, words: Words) -> tuple[Block, ...]:
    """One row per thing that was judged; a stage at which nobody judged has no column."""
    beside = answers(analysis.beside(*STAGES), words)
    table = [_table(analysis.trust, words)] if analysis.trust else []
    return section(words.trust, *_picture(analysis.trust, words), *table, *beside)


def _picture(rows: tuple[TrustRow, ...], words: Words) -> tuple[Figure, ...]:
    """A line for each thing that was judged more than once; nothing where some of the answers have no order."""
    judged = [row for row in rows if len(row.stages) >= _FEWEST_STAGES]
    if not 0 < len(judged) <= _MOST_DRAWN or not all(map(_is_drawable, judged)):
        return ()
    stages = [stage for stage in STAGES if any(stage in row.grades for row in judged)]
    slopes = tuple(
        Slope(
            one_line(row.label) or words.trust,
            tuple(row.grades[stage].level if stage in row.grades else None for stage in stages),
            tuple(one_line(row.stages[stage].text) if stage in row.grades else "" for stage in stages),
        )
        for row in judged
    )
    ends = {(grade.lowest, grade.highest) for row in judged for grade in row.grades.values()}
    lowest, highest = ends.pop() if len(ends) == 1 else (words.pictures.lowest, words.pictures.highest)
    things = "; ".join(slope.label for slope in slopes)
    described = words.pictures.trust_described.format(things=things, stages=len(stages))
    diagram = SlopeDiagram(tuple(words.stages[stage] for stage in stages), slopes, lowest, highest)
    return (Figure("trust-by-stage", words.pictures.trust, described, diagram),)


def _is_drawable(row: TrustRow) -> bool:
    """Whether all answers of a row have their place in one and the same order."""
    orders = {(grade.count, grade.lowest, grade.highest) for grade in row.grades.values()}
    return row.grades.keys() == row.stages.keys() and len(orders) == 1


def _table(rows: tuple[TrustRow, ...], words: Words) -> Table:
    stages = [stage for stage in STAGES if any(stage in row.stages for row in rows)]
    changes = [_change(row) for row in rows]
    columns = [Column(words.judged), *(Column(words.stages[stage]) for stage in stages)]
    if any(changes):
        columns.append(Column(words.change, Align.RIGHT))
    cells: list[tuple[Inlines, ...]] = []
    for row, change in zip(rows, changes, strict=True):
        label = one_line(row.label) or words.trust
        judged = (inline(row.stages.get(stage), words) for stage in stages)
        cells.append(((Text(label),), *judged, *([(Text(change),)] if any(changes) else [])))
    return Table(tuple(columns), tuple(cells))


def _change(row: TrustRow) -> str:
    """How far a scale moved from before the problem to after the recovery."""
    values = [row.stages[stage].value for stage in ("trust_before", "trust_after") if stage in row.stages]
    match values:
        case [int(before), int(after)] if not isinstance(before, bool):
            return f"{after - before:+d}" if after != before else "0"
    return ""
