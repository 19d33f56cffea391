"""Asking one thing at the terminal: before something is lost for good, and what was left out."""

from __future__ import annotations

import sys

from rootcause.errors import RootcauseError
from rootcause.source.visible import visible
from rootcause.terminal.presence import can_ask


def confirm(question: str, *, otherwise: str) -> bool:
    """Whether the person says yes. Raises RootcauseError without a terminal, naming the option to use `otherwise`."""
    if not can_ask(sys.stdin, sys.stdout):
        raise RootcauseError("there is no terminal to ask in", hint=f"add {otherwise} if you are sure")
    return ask(f"{question} [y/N]").lower() in ("y", "yes")


def ask(question: str) -> str:
    """The line that the person types, without blanks around it; for a terminal."""
    print(f"{visible(question)} ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip()
