"""Every rule, one module each, in a folder for each family; a family lists its rules by hand.

A rule is imported when it is asked or has found something, so that a run pays for what it uses.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from importlib import import_module
from typing import Final

from rootcause.lint.rule import Rule

FAMILIES: Final = (
    "yaml",
    "structure",
    "identifiers",
    "questions",
    "expressions",
    "logic",
    "method",
    "wording",
    "languages",
    "privacy",
    "tests",
    "control",
)
"""The folders, in the order in which their rules are documented."""


@functools.cache
def families() -> dict[str, str]:
    """The family of each rule, by the name of the rule, in the order in which they are documented."""
    found = {}
    for family in FAMILIES:
        package = import_module(f"{__name__}.{family}")
        found.update(dict.fromkeys((*package.WHILE_READING, *package.LOOKED_FOR), family))
    return found


@functools.cache
def rule(name: str) -> Rule:
    """The rule with that name. Raises KeyError when there is none."""
    found: Rule = import_module(module_of(name)).RULE
    return found


def module_of(name: str) -> str:
    """The module of a rule. Raises KeyError when there is no such rule."""
    return f"{__name__}.{families()[name]}.{name.replace('-', '_')}"


def all_rules() -> Iterator[Rule]:
    """Every rule."""
    return map(rule, families())


def looked_for() -> Iterator[Rule]:
    """The rules that look for something themselves; all others speak when a file is read."""
    for family in FAMILIES:
        yield from map(rule, import_module(f"{__name__}.{family}").LOOKED_FOR)


def selectable() -> Iterator[Rule]:
    """The rules that can be selected; what keeps a file from being used is told in any case."""
    yield from looked_for()
    yield rule("unused-suppression")
