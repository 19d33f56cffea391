"""The entries of a list that are there so far, each in a line or two with its number."""

from __future__ import annotations

from collections.abc import Sequence

from rootcause.interview.answers import State
from rootcause.interview.prompt import Row
from rootcause.questionnaire.model import Question, ResponseType
from rootcause.source.visible import width
from rootcause.terminal.folding import fold_at_most, shown

_GAP = "  "
_LINES_A_ROW = 2
_MOST = 12


def row_lines(rows: Sequence[Row], language: str | None, columns: int) -> list[str]:
    """The last entries of a list, as many as go into twelve lines."""
    numbers = len(str(len(rows)))
    lines: list[str] = []
    left = len(rows)
    for row in reversed(rows):
        own = _lines(f"{left:<{numbers}}", row, language, columns)
        if len(own) + len(lines) > _MOST:
            break
        lines[:0] = own
        left -= 1
    return [f"({left} more before these)", *lines] if left else lines


def row_name(rows: Sequence[Row], row: Row, container: Question) -> str:
    """The number of a row as people count, or the path of a rung."""
    if container.type is ResponseType.LADDER:
        return ".".join(map(str, row.instance))
    return str(rows.index(row) + 1)


def _lines(number: str, row: Row, language: str | None, columns: int) -> list[str]:
    start = number + _GAP
    if width(start) > columns // 2:
        start = f"{number.rstrip()} "
    room = max(columns - width(start), 1)
    first, *others = fold_at_most(_in_words(row, language, 2 * room), room, _LINES_A_ROW)
    return [(start + first)[:columns], *(" " * width(start) + line for line in others)]


def _in_words(row: Row, language: str | None, columns: int) -> str:
    """The first answer, which says what the row is, then the others with their names."""
    if not row.cells:
        return ""
    (_, first), *others = row.cells
    named = (f"{cell_name(question, language)}: {words[:columns]}" for question, words in others if _says_much(words))
    return "; ".join((first[:columns], *named))


def _says_much(words: str) -> bool:
    """Whether a cell has something to say; a question that was skipped has not."""
    return words not in ("", f"({State.SKIPPED})")


def cell_name(question: Question, language: str | None) -> str:
    """What a column is called."""
    name = question.label.in_language(language) if question.label else question.id.replace("_", " ")
    return shown(name)
