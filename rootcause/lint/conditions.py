"""What holds whenever a question is asked, as far as the conditions say so themselves."""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.expression.syntax import Call, Conditional, Connection, Expression, Name, Node, Not, children
from rootcause.lint.asked import Asked
from rootcause.lint.context import Context
from rootcause.questionnaire.model import Question, Section

_NOTHING: frozenset[str] = frozenset()


def parts(expression: Expression | None) -> tuple[Node, ...]:
    """The conditions that must all be true for the expression to be."""
    match expression:
        case None:
            return ()
        case Expression(_, Connection("and", operands)):
            return operands
        case Expression(_, root):
            return (root,)


def needed(node: Node, outcome: bool) -> frozenset[str]:
    """The questions that have been asked for certain when a condition is true, or false.

    What was not asked is unknown, and makes what is calculated or compared with it unknown too.
    """
    match node:
        case Name(id):
            return frozenset((id,))
        case Not(operand):
            return needed(operand, not outcome)
        case Call("answered" | "unknown", (Name(id), *_)):
            return frozenset((id,)) if outcome else _NOTHING
        case Call("count", (Name(id), *_)):
            return frozenset((id,))
        case Connection(connector, operands):
            each = [needed(operand, outcome) for operand in operands]
            return _NOTHING.union(*each) if (connector == "and") == outcome else each[0].intersection(*each[1:])
        case Conditional(condition, then, otherwise):
            return (needed(condition, True) | needed(then, outcome)) & (
                needed(condition, False) | needed(otherwise, outcome)
            )
        case _:
            return _NOTHING.union(*(needed(part, True) & needed(part, False) for part in children(node)))


class Conditions:
    """The conditions of one questionnaire."""

    def __init__(self, context: Context) -> None:
        self._outside = {asked.question.id: asked for asked in context.asked if asked.outer is None}
        self._known: dict[tuple[str, str], frozenset[Node | str]] = {}

    def of(self, asked: Asked) -> frozenset[Node]:
        """The conditions under which a question is asked, beside those of the list or ladder that it belongs to."""
        return frozenset((*parts(asked.section.when), *parts(asked.question.when)))

    def outside(self, id: str) -> Asked | None:
        """The question with an id that belongs to no row or rung."""
        return self._outside.get(id)

    def where(self, id: str, asked: Asked) -> Asked | None:
        """The question that an id means in the texts and conditions of another one."""
        item = None if asked.outer is None else asked.outer.item(id)
        return self._outside.get(id) if item is None else Asked(item, asked.place, asked.section, asked.outer)

    def certain(self, asked: Asked) -> frozenset[Node | str]:
        """What is true and, by their ids, which questions have been asked, whenever this one is."""
        key = ("" if asked.outer is None else asked.outer.id, asked.question.id)
        if key not in self._known:
            self._known[key] = _NOTHING  # a questionnaire with errors can name a question in a circle
            self._known[key] = frozenset(self._certain(asked))
        return self._known[key]

    def certain_in(self, section: Section) -> frozenset[Node | str]:
        """The same whenever a section is shown."""
        found: set[Node | str] = set()
        for part in parts(section.when):
            found |= {part, *self._asked_before(part, True, None)}
        return frozenset(found)

    def after_checks(self, asked: Asked) -> frozenset[Node | str]:
        """Which questions have been asked when an answer is refused."""
        return frozenset(
            one for check in asked.question.checks for one in self._asked_before(check.that.root, False, asked)
        )

    def _certain(self, asked: Asked) -> Iterator[Node | str]:
        yield from self.certain_in(asked.section)
        if asked.outer is not None:
            yield from self._of_outer(asked.outer)
        for part in parts(asked.question.when):
            yield part
            yield from self._asked_before(part, True, asked)

    def _of_outer(self, outer: Question) -> Iterator[Node | str]:
        yield outer.id
        if outer.id in self._outside:
            yield from self.certain(self._outside[outer.id])

    def _asked_before(self, part: Node, outcome: bool, asked: Asked | None) -> Iterator[Node | str]:
        for id in needed(part, outcome):
            yield id
            other = self.outside(id) if asked is None else self.where(id, asked)
            if other is not None:
                yield from self.certain(other)
