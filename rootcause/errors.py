"""The errors that a person can do something about.

Wrong content of a file is a value (`rootcause.source.diagnostic.Diagnostic`), not an error. An error
carries its message, a hint and the exit code; the one boundary in `rootcause.cli.app` prints it.
"""

from __future__ import annotations


class RootcauseError(Exception):
    """A message for the person, a hint how to go on, and the exit code of the command."""

    exit_code = 2

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UnreadableInput(RootcauseError):
    """A file or stream that cannot be read as text: missing, a folder, a device, too large, not UTF-8."""


class TooLargeInput(UnreadableInput):
    """A file or stream that has more bytes than one that somebody wrote."""


class InvalidContent(RootcauseError):
    """A file that was read but whose content is wrong; the diagnostics have been rendered into the message."""


class CaseError(RootcauseError):
    """A case that cannot be found, read, locked or written."""
