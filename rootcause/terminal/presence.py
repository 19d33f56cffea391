"""Whether there is somebody to ask. Imports nothing that asking needs, for those who only hand answers in."""

from __future__ import annotations

from typing import TextIO


def can_ask(stdin: TextIO | None, stdout: TextIO | None) -> bool:
    """Whether there is a person at both ends."""
    return all(_is_terminal(stream) for stream in (stdin, stdout))


def _is_terminal(stream: TextIO | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # it has been closed
        return False
