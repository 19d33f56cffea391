"""Puts out what was found: to standard output, with colours for a person, or to files for programs."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping, Sequence
from typing import Final

from rootcause.cli.output import write_data, write_document
from rootcause.errors import RootcauseError
from rootcause.lint.formats import FORMATS, write
from rootcause.lint.formats.outcome import Outcome
from rootcause.source.nearest import nearest
from rootcause.source.visible import visible
from rootcause.terminal.theme import colours

_FOR_PEOPLE: Final = ("full", "concise")
_COLOURS: Final[Mapping[str, str]] = {"error": "31", "warning": "33", "info": "36"}
_HEAD: Final = re.compile(r"^(\S.*?:\d+:\d+:) (error|warning|info)(\[[^\]]*\])?", re.MULTILINE)
_CARETS: Final = re.compile(r"^( +\| *)(\^+)$", re.MULTILINE)


def show(outcome: Outcome, formats: Sequence[str]) -> None:
    """Write each format where it is to go: `FORMAT` to standard output, `FORMAT=FILE` to a file.

    Raises RootcauseError for a format that there is not, or a file that cannot be written.
    """
    for asked in formats:
        name, _, target = asked.partition("=")
        if name not in FORMATS:
            near = nearest(name, FORMATS)
            hint = f'did you mean "{near}"?' if near else f"there are {', '.join(FORMATS)}"
            raise RootcauseError(f'there is no format "{name}"', hint=hint)
        text = write(outcome, name)
        if target:
            write_document(text, target)
        elif name in _FOR_PEOPLE and colours(os.environ, tty=sys.stdout.isatty()):
            sys.stdout.write(_coloured(visible(text, keep="\n")))
        elif text:
            write_data(text)


def refuse_inputs(formats: Sequence[str], names: Sequence[str]) -> None:
    """Raise RootcauseError when a format is to go into a file that is looked at."""
    read = {os.path.realpath(name) for name in names}
    for asked in formats:
        target = asked.partition("=")[2]
        if target and os.path.realpath(target) in read:
            raise RootcauseError(f'"{target}" is a file to check; it is not written over', hint="name another file")


def _coloured(text: str) -> str:
    text = _HEAD.sub(
        lambda head: f"\x1b[1m{head[1]}\x1b[0m \x1b[{_COLOURS[head[2]]}m{head[2]}{head[3] or ''}\x1b[0m", text
    )
    return _CARETS.sub("\\1\x1b[31m\\2\x1b[0m", text)
