"""Draws the causes of a case as a tree, and counts as bars. Text of people is inert."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from rootcause.terminal.folding import shown

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text
    from rich.tree import Tree

_DEEPEST: Final = 10
"""Levels that are set in; what lies deeper stands on the same level, so that there is room for its text."""
_BAR: Final = 30
"""Columns of the longest bar."""


class Branch(Struct, frozen=True):
    """A cause with its number, and what led to it; `is_end` marks one at which the tree ends."""

    text: str
    branches: tuple[Branch, ...] = ()
    is_end: bool = False


def draw_causes(title: str, branches: Sequence[Branch], end: str) -> RenderableType:
    """A tree of causes below its title; `end` says behind a cause that the tree ends there."""
    from rich.tree import Tree

    tree = Tree(_text((shown(title), "bold")), guide_style="dim", highlight=False)
    waiting: list[tuple[Branch, Tree, int]] = [(branch, tree, 1) for branch in reversed(branches)]
    while waiting:
        branch, above, level = waiting.pop()
        words = [(shown(branch.text), "bold" if branch.is_end else "")]
        words += [(f" ({shown(end)})", "dim")] if branch.is_end else []
        here = above.add(_text(*words))
        below = above if level >= _DEEPEST else here
        waiting += [(child, below, level + 1) for child in reversed(branch.branches)]
    return tree


def draw_counts(title: str, counts: Sequence[tuple[str, int]]) -> RenderableType:
    """Bars below their title, each with its name in front and its count behind it."""
    from rich.console import Group
    from rich.table import Table

    most = max((count for _, count in counts), default=0) or 1
    bars = Table.grid(padding=(0, 2))
    bars.add_column(overflow="fold")
    bars.add_column(overflow="fold")
    for name, count in counts:
        length = max(round(_BAR * count / most), 1) if count else 0
        bars.add_row(_text((shown(name), "dim")), _text((f"{'█' * length} ".lstrip(), ""), (str(count), "bold")))
    return Group(_text((shown(title), "bold")), bars)


def _text(*pieces: tuple[str, str]) -> Text:
    from rich.text import Text

    return Text.assemble(*pieces, overflow="fold")
