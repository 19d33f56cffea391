"""Expressions as formulas: when a condition is yes, and when it is no.

A part that is not followed becomes a variable of its own, whose name begins with `?` and goes on with its text.
"""

from __future__ import annotations

from functools import partial
from typing import Final

from rootcause.expression.syntax import (
    Call,
    Comparator,
    Comparison,
    Conditional,
    Connection,
    Expression,
    Name,
    Node,
    Not,
    Now,
    Text,
    Today,
    Truth,
    walk,
)
from rootcause.expression.writer import unparse
from rootcause.lint.reachability.cells import NOT_KNOWN, NOTHING, Options
from rootcause.lint.reachability.constants import constant
from rootcause.lint.reachability.formula import (
    FALSE,
    TRUE,
    Atom,
    Formula,
    Kleene,
    all_of,
    any_of,
    branch,
    conjunction,
    disjunction,
    equality,
    negation,
    opposite,
)
from rootcause.lint.reachability.knowing import OPAQUE, is_condition, known, needed
from rootcause.lint.reachability.matching import amount, option, two_options
from rootcause.lint.reachability.sides import COMPARE, constants, is_kept
from rootcause.lint.reachability.terrain import DEPTH, LENGTH, Terrain
from rootcause.questionnaire.model import Question, ResponseType

CHOSEN: Final = "="
_YES, _NO = 1, 2
_BITS_OF_OTHERS: Final = {OPAQUE: 0b111, CHOSEN: 0b11}
_FLIPPED: Final[dict[Comparator, Comparator]] = {
    "==": "==",
    "!=": "!=",
    "<": ">",
    "<=": ">=",
    ">": "<",
    ">=": "<=",
}
_T = ResponseType
_Sides = tuple[Node, Comparator, Node]


