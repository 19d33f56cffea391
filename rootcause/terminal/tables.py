"""Rows and rungs that are there so far, as lines of a small table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rootcause.interview.prompt import Prompt, Row
from rootcause.questionnaire.model import Question, ResponseType
from rootcause.source.visible import width
from rootcause.terminal.folding import clip, cut, shown

_NARROWEST = 8
_GAP = 2
_MOST = 10


def row_lines(prompt: Prompt, language: str | None, columns: int) -> list[str]:
    """A heading and a line for each of the last rows; rungs are indented by their level."""
    if not prompt.rows:
        return []
    kept = prompt.rows[-_MOST:]
    names = _questions(kept)
    heading = ["", *(_name(question, language) for question in names.values())]
    body = [[row_name(prompt, row), *_cells(row, names, columns)] for row in kept]
    lines = _aligned([heading, *body], columns)
    missing = len(prompt.rows) - len(kept)
    return lines if not missing else [f"({missing} more before these)", *lines]


def row_name(prompt: Prompt, row: Row) -> str:
    """The number of a row as people count, or the path of a rung."""
    if prompt.question.type is ResponseType.LADDER:
        return ".".join(map(str, row.instance))
    return str(prompt.rows.index(row) + 1)


def _questions(rows: Sequence[Row]) -> dict[str, Question]:
    return {question.id: question for row in rows for question, _ in row.cells}


def _cells(row: Row, names: Iterable[str], columns: int) -> list[str]:
    said = {question.id: clip(words, columns) for question, words in row.cells}
    first, *others = (said.get(id, "") for id in names)
    return ["  " * (len(row.instance) - 1) + first, *others]


def _name(question: Question, language: str | None) -> str:
    name = question.label.in_language(language) if question.label else question.id.replace("_", " ")
    return shown(name)


def _aligned(table: list[list[str]], columns: int) -> list[str]:
    count = len(table[0])
    if count * (_NARROWEST + _GAP) > columns:
        return [cut("  ".join(cell for cell in row if cell.strip()), columns) for row in table[1:]]
    widths = [max(width(row[column]) for row in table) for column in range(count)]
    while sum(widths) + _GAP * (count - 1) > columns:
        widest = max(range(count), key=widths.__getitem__)
        widths[widest] -= 1
    return [_line(row, widths) for row in table]


def _line(row: list[str], widths: list[int]) -> str:
    cells = (cut(cell, columns) for cell, columns in zip(row, widths, strict=True))
    padded = (cell + " " * (columns - width(cell)) for cell, columns in zip(cells, widths, strict=True))
    return (" " * _GAP).join(padded).rstrip()
