"""The tree of causes as it grows, with a mark at the one that is asked about."""

from __future__ import annotations

from collections.abc import Sequence
from io import StringIO
from typing import TYPE_CHECKING

from rootcause.interview.prompt import Row
from rootcause.terminal.folding import clip, shown

if TYPE_CHECKING:
    from rich.text import Text
    from rich.tree import Tree

_HERE = "->"
_GUIDE = 4  # columns of a guide, one for each level
_MOST = 12  # lines
_BELOW = 3  # of them below the mark
_LEAST_ROOM = 12  # columns for a cause, however deep it lies
_LINES_A_CAUSE = 2


def cause_lines(rows: Sequence[Row], asked: tuple[int, ...], columns: int, *, unicode: bool) -> list[str]:
    """The tree in lines; of a large one the part around the mark, which stands at the path that is `asked`.

    Without `unicode` its guides are ASCII.
    """
    from rich.console import Console
    from rich.tree import Tree

    tree = Tree("", hide_root=True)
    branches: dict[tuple[int, ...], Tree] = {(): tree}
    for row in rows:
        room = max(columns - _GUIDE * (len(row.instance) - 1), _LEAST_ROOM)
        above = branches.get(row.instance[:-1], tree)
        branches[row.instance] = above.add(_cause(row, room, is_asked=row.instance == asked))
    if asked and asked not in branches:
        branches.get(asked[:-1], tree).add(_inert(f"{_HERE} {_number(asked)}"))
    console = Console(file=StringIO(), width=columns, color_system=None, legacy_windows=False)
    options = console.options.update()
    options.encoding = "utf-8" if unicode else "ascii"
    rendered = console.render_lines(tree, options, pad=False)
    return _around_the_mark(["".join(segment.text for segment in line).rstrip() for line in rendered])


def _cause(row: Row, room: int, *, is_asked: bool) -> Text:
    mark = f"{_HERE} " if is_asked else ""
    return _inert(clip(f"{mark}{_number(row.instance)} {shown(row.first)}", _LINES_A_CAUSE * (room - 2)))


def _number(instance: tuple[int, ...]) -> str:
    return ".".join(map(str, instance))


def _inert(text: str) -> Text:
    from rich.text import Text

    return Text(text, overflow="fold")


def _around_the_mark(lines: list[str]) -> list[str]:
    if len(lines) <= _MOST:
        return lines
    marked = next((number for number, line in enumerate(lines) if _HERE in line), len(lines) - 1)
    first = min(max(marked + _BELOW - _MOST, 0), len(lines) - _MOST)  # a small screen leaves out the upper lines
    below = len(lines) - first - _MOST
    shown = lines[first : first + _MOST]
    return [
        *([f"({first} more lines above)"] if first else []),
        *shown,
        *([f"({below} more lines below)"] if below else []),
    ]
