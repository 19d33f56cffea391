"""Searches for values of variables that make formulas true, as far as a budget goes.

What a value of one variable asks of others is looked up only when the search comes to that value: a question may have
an answer only where it is shown, so its own condition joins the search at the moment in which it needs one.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from msgspec import Struct

from rootcause.lint.reachability.formula import All, Any, Atom, Formula

MOST_NODES: Final = 50_000
MOST_STEPS: Final = 600_000  # formulas looked at; about a second

Domains = dict[str, int]


class Undecided(enum.Enum):
    """The search was given up."""

    UNDECIDED = "not decided"


UNDECIDED: Final = Undecided.UNDECIDED


class Budget:
    """How much may still be looked at, over all searches in one questionnaire."""

    def __init__(self, steps: int = 2 * MOST_STEPS) -> None:
        self.steps = steps


class Model(Struct, frozen=True):
    """Values that make everything true: what is not among the domains may be anything, also nothing.

    `least` says that no other values need fewer answers.
    """

    domains: Mapping[str, int]
    least: bool


class Search:
    """One search. `follow` says what it takes that a variable came from one set of values down to another."""

    def __init__(
        self,
        full: Callable[[str], int],
        follow: Callable[[str, int, int], Iterable[Formula]],
        cost: Callable[[Mapping[str, int]], int],
        budget: Budget,
    ) -> None:
        self._full = full
        self._follow = follow
        self._cost = cost
        self._budget = budget
        self._steps = 0

    def model(self, goal: Iterable[Formula], *, least: bool = False) -> Model | Undecided | None:
        """Values that make the goal true, None when there are none; with `least` those with the lowest cost."""
        allowed = min(MOST_STEPS, self._budget.steps)
        best: Domains | None = None
        bound: int | None = None
        nodes = 0
        stack: list[tuple[Domains, list[Any], list[Formula]]] = [({}, [], list(goal))]
        try:
            while stack:
                domains, pending, todo = stack.pop()
                if nodes > MOST_NODES or self._steps > allowed:
                    return UNDECIDED if best is None else Model(best, least=False)
                nodes += 1
                left = self._propagated(domains, pending, todo)
                if left is None or (bound is not None and self._cost(domains) >= bound):
                    continue
                if not left:
                    if not least:
                        return Model(domains, least=False)
                    best, bound = domains, self._cost(domains)
                    continue
                chosen = min(range(len(left)), key=lambda index: len(left[index].parts))
                stack += self._branches(domains, left, chosen)
        finally:
            self._budget.steps -= self._steps
            self._steps = 0
        return None if best is None else Model(best, least=True)

    def _branches(
        self, domains: Domains, pending: list[Any], chosen: int
    ) -> list[tuple[Domains, list[Any], list[Formula]]]:
        """One way for each part of a disjunction, the first one last; each excludes those before it."""
        rest = pending[:chosen] + pending[chosen + 1 :]
        found: list[tuple[Domains, list[Any], list[Formula]]] = []
        excluded: list[Formula] = []
        for part in pending[chosen].parts:
            found.append((dict(domains), list(rest), [part, *excluded]))
            if isinstance(part, Atom):
                excluded.append(Atom(part.variable, self._full(part.variable) & ~part.mask))
        found.reverse()
        return found

    def _propagated(self, domains: Domains, pending: list[Any], todo: list[Formula]) -> list[Any] | None:
        """What is left to choose when all that follows was done; None when it contradicts itself."""
        changed = True
        while True:
            while todo:
                self._steps += 1
                formula = todo.pop()
                if isinstance(formula, Atom):
                    variable = formula.variable
                    old = domains.get(variable)
                    if old is None:
                        old = self._full(variable)
                    new = old & formula.mask
                    if not new:
                        return None
                    if new != old:
                        domains[variable] = new
                        changed = True
                        todo += self._follow(variable, old, new)
                elif isinstance(formula, All):
                    todo += formula.parts
                else:
                    pending.append(formula)
                    changed = True
            if not changed:
                return pending
            changed = False
            left = self._narrowed(domains, pending, todo)
            if left is None:
                return None
            pending = left

    def _narrowed(self, domains: Domains, pending: list[Any], todo: list[Formula]) -> list[Any] | None:
        """The disjunctions that are still open, without the parts that are out; a single part left is to be done."""
        left = []
        for disjunction in pending:
            parts = []
            for part in disjunction.parts:
                holds = self._holds(part, domains)
                if holds:
                    break
                if holds is None:
                    parts.append(part)
            else:
                if not parts:
                    return None
                if len(parts) == 1:
                    todo.append(parts[0])
                else:
                    left.append(disjunction if len(parts) == len(disjunction.parts) else Any(tuple(parts)))
        return left

    def _holds(self, formula: Formula, domains: Domains) -> bool | None:
        """Whether a formula is true for all values that are left, or for none; None when it depends."""
        self._steps += 1
        if isinstance(formula, Atom):
            values = domains.get(formula.variable)
            if values is None:
                values = self._full(formula.variable)
            if not values & formula.mask:
                return False
            return None if values & ~formula.mask else True
        deciding = isinstance(formula, Any)
        certain = True
        for part in formula.parts:
            holds = self._holds(part, domains)
            if holds is deciding:
                return deciding
            certain = certain and holds is not None
        return not deciding if certain else None
