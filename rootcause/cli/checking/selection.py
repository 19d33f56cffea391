"""The words by which people name checks: a name, a code, the beginning of a code, a family, `all`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from rootcause.analysis.checks import FAMILIES, check, families
from rootcause.analysis.checks.check import Check
from rootcause.errors import RootcauseError
from rootcause.source.nearest import nearest

ALL: Final = "all"
_CODE: Final = re.compile(r"RC[A-Z]\d{0,3}")


@cache
def every() -> tuple[Check, ...]:
    """All checks, in the order in which they are documented."""
    return tuple(map(check, families()))


def named(word: str) -> Check | None:
    """The one check that a name or a code means; None when there is none."""
    return next((one for one in every() if word.lower() == one.name or word.upper() == one.code), None)


def the_one(word: str) -> Check:
    """The check with that name or code. Raises RootcauseError when there is none."""
    found = named(word)
    if found is None:
        raise _unknown("there is no check", word)
    return found


def select(select: Sequence[str] = (), ignore: Sequence[str] = ()) -> tuple[Check, ...]:
    """The checks to ask, all of them where nobody selects. Raises RootcauseError for a word that names none."""
    for word in (*select, *ignore):
        if not any(_means(word, one) for one in every()) and word not in FAMILIES:
            raise _unknown("no check is named", word)
    chosen = [one for one in every() if not select or any(_means(word, one) for word in select)]
    return tuple(one for one in chosen if not any(_means(word, one) for word in ignore))


def _means(word: str, one: Check) -> bool:
    code = word.upper()
    return (
        word.lower() in (ALL, one.name, families()[one.name])
        or code == one.code
        or (_CODE.fullmatch(code) is not None and one.code.startswith(code))
    )


def _unknown(what: str, word: str) -> RootcauseError:
    near = nearest(word, families()) or nearest(word.upper(), (one.code for one in every()))
    return RootcauseError(f'{what} "{word}"', hint=f'did you mean "{near}"?' if near else "`rootcause rule` lists them")