class Compiler:
    """Makes formulas of the expressions of one questionnaire."""

    def __init__(self, terrain: Terrain) -> None:
        self.terrain = terrain
        self._full: dict[str, int] = {}
        self._opaque = 0
        self._conditions: dict[tuple[int, str], Kleene] = {}

    def full(self, variable: str) -> int:
        """All values of a variable."""
        values = self._full.get(variable)
        if values is None:
            if variable[0] == OPAQUE:
                values = _BITS_OF_OTHERS[OPAQUE]
            elif CHOSEN in variable:
                values = _BITS_OF_OTHERS[CHOSEN]
            else:
                values = self.terrain.cells(variable).full
                if variable.endswith(LENGTH):
                    values &= ~(NOTHING | NOT_KNOWN)
            self._full[variable] = values
        return values

    def answered(self, key: str) -> Formula:
        """That there is an answer."""
        return Atom(key, self.full(key) & ~(NOTHING | NOT_KNOWN))

    def equal(self, key: str, option: str) -> Formula:
        """That the answer is this option."""
        cells = self.terrain.cells(key)
        return Atom(key, cells.equal(option)) if isinstance(cells, Options) else FALSE

    def negated(self, formula: Formula) -> Formula:
        """What holds when the formula does not."""
        return negation(formula, self.full)

    def unknown(self, condition: Kleene) -> Formula:
        """When a condition is neither yes nor no."""
        return all_of((self.negated(condition.yes), self.negated(condition.no)))

    def condition(self, expression: Expression | None, outer: Question | None = None) -> Kleene:
        """When a condition is yes and when no; one that is not there is always yes."""
        if expression is None:
            return Kleene(TRUE, FALSE)
        # The same object, not the same text: in another row the same text is about other questions.
        key = id(expression), "" if outer is None else outer.id
        known = self._conditions.get(key)
        if known is None:
            known = self._conditions[key] = self.compile(expression.root, outer)
        return known

    def compile(self, node: Node, outer: Question | None, depth: int = 0) -> Kleene:
        """When a condition is yes and when no."""
        inner = partial(self.compile, outer=outer, depth=depth)
        match node:
            case Truth(value):
                return Kleene(TRUE, FALSE) if value else Kleene(FALSE, TRUE)
            case Not(operand):
                return opposite(inner(operand))
            case Connection("and", operands):
                return conjunction(map(inner, operands))
            case Connection(_, operands):
                return disjunction(map(inner, operands))
            case Conditional(condition, then, otherwise):
                return branch(inner(condition), inner(then), inner(otherwise))
            case Name(id):
                return self.yesno(self.terrain.key(id, outer))
            case Comparison(comparator, left, right):
                return self._comparison(node, (left, comparator, right), outer, depth)
            case Call("answered" | "unknown" as function, (Name(id),)):
                return self._state(function, self.terrain.key(id, outer))
            case Call("has" | "any_of", (chosen, *options)):
                wanted = [option.value for option in options if isinstance(option, Text)]
                return self._chosen(node, chosen, wanted, outer, depth)
            case _:
                return self._not_followed(node, outer)

    def yesno(self, key: str) -> Kleene:
        """When the answer to a question is yes, and when no."""
        cells = self.terrain.cells(key)
        if not isinstance(cells, Options):
            return Kleene(FALSE, FALSE)
        return Kleene(Atom(key, cells.equal(True)), Atom(key, cells.equal(False)))

    def _state(self, function: str, key: str) -> Kleene:
        compute = self.terrain.sites[key].question.compute
        if compute is not None and self.terrain.sites[key].question.type is not _T.YESNO:
            if function == "unknown":
                return Kleene(FALSE, TRUE)
            yes = all_of((self.shown(key), known(self, key, 0)))
            return Kleene(yes, self.negated(yes))
        yes = self.answered(key) if function == "answered" else Atom(key, NOT_KNOWN)
        return Kleene(yes, self.negated(yes))

    def _chosen(self, node: Node, chosen: Node, wanted: list[str], outer: Question | None, depth: int) -> Kleene:
        again = partial(self._chosen, node, wanted=wanted, depth=depth)
        if isinstance(chosen, Conditional):
            condition = self.compile(chosen.condition, outer, depth)
            return branch(condition, again(chosen.then, outer=outer), again(chosen.otherwise, outer=outer))
        if isinstance(chosen, Text):
            return Kleene(TRUE, FALSE) if chosen.value in wanted else Kleene(FALSE, TRUE)
        if not isinstance(chosen, Name):
            return self._not_followed(node, outer)
        key = self.terrain.key(chosen.id, outer)
        site = self.terrain.sites[key]
        if site.question.compute is not None:
            if depth >= DEPTH:
                return self._not_followed(node, outer)
            there = self._chosen(node, site.question.compute.root, wanted, site.outer, depth + 1)
            return self._where_shown(key, there)
        cells = self.terrain.cells(key)
        if site.question.type is _T.CHOICE and isinstance(cells, Options):
            mask = sum(cells.equal(option) for option in dict.fromkeys(wanted))
            answers = cells.full & ~(NOTHING | NOT_KNOWN)
            return Kleene(Atom(key, mask), Atom(key, answers & ~mask))
        answered = self.answered(key)
        some = [f"{key}{CHOSEN}{option}" for option in dict.fromkeys(wanted)]
        return Kleene(
            all_of((answered, any_of(Atom(one, _YES) for one in some))),
            all_of((answered, *(Atom(one, _NO) for one in some))),
        )

    def _comparison(self, node: Comparison, sides: _Sides, outer: Question | None, depth: int) -> Kleene:
        left, comparator, right = sides
        again = partial(self._comparison, node, outer=outer, depth=depth)
        if isinstance(left, Conditional):
            condition = self.compile(left.condition, outer, depth)
            return branch(condition, again((left.then, comparator, right)), again((left.otherwise, comparator, right)))
        if isinstance(right, Conditional):
            condition = self.compile(right.condition, outer, depth)
            return branch(condition, again((left, comparator, right.then)), again((left, comparator, right.otherwise)))
        if is_condition(self, left, outer) and is_condition(self, right, outer):
            same = equality(self.compile(left, outer, depth), self.compile(right, outer, depth))
            return same if comparator == "==" else opposite(same)
        values = constants(left, right)
        if values is not None:
            holds = COMPARE[comparator](*values)
            return Kleene(TRUE, FALSE) if holds else Kleene(FALSE, TRUE)
        for turned in (sides, (right, _FLIPPED[comparator], left)):
            found = self._against(node, turned, outer, depth)
            if found is not None:
                return found
        return self._not_followed(node, outer)

    def _against(self, node: Comparison, sides: _Sides, outer: Question | None, depth: int) -> Kleene | None:
        """One side, which names a question, compared with the other; None when it is not followed."""
        side, comparator, other = sides
        unit, length = 1, False
        if isinstance(side, Call) and len(side.arguments) == 1 and side.function in ("minutes", "count", "len"):
            unit = 60 if side.function == "minutes" else 1
            length = side.function == "len"
            side = side.arguments[0]
        if not isinstance(side, Name):
            return None
        key = self.terrain.key(side.id, outer)
        site = self.terrain.sites[key]
        if site.question.compute is not None:
            # What is computed outside may be named in a row, where the other side could then mean something else.
            plain = unit == 1 and not length and is_kept(site.question, self.terrain, site.outer)
            if depth >= DEPTH or not plain or (outer is not site.outer and constant(other) is None):
                return None
            root = site.question.compute.root
            there = self._comparison(node, (root, comparator, other), site.outer, depth + 1)
            return self._where_shown(key, there)
        if length and not site.question.type.repeats:
            if site.question.type in (_T.EMAIL, _T.URL):
                return None
            return amount(key + LENGTH, self.terrain.cells(key + LENGTH), comparator, other, also=self.answered(key))
        match other:
            case Text(value):
                return option(key, self.terrain.cells(key), comparator, value)
            case Name(id) if site.question.type is _T.CHOICE:
                second = self.terrain.key(id, outer)
                if self.terrain.sites[second].question.compute is not None:
                    return None
                return two_options(key, self.terrain.cells(key), comparator, second, self.terrain.cells(second))
            case _:
                return amount(key, self.terrain.cells(key), comparator, other, unit)

    def _where_shown(self, key: str, value: Kleene) -> Kleene:
        """The value of a computed question, which is known only where the question is shown."""
        shown = self.shown(key)
        return Kleene(all_of((shown, value.yes)), all_of((shown, value.no)))

    def shown(self, key: str) -> Formula:
        """That the conditions of a question and of its section are yes; of one in a row, those of the list too."""
        site = self.terrain.sites[key]
        own = self.condition(site.question.when, site.outer).yes
        if site.outer is not None:
            return all_of((self.shown(site.outer.id), own))
        return all_of((self.condition(site.section.when).yes, own))

    def _not_followed(self, node: Node, outer: Question | None) -> Kleene:
        """Yes, no or unknown as it comes, but known only when what it needs is answered."""
        text = unparse(node)
        if any(isinstance(part, Today | Now) for part in walk(node)):
            self._opaque += 1  # a check is judged at another moment than a condition
            text = f"{text}{OPAQUE}{self._opaque}"
        prefix = "" if outer is None else f"{outer.id}: "
        return self._variable(f"{OPAQUE}{prefix}{text}", needed(self, node, outer))

    def _variable(self, variable: str, needed: tuple[Formula, ...]) -> Kleene:
        return Kleene(all_of((Atom(variable, _YES), *needed)), all_of((Atom(variable, _NO), *needed)))
