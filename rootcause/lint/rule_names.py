"""The words by which people name rules: a name, a code, the beginning of a code, a family, `default`, `all`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from rootcause.lint.rule import Rule
from rootcause.lint.rules import FAMILIES, all_rules, families, rule
from rootcause.source.nearest import nearest

ALL: Final = "all"
DEFAULT: Final = "default"
_CODE: Final = re.compile(r"RC[A-Z]\d{3}")
_PREFIX: Final = re.compile(r"RC([A-Z]\d{0,3})?")


def named(word: str) -> str | None:
    """The name of the one rule that a name or code means; None when there is none."""
    if word in families():
        return word
    return _by_code().get(word) if _CODE.fullmatch(word) else None


def means(word: str, of: Rule) -> bool:
    """Whether a word names that rule, alone or among others."""
    if word in (ALL, of.name, of.code) or (word == DEFAULT and of.on):
        return True
    return families()[of.name] == word or (_PREFIX.fullmatch(word) is not None and of.code.startswith(word))


def is_known(word: str) -> bool:
    """Whether a word names any rule."""
    if word in (ALL, DEFAULT) or word in families() or word in FAMILIES:
        return True
    return _PREFIX.fullmatch(word) is not None and any(code.startswith(word) for code in _by_code())


def complaint(word: str, *, silences: bool = False) -> tuple[str, str] | None:
    """What to say about a word that names no rule, or that silences one that always counts: message and hint."""
    if not is_known(word):
        return f'"{word}" names no rule', suggestion(word, (*FAMILIES, ALL, DEFAULT))
    name = named(word)
    if silences and name is not None and rule(name).always:
        return f'"{word}" always counts: a file with such an error cannot be used', "mend the file"
    return None


def suggestion(word: str, among: Iterable[str] = ()) -> str:
    """Which rule may be meant by a word that names none, for the help of a message."""
    near = nearest_rule(word, among)
    return f'did you mean "{near}"?' if near else "`rootcause rule` lists all rules"


def nearest_rule(word: str, among: Iterable[str] = ()) -> str | None:
    """The name or code that a word comes closest to."""
    return nearest(word, (*families(), *among)) or nearest(word, _by_code())


@cache
def _by_code() -> dict[str, str]:
    return {one.code: one.name for one in all_rules()}
