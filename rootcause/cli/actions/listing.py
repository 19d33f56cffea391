"""Follow-ups as lines: a table where it fits the screen, else two lines for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from msgspec import Struct

from rootcause.analysis.follow_ups import Kind
from rootcause.cli.actions.days import from_today, in_full
from rootcause.cli.actions.wanted import Found, Wanted
from rootcause.cli.columns import in_columns
from rootcause.index.tables import ActionRow
from rootcause.source.visible import visible, width

_KINDS: Final = {
    Kind.ACTION: "action",
    Kind.REVIEW: "effect review",
    Kind.INTERIM: "temporary fix",
    Kind.PROMISE: "promise",
    Kind.QUESTION: "question",
}
_HEAD: Final = ["DUE", "OWNER", "WHAT", "KIND", "CASE", "ID"]
_DONE_HEAD: Final = ["DONE", "OWNER", "WHAT", "RESULT", "CASE", "ID"]
_WHAT: Final = 2
_LEAST: Final = 32
"""Columns for what is to be done; with fewer, a table cannot be read."""
_GAP: Final = "  "


class Line(Struct, frozen=True):
    """A line on the screen: how it begins, and the rest; `style` is that of the beginning, `rest_style` of the rest."""

    begin: str
    rest: str = ""
    style: str = ""
    rest_style: str = ""


def headline(found: Found, wanted: Wanted, today: date) -> str:
    """How many there are, in a sentence."""
    overdue = len(found.overdue(today))
    done = f", {len(found.done):,} done" if wanted.state == "all" else ""
    if wanted.state == "done":
        return f"{len(found.done):,} done" if found.done else "Nothing that was asked for is done yet."
    if wanted.until is None:
        return (
            f"{len(found.open):,} open, {overdue:,} overdue{done}" if found.open or found.done else "Nothing is open."
        )
    later = f"{found.open_in_all:,} open in all{done}"
    if wanted.until < today:
        return f"{overdue:,} overdue, {later}" if found.open else f"Nothing is overdue; {later}."
    by = f"due by {in_full(wanted.until)}"
    return f"{len(found.open):,} {by}, {overdue:,} overdue; {later}" if found.open else f"Nothing is {by}; {later}."


def as_lines(found: Found, today: date, columns: int) -> Iterator[Line]:
    """For a screen of that width."""
    rows = [(_open_cells(row, today), _style(row, today)) for row in found.open]
    yield from _drawn(_HEAD, rows, columns)
    if found.done:
        if found.open:
            yield Line("")
        yield from _drawn(_DONE_HEAD, [(_done_cells(row), "") for row in found.done], columns)


def as_table(found: Found, today: date) -> str:
    """For programs and files: one line each, nothing is cut."""
    tables = [
        in_columns([head, *rows])
        for head, rows in (
            (_HEAD, [_open_cells(row, today) for row in found.open]),
            (_DONE_HEAD, [_done_cells(row) for row in found.done]),
        )
        if rows
    ]
    return "\n\n".join(tables)


def kind_in_words(row: ActionRow) -> str:
    """`stronger action`, `temporary fix`."""
    words = _KINDS[Kind(row.kind)]
    return f"{row.strength} {words}" if row.strength else words


def _drawn(head: Sequence[str], rows: Sequence[tuple[list[str], str]], columns: int) -> Iterator[Line]:
    if not rows:
        return
    others = [max(width(row[place]) for row in (head, *(cells for cells, _ in rows))) for place in range(len(head))]
    room = columns - sum(others) + others[_WHAT] - len(_GAP) * (len(head) - 1)
    whole = others[_WHAT] <= room
    if whole or room >= _LEAST:
        cells = [head, *([*row[:_WHAT], cut(row[_WHAT], room), *row[_WHAT + 1 :]] for row, _ in rows)]
        styles = ["bold", *(style for _, style in rows)]
        begins = width(head[0]) if not rows else others[0]
        for line, style in zip(in_columns(cells).splitlines(), styles, strict=True):
            yield Line(line[:begins], line[begins:], style, "bold" if style == "bold" else "")
    else:
        begins = others[0]
        for (due, owner, what, *about, id), style in rows:
            said = [one for one in (id, owner, *about) if one]
            yield Line(due + " " * (begins - width(due)), _GAP + cut(what, columns - begins - len(_GAP)), style)
            yield Line("", cut(" " * begins + _GAP + ", ".join(said), columns), rest_style="dim")


def cut(text: str, columns: int) -> str:
    """What fits, with a sign where something is left out."""
    if width(text) <= columns:
        return text
    kept = text[: max(columns - 1, 0)]
    while width(kept) > columns - 1:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def _open_cells(row: ActionRow, today: date) -> list[str]:
    due = "no day" if row.due_on is None else f"{row.due_on} {from_today(date.fromisoformat(row.due_on), today)}"
    return [due, *(_plain(cell) for cell in (row.owner, _what(row), kind_in_words(row), row.case_id, row.item_id))]


def _done_cells(row: ActionRow) -> list[str]:
    moved = {None: None, 1: "the measure moved", 0: "the measure did not move"}[row.moved]
    result = "; ".join(filter(None, (moved, row.result)))
    done = row.done_on or "no day"
    return [done, *(_plain(cell) for cell in (row.owner, _what(row), result, row.case_id, row.item_id))]


def _what(row: ActionRow) -> str:
    """As something to do, or to ask."""
    return f"Did it work? {row.what}" if row.kind == Kind.REVIEW else row.what


def _plain(text: str | None) -> str:
    return visible(" ".join((text or "").split()))


def _style(row: ActionRow, today: date) -> str:
    if row.due_on is None:
        return "dim"
    due = date.fromisoformat(row.due_on)
    return "red" if due < today else "yellow" if due <= today + timedelta(1) else ""
