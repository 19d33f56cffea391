"""The SQL of each figure, as it lies in the folder `sql`: one file for one figure, named after it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

_NAMED: Final = re.compile(r"--[^\n]*|:([a-z_]+)")
"""A comment, in which a name stays a name, or a parameter."""


@cache
def statement(figure: str) -> str:
    """The SQL of a figure with named parameters, `:since`; ends with a line break."""
    return files(__package__).joinpath("sql", f"{figure}.sql").read_text(encoding="utf-8")


def parameters_of(sql: str) -> frozenset[str]:
    """The names of the parameters that it has."""
    return frozenset(found[1] for found in _NAMED.finditer(sql) if found[1])


def filled(sql: str, parameters: Mapping[str, str]) -> str:
    """The SQL with each parameter as a text in quotes, for engines that know none or call them otherwise."""
    return _NAMED.sub(lambda found: _quoted(parameters[found[1]]) if found[1] else found[0], sql)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
