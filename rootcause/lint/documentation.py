"""The page of each rule, from the docstring of its module.

A block of an example is a questionnaire, or a piece of one that is put into a whole one; `# file: NAME` begins a
further file.
"""

from __future__ import annotations

from importlib import import_module

from msgspec import Struct

from rootcause.lint.rule import Rule
from rootcause.lint.rules import module_of, rule
from rootcause.source.page import doc_page


class Page(Struct, frozen=True):
    """What there is to say about a rule. `bad` and `good` are the examples, each pair in its order."""

    rule: Rule
    summary: str
    why: str
    bad: tuple[str, ...]
    good: tuple[str, ...]


def page(name: str) -> Page:
    """The page of a rule. Raises KeyError when there is no rule with that name."""
    found = doc_page(import_module(module_of(name)))
    return Page(rule(name), found.summary, found.why, found.bad, found.good)
