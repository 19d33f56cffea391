"""Begins the program in a terminal and puts somebody before it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.walk.at_a_screen import AtAScreen
from tests.walk.person import Person
from tests.walk.terminal import ROOTCAUSE, Terminal
from tests.walk.with_lines import WithLines


def sits_down(
    folder: Path,
    *arguments: str,
    plain: bool = False,
    columns: int = 80,
    rows: int = 40,
    environ: Mapping[str, str] | None = None,
    errors: Path | None = None,
    program: Sequence[str] = ROOTCAUSE,
) -> Person:
    """Somebody who has just begun `rootcause` with these arguments in that folder."""
    command = (*program, *arguments, *(("--accessible",) if plain else ()))
    terminal = Terminal(command, folder, columns=columns, rows=rows, environ=environ, errors=errors)
    return (WithLines if plain else AtAScreen)(terminal)
