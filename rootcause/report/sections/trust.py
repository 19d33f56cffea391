"""Trust before the problem, after it and after the recovery."""

from __future__ import annotations

from rootcause.analysis.analysis import Analysis
from rootcause.analysis.roles import STAGES
from rootcause.analysis.trust import TrustRow
from rootcause.report.answers import answers, section
from rootcause.report.model import Align, Block, Column, Inlines, Table, Text
from rootcause.report.prose import one_line
from rootcause.report.wording import inline
from rootcause.report.words import Words


def trust(analysis: Analysis, words: Words) -> tuple[Block, ...]:
    """One row per thing that was judged; a stage at which nobody judged has no column."""
    beside = answers(analysis.beside(*STAGES), words)
    return section(words.trust, *([_table(analysis.trust, words)] if analysis.trust else []), *beside)


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
