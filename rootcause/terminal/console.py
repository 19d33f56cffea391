"""Puts a drawing out: coloured and as wide as the screen on a terminal, plain and 80 columns wide elsewhere."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import TYPE_CHECKING, TextIO

from rootcause.terminal.theme import colours

if TYPE_CHECKING:
    from rich.console import RenderableType

_COLUMNS = 80


def print_drawing(drawing: RenderableType, stream: TextIO, environ: Mapping[str, str]) -> None:
    """Write a drawing; what is no terminal gets UTF-8, whatever the locale is."""
    tty = stream.isatty()
    text = as_text(drawing, columns=None if tty else _COLUMNS, coloured=colours(environ, tty=tty))
    if tty or not hasattr(stream, "buffer"):
        encoding = stream.encoding or "utf-8"
        stream.write(text.encode(encoding, "replace").decode(encoding))
    else:
        stream.flush()
        stream.buffer.write(text.encode())
    stream.flush()


def as_text(drawing: RenderableType, *, columns: int | None = _COLUMNS, coloured: bool = False) -> str:
    """A drawing as text; `columns` None takes the width of the terminal."""
    from rich.console import Console

    text = io.StringIO()
    console = Console(
        file=text,
        width=columns,
        force_terminal=coloured,
        color_system="standard" if coloured else None,
        no_color=not coloured,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
        _environ={},
    )
    console.print(drawing)
    return "".join(f"{line.rstrip()}\n" for line in text.getvalue().splitlines())
