"""What a question asks of others as a formula: when it is shown, what its computed value is, how much is chosen."""

from __future__ import annotations

from itertools import combinations
from math import comb
from typing import Final

from rootcause.lint.reachability.cells import NOTHING
from rootcause.lint.reachability.compiling import CHOSEN, Compiler
from rootcause.lint.reachability.formula import FALSE, Atom, Formula, all_of, any_of

_YES, _NO = 1, 2
_MOST_WAYS: Final = 400  # to choose so many of so many options, written out


def computed(compiler: Compiler, key: str, mask: int) -> Formula:
    """That the value of a computed yes or no is among those of the mask."""
    site = compiler.terrain.sites[key]
    value = compiler.condition(site.question.compute, site.outer)
    shown = compiler.shown(key)
    yes, no = compiler.yesno(key).yes, compiler.yesno(key).no
    ways = []
    for atom, formula in ((yes, value.yes), (no, value.no)):
        if isinstance(atom, Atom) and mask & atom.mask:
            ways.append(all_of((shown, formula)))
    if mask & NOTHING:
        ways += [compiler.negated(shown), compiler.unknown(value)]
    return any_of(ways)


def chosen_within(compiler: Compiler, key: str, low: int, high: int) -> Formula:
    """That the number of options lies within bounds, as far as the named options tell."""
    response = compiler.terrain.sites[key].question.response
    named = sorted(compiler.terrain.options_named.get(key, ()))
    rest = len(response.choices) + response.other - len(named)
    parts: list[Formula] = []
    for count, value in ((high + 1, _NO), (len(named) - (low - rest) + 1, _YES)):
        # Of so many options one at least is not chosen, or is.
        if 0 < count <= len(named) and comb(len(named), count) <= _MOST_WAYS:
            parts += (any_of(Atom(f"{key}{CHOSEN}{one}", value) for one in some) for some in combinations(named, count))
        elif count <= 0:
            return FALSE
    return all_of(parts)
