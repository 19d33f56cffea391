"""Asking before something is lost for good."""

from __future__ import annotations

import sys

from rootcause.errors import RootcauseError
from rootcause.source.visible import visible
from rootcause.terminal.presence import can_ask


def confirm(question: str, *, otherwise: str) -> bool:
    """Whether the person says yes. Raises RootcauseError without a terminal, naming the option to use `otherwise`."""
    if not can_ask(sys.stdin, sys.stdout):
        raise RootcauseError("there is no terminal to ask in", hint=f"add {otherwise} if you are sure")
    print(f"{visible(question)} [y/N] ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in ("y", "yes")
