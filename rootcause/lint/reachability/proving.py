"""Whether a question can be shown, by which answers, or which conditions speak against it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Final

from rootcause.expression.syntax import Connection, Expression, Node
from rootcause.lint.reachability.cells import NOT_KNOWN, NOTHING, STATES, Options
from rootcause.lint.reachability.compiling import CHOSEN, Compiler
from rootcause.lint.reachability.condition import Condition, Role, Unreachable
from rootcause.lint.reachability.formula import FALSE, All, Any, Atom, Formula, all_of, any_of
from rootcause.lint.reachability.knowing import OPAQUE
from rootcause.lint.reachability.questions import chosen_within, computed
from rootcause.lint.reachability.search import UNDECIDED, Budget, Model, Search, Undecided
from rootcause.lint.reachability.terrain import ANOTHER, LENGTH, Terrain, chosen_at_least_and_most
from rootcause.lint.reachability.witness import Witness, witness
from rootcause.questionnaire.model import Question, Questionnaire, ResponseType

_LONGEST_CHAIN: Final = 40  # which is still made as short as it can be
_T = ResponseType


Verdict = Witness | Unreachable | Undecided
Ask = tuple[tuple[Condition | None, Formula], ...]


class Proof:
    """Answers questions about one questionnaire. All its searches share a budget."""

    def __init__(self, questionnaire: Questionnaire, budget: Budget | None = None) -> None:
        self.terrain = Terrain(questionnaire)
        self.compiler = Compiler(self.terrain)
        self._budget = budget or Budget()
        self._shown: dict[str, Ask] = {}
        self._taken: dict[str, Ask] = {}
        self._possible: dict[str, bool | Undecided] = {}

    def can_be_shown(self, key: str) -> bool | Undecided:
        """Whether some answers show a question; the key of one in a row is `list.question`."""
        known = self._possible.get(key)
        if known is None:
            asked = self.shown(key)
            easy = not asked or (len(asked) == 1 and self._follows_from_one(asked[0][1]))
            known = self._possible[key] = easy or self.possible(self._target(key))
        return known

    def _follows_from_one(self, formula: Formula) -> bool:
        """Whether an answer to a single question does it, of which is known already that it can be shown."""
        if isinstance(formula, Any):
            return any(self._follows_from_one(part) for part in formula.parts)
        atoms = [atom for atom in (formula.parts if isinstance(formula, All) else (formula,)) if isinstance(atom, Atom)]
        keys = {atom.variable.partition(CHOSEN)[0] for atom in atoms}
        if (
            len(keys) != 1
            or not all(atom.mask for atom in atoms)
            or (isinstance(formula, All) and len(formula.parts) != len(atoms))
        ):
            return False
        (key,) = keys
        site = self.terrain.sites.get(key)
        if site is None or site.outer is not None or site.question.compute is not None or site.question.checks:
            return False
        options = [atom.mask for atom in atoms if CHOSEN in atom.variable]
        return self._possible.get(key) is True and len(atoms) - len(options) == 1 and options in ([], [1])

    def can_be_asked(self, section: str) -> bool | Undecided:
        """Whether the condition of a section can be yes."""
        return self.possible(self._section(section))

    def reachable(self, key: str) -> Verdict:
        """The fewest answers that show a question, or what speaks against it."""
        return self.verdict(self._target(key), self.terrain.sites[key].outer)

    def hidden(self, key: str) -> Verdict:
        """The fewest answers that make the condition of a question no, while its section is shown if it can be.

        When the question has none of its own, they make the condition of its section no.
        """
        site = self.terrain.sites[key]
        own = self.compiler.condition(site.question.when, site.outer).no
        section = self.compiler.condition(site.section.when)
        ways = ((None, section.yes), (None, own)) if site.question.when is not None else ((None, section.no),)
        return self.verdict(ways)

    def section_reachable(self, section: str) -> Verdict:
        """The fewest answers that make the condition of a section yes, or what speaks against it."""
        return self.verdict(self._section(section))

    def verdict(self, goal: Ask, outer: Question | None = None) -> Verdict:
        """The fewest answers that reach a goal, or what speaks against it; with `outer`, in a row of that list."""
        found = self._search().model((formula for _, formula in goal), least=True)
        if isinstance(found, Model):
            return witness(self.terrain, found, outer)
        return Unreachable(self.chain(goal)) if found is None else UNDECIDED

    def possible(self, goal: Ask) -> bool | Undecided:
        """Whether something reaches a goal."""
        if all(formula == FALSE or not _is_open(formula) for _, formula in goal):
            return all(formula != FALSE for _, formula in goal)
        found = self._search().model(formula for _, formula in goal)
        return found if isinstance(found, Undecided) else found is not None

    def never(self, formulas: Iterable[Formula], *, follow: bool = True) -> bool:
        """Whether it is proven that the formulas cannot hold together. Without `follow` each may be answered freely."""
        search = self._search() if follow else Search(self.compiler.full, _nothing_follows, _free, self._budget)
        return search.model(formulas) is None

    def answer(self, key: str, *also: Formula, checked: bool = True) -> bool | Undecided:
        """Whether a question can be shown and have an answer of which something holds.

        Without `checked`, its own checks are left aside.
        """
        goal = [*(formula for _, formula in self._target(key)), self.compiler.answered(key), *also]
        found = self._search(unchecked=None if checked else key).model(goal)
        return found if isinstance(found, Undecided) else found is not None

    def chain(self, goal: Ask) -> tuple[Condition, ...]:
        """The conditions that contradict each other, none more than needed."""
        seen: dict[tuple[str, Role, int, int], Condition] = {}
        self._search(seen).model(_of(goal, None, seen))
        kept = dict(seen)
        if len(kept) <= _LONGEST_CHAIN:
            for name in tuple(kept):
                without = frozenset(kept) - {name}
                if self._search({}, without).model(_of(goal, without, {})) is None:
                    del kept[name]
        order = {key: place for place, key in enumerate((*self.terrain.sites, *self._section_ids))}
        return tuple(sorted(kept.values(), key=lambda one: (order.get(one.owner, 0), one.index, one.operand)))

    def shown(self, key: str) -> Ask:
        """What it takes to show a question, condition by condition."""
        known = self._shown.get(key)
        if known is None:
            site = self.terrain.sites[key]
            own = self._conditions(site.question.when, key, Role.WHEN, site.outer)
            outside = self._section(site.section.id) if site.outer is None else self.shown(site.outer.id)
            known = self._shown[key] = (*outside, *own)
        return known

    def taken(self, key: str) -> Ask:
        """What it takes for an answer to a question to be taken."""
        known = self._taken.get(key)
        if known is None:
            known = self._taken[key] = tuple(self._taken_when(key))
        return known

    @cached_property
    def _section_ids(self) -> tuple[str, ...]:
        return tuple(section.id for section in self.terrain.questionnaire.sections)

    def _section(self, section: str) -> Ask:
        known = self._shown.get(f"/{section}")
        if known is None:
            found = next(one for one in self.terrain.questionnaire.sections if one.id == section)
            known = tuple(self._conditions(found.when, section, Role.SECTION_WHEN, None))
            self._shown[f"/{section}"] = known
        return known

    def _target(self, key: str) -> Ask:
        """To show a question; one of a row needs a row."""
        outer = self.terrain.sites[key].outer
        row: Ask = ()
        if outer is not None:
            cells = self.terrain.cells(outer.id)
            empty = cells.compared("==", 0) if not isinstance(cells, Options) else None
            row = ((None, Atom(outer.id, cells.full & ~(NOTHING | NOT_KNOWN | (empty or 0)))),)
        return (*self.shown(key), *row)

    def _conditions(
        self, expression: Expression | None, owner: str, role: Role, outer: Question | None, index: int = 0
    ) -> Iterator[tuple[Condition, Formula]]:
        if expression is None:
            return
        for number, node in enumerate(operands(expression.root)):
            condition = Condition(owner, role, index, number, node)
            yield condition, self.compiler.compile(node, outer).yes

    def _taken_when(self, key: str) -> Iterator[tuple[Condition | None, Formula]]:
        site = self.terrain.sites[key]
        question = site.question
        for index, check in enumerate(question.checks):
            refused = self.compiler.compile(check.that.root, site.outer).no
            yield Condition(key, Role.CHECK, index, 0, check.that.root), self.compiler.negated(refused)
        if question.type is _T.CHOICES:
            yield Condition(key, Role.BOUNDS), chosen_within(self.compiler, key, *chosen_at_least_and_most(question))

    def _search(
        self,
        seen: dict[tuple[str, Role, int, int], Condition] | None = None,
        enabled: frozenset[tuple[str, Role, int, int]] | None = None,
        unchecked: str | None = None,
    ) -> Search:
        def follow(variable: str, old: int, new: int) -> Iterable[Formula]:
            asked = self._follow(variable, old, new)
            if variable == unchecked:
                asked = tuple(one for one in asked if one[0] is None or one[0].role is not Role.CHECK)
            return _of(asked, enabled, seen) if seen is not None else [formula for _, formula in asked]

        return Search(self.compiler.full, follow, self._cost, self._budget)

    def _follow(self, variable: str, old: int, new: int) -> Ask:
        """What it takes that the values of a variable came down to these."""
        if variable[0] == OPAQUE or CHOSEN in variable:
            return ()
        if variable.endswith(LENGTH):
            return self._of_length(variable, new)
        question = self.terrain.sites[variable].question
        if question.compute is not None:
            return ((Condition(variable, Role.COMPUTE, 0, 0, question.compute.root), self._computed(variable, new)),)
        found: Ask = ()
        if old & NOTHING and not new & NOTHING:
            found = self.shown(variable)
        if old & (NOTHING | NOT_KNOWN) and not new & (NOTHING | NOT_KNOWN):
            found = (*found, *self.taken(variable))
        return found

    def _computed(self, key: str, values: int) -> Formula:
        return computed(self.compiler, key, values)

    def _of_length(self, variable: str, values: int) -> Ask:
        """That a text or so many options are as long as they are said to be."""
        key = variable.removesuffix(LENGTH)
        cells, amounts = self.terrain.cells(key), self.terrain.cells(variable)
        if isinstance(amounts, Options):
            return ()
        ways: list[Formula] = []
        for bit in amounts.bits(values):
            low, high = amounts.range(bit)
            this = Atom(variable, 1 << bit + STATES)
            if self.terrain.sites[key].question.type is _T.CHOICES:
                ways.append(all_of((this, chosen_within(self.compiler, key, int(low or 0), int(high or 0)))))
            elif isinstance(cells, Options):
                texts = [text for text in cells.values if isinstance(text, str) and text != ANOTHER]
                fit = [
                    text for text in texts if (low is None or len(text) >= low) and (high is None or len(text) <= high)
                ]
                mask = sum(cells.equal(text) for text in (*fit, ANOTHER))
                ways.append(all_of((this, Atom(key, mask | NOTHING | NOT_KNOWN))))
        return ((None, any_of(ways)),)

    def _cost(self, domains: Mapping[str, int]) -> int:
        """How many answers are given: of questions that are not computed and must have one."""
        return sum(not values & NOTHING and self.is_asked(variable) for variable, values in domains.items())

    def is_asked(self, variable: str) -> bool:
        """Whether a variable is a question that somebody answers."""
        site = self.terrain.sites.get(variable)
        return site is not None and site.question.compute is None


def operands(node: Node) -> tuple[Node, ...]:
    """The parts that must all be yes."""
    return node.operands if isinstance(node, Connection) and node.connector == "and" else (node,)


def _of(
    asked: Ask,
    enabled: frozenset[tuple[str, Role, int, int]] | None,
    seen: dict[tuple[str, Role, int, int], Condition] | None,
) -> list[Formula]:
    """The formulas of the conditions that are enabled; all are noted as seen."""
    found = []
    for condition, formula in asked:
        if condition is not None:
            if enabled is not None and condition.name not in enabled:
                continue
            if seen is not None:
                seen[condition.name] = condition
        found.append(formula)
    return found


def _is_open(formula: Formula) -> bool:
    """Whether something has to be searched for it."""
    return isinstance(formula, Atom) or bool(formula.parts)


def _nothing_follows(_variable: str, _old: int, _new: int) -> tuple[Formula, ...]:
    return ()


def _free(_domains: Mapping[str, int]) -> int:
    return 0
