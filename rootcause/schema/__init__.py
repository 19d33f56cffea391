"""JSON Schema, draft 7, of the files that people write, so that their editors complete keys and show what they mean.

A schema never refuses what is taken when the file is read; it lets pass what only the reader can judge, such as
expressions. The linter sees the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Final

from rootcause.schema.pieces import Schema

KINDS: Final[Mapping[str, str]] = {
    "questionnaire": "A questionnaire.",
    "included": "A file of lists and sections that questionnaires include.",
    "answers": "An answers file; with --for, the answers to one questionnaire.",
    "case": "case.json, as a case is saved.",
    "config": "rootcause.toml, the settings file of a project.",
    "theme": "A theme file, the look of a team's reports.",
}
"""The kinds of file, each with what it is."""


def schema(kind: str) -> Schema:
    """The schema of a kind of file. Raises KeyError for a kind that there is none of."""
    build: Callable[[], Schema] = getattr(import_module(_MODULES[kind]), kind)
    return build()


_MODULES: Final = {
    "questionnaire": f"{__name__}.questionnaire",
    "included": f"{__name__}.questionnaire",
    "answers": f"{__name__}.answers",
    "case": f"{__name__}.case",
    "config": f"{__name__}.config",
    "theme": f"{__name__}.theme",
}
