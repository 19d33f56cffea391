"""What the formats that are read in a terminal or in a log have in common: nothing in them acts."""

from __future__ import annotations

from rootcause.lint.finding import Region
from rootcause.source.visible import visible


def words(text: str) -> str:
    """A text for one line of a log.

    GitHub takes `##[` anywhere in a line for the beginning of a command, so another bracket of the same width stands
    there.
    """
    return harmless(visible(text))


def harmless(line: str) -> str:
    """A visible line, without what the runner of GitHub takes for a command."""
    return line.replace("##[", "##(")


def file(path: str) -> str:
    """A path at the beginning of a line. There, two colons begin a command, and files can be called anything."""
    shown = words(path)
    return f"./{shown}" if shown.lstrip().startswith("::") else shown


def place(path: str, region: Region) -> str:
    """Where something is, as editors and terminals link it: `path:line:column`."""
    return f"{file(path)}:{region.line}:{region.column}"


def counted(number: int, noun: str) -> str:
    """A number with its noun."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
