"""What a run came to, written for people and for the programs that show it: one module for each format.

Knows nothing of files and terminals; a format is a function from what a run came to, to a text.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Final

from rootcause.lint.formats.outcome import Outcome

FORMATS: Final[Mapping[str, str]] = {
    "full": "full",
    "concise": "concise",
    "json": "json",
    "json-lines": "json_lines",
    "sarif": "sarif",
    "github": "github",
    "gitlab": "gitlab",
    "junit": "junit",
    "rdjson": "rdjson",
}
"""The module of each format by its name; one is imported when it is written."""


def write(outcome: Outcome, format: str) -> str:
    """What a run came to, in a format. Raises KeyError when there is no such format."""
    text: str = import_module(f"{__name__}.{FORMATS[format]}").write(outcome)
    return text
