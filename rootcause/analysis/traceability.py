"""From evidence to cause to action to measure, and what is missing on the way.

An action on a cause breaks the links below it as well, so it covers the causes below; a cause all of whose branches are
covered is covered. What went badly, or well by luck only, is answered by an action that names it, by one that shares a
word with it that tells what it is about, or by one on a cause that does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from rootcause.analysis.causes import Cause
from rootcause.analysis.naming import Naming, Worded
from rootcause.analysis.shared_words import stems, telling_stems
from rootcause.analysis.statement import Row, Statement

if TYPE_CHECKING:
    from rootcause.analysis.analysis import Analysis


class TracedAction(Struct, frozen=True):
    """One action, and what it acts on. `missing` are its words and numbers that are no cause, and nothing else known.

    `measure` is how it shows that it worked.
    """

    row: Row
    causes: tuple[Cause, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def number(self) -> str:
        """The number by which people know the action."""
        return self.row.number

    @property
    def what(self) -> str:
        """The action in words."""
        said = words_of(self.row)
        return "" if said is None else said.text

    @property
    def acts_on(self) -> Statement | None:
        """What was said on its cause, None where nobody was asked."""
        return self.row.cells.get("cause")

    @property
    def measure(self) -> Statement | None:
        """How it will be seen that it worked, None when that was not said."""
        return self.row.known("done_when")

    @property
    def strength(self) -> str | None:
        """`stronger`, `intermediate`, `weaker`, or None."""
        value = self.row.value("strength")
        return value if isinstance(value, str) and value in Strengths.__struct_fields__[:-1] else None


class TracedCause(Struct, frozen=True):
    """A cause that is known, with the actions on it and those on a cause above it; `sources` number its evidence."""

    cause: Cause
    sources: tuple[int, ...]
    on_it: tuple[TracedAction, ...]
    from_above: tuple[TracedAction, ...]
    is_covered: bool

    @property
    def is_end(self) -> bool:
        """Whether the tree ends here, or goes on with what nobody knows."""
        return self.cause.is_root or self.cause.is_deepest_known

    @property
    def actions(self) -> tuple[TracedAction, ...]:
        """All actions that reach it."""
        return (*self.on_it, *self.from_above)

    @property
    def has_evidence(self) -> bool:
        """Whether it says where to look it up."""
        return bool(self.sources) or self.cause.row.known("evidence") is not None


class Remembered(Struct, frozen=True):
    """One thing that went badly, or well by luck only; `row` is the one in which it stands, if it stands in one.

    `actions` are those that answer it. `is_accepted` says that it stays as it is, for a reason.
    """

    role: str
    statement: Statement
    text: str
    row: Row | None
    actions: tuple[TracedAction, ...]
    is_accepted: bool


class Strengths(Struct, frozen=True):
    """How many actions are how strong, by the hierarchy of the VA National Center for Patient Safety."""

    stronger: int = 0
    intermediate: int = 0
    weaker: int = 0
    unsaid: int = 0

    @property
    def all(self) -> int:
        """How many actions there are."""
        return self.stronger + self.intermediate + self.weaker + self.unsaid


class Traceability(Struct, frozen=True):
    """Every cause, action and afterthought with what leads to it, and the gaps."""

    causes: tuple[TracedCause, ...]
    actions: tuple[TracedAction, ...]
    remembered: tuple[Remembered, ...]
    strengths: Strengths

    @property
    def asks_for_causes(self) -> bool:
        """Whether actions can say what they act on."""
        return not self.actions or any(one.acts_on is not None for one in self.actions)

    @property
    def causes_without_action(self) -> tuple[TracedCause, ...]:
        """Where the trees end, and nothing acts; none when no action could say what it acts on."""
        return tuple(one for one in self.causes if one.is_end and not one.is_covered and self.asks_for_causes)

    @property
    def actions_without_cause(self) -> tuple[TracedAction, ...]:
        """Actions that were to say what they act on, and do not."""
        return tuple(one for one in self.actions if one.acts_on is not None and not one.acts_on.is_known)

    @property
    def actions_on_what_is_missing(self) -> tuple[TracedAction, ...]:
        """Actions on something that is no cause of this case."""
        return tuple(one for one in self.actions if one.missing)

    @property
    def actions_without_test(self) -> tuple[TracedAction, ...]:
        """Actions that were to say how it shows that they worked, and do not."""
        return tuple(one for one in self.actions if "done_when" in one.row.cells and one.measure is None)

    @property
    def unanswered(self) -> tuple[Remembered, ...]:
        """What went badly, or well by luck, and nothing is done about it."""
        return tuple(one for one in self.remembered if not one.actions and not one.is_accepted)


def words_of(row: Row) -> Statement | None:
    """What says in words what a row is about: the field `what`, else its first answer."""
    return row.known("what") or next((cell for cell in row.cells.values() if cell.text), None)


def trace(analysis: Analysis) -> Traceability:
    """Follow every cause to its evidence, its actions and their measures."""
    return _Tracing(analysis).result()


class _Tracing(Struct, frozen=True, dict=True):
    """The steps of one trace."""

    analysis: Analysis

    def result(self) -> Traceability:
        causes = self._traced_causes()
        return Traceability(causes, self._actions, tuple(self._remembered(causes)), _strengths(self._actions))

    @property
    def _language(self) -> str:
        return self.analysis.spoken

    @cached_property
    def _items(self) -> tuple[tuple[str, Statement, str, Row | None], ...]:
        """What went badly or well by luck: its role, where it stands, its words, its row."""
        statements = ((role, one) for role in ("went_badly", "lucky") for one in self.analysis.said(role))
        return tuple(
            (role, *item) for role, one in statements for item in _items(one) if stems(item[1], self._language)
        )

    @cached_property
    def _actions(self) -> tuple[TracedAction, ...]:
        causes = tuple(cause for tree in self.analysis.causes for cause in tree.walk())
        naming = Naming(causes, self._language)
        items = Worded({place: item[2] for place, item in enumerate(self._items)}, self._language)
        found = []
        for row in self.analysis.actions:
            said = row.text("cause")
            named = naming.read(said)
            # Without causes there is nothing that it could miss.
            is_wrong = bool(causes) and (bool(named.causes) or not items.named_in(said))
            found.append(TracedAction(row, named.causes, named.missing if is_wrong else ()))
        return tuple(found)

    def _traced_causes(self) -> tuple[TracedCause, ...]:
        on: dict[str, list[TracedAction]] = {}
        for action in self._actions:
            for cause in action.causes:
                on.setdefault(cause.number, []).append(action)
        return tuple(one for tree in self.analysis.causes for cause in tree.causes for one in _below(cause, on, ()))

    def _remembered(self, causes: tuple[TracedCause, ...]) -> Iterator[Remembered]:
        # What an action acts on is part of its words: it may name what went badly.
        texts = {place: f"{one.what} {one.row.text('cause')}" for place, one in enumerate(self._actions)}
        actions = Worded(texts, self._language)
        covered = {one.cause.number: one for one in causes if one.actions}
        by_cause = Worded({number: one.cause.text for number, one in covered.items()}, self._language)
        for role, statement, text, row in self._items:
            said = telling_stems(text, self._language)
            groups = [tuple(self._actions[place] for place in actions.sharing(said))]
            groups += [group for number in by_cause.sharing(said) for group in _groups(covered[number])]
            answering = {id(one): one for group in {id(group): group for group in groups}.values() for one in group}
            accepted = row is not None and _is_accepted(row)
            yield Remembered(role, statement, text, row, tuple(answering.values()), accepted)


def _groups(cause: TracedCause) -> tuple[tuple[TracedAction, ...], ...]:
    """The actions on a cause; those from above are one and the same tuple for all its neighbours."""
    return cause.on_it, cause.from_above


def _below(cause: Cause, on: Mapping[str, list[TracedAction]], above: tuple[TracedAction, ...]) -> list[TracedCause]:
    """A cause and those below it; what acts on it reaches them all."""
    on_it = tuple(on.get(cause.number, ()))
    here = {id(one) for one in on_it}
    from_above = tuple(one for one in above if id(one) not in here) if on_it else above
    reaching = (*from_above, *on_it) if on_it else above
    below = [one for branch in cause.causes for one in _below(branch, on, reaching)]
    if not cause.text:
        return below
    ends = [one.is_covered for one in below if one.is_end]
    covered = bool(reaching) or (bool(ends) and all(ends))
    return [TracedCause(cause, _sources(cause), on_it, from_above, covered), *below]


def _sources(cause: Cause) -> tuple[int, ...]:
    """The numbers of the evidence for what was said on this rung."""
    return tuple(dict.fromkeys(number for cell in cause.row.cells.values() for number in cell.sources))


def _items(statement: Statement) -> Iterator[tuple[Statement, str, Row | None]]:
    """One thing a row, or one a line."""
    for row in statement.rows:
        if (said := words_of(row)) is not None:
            yield said, said.text, row
    for line in statement.text.splitlines():
        yield statement, line.strip(), None


def _is_accepted(row: Row) -> bool:
    """Whether a row says that it is accepted, and what makes that acceptable."""
    accepted = row.known("accepted")
    if accepted is None or accepted.value is not True:
        return False
    return bool(row.text("accepted_why") or (accepted.answer is not None and accepted.answer.note))


def _strengths(actions: tuple[TracedAction, ...]) -> Strengths:
    said = [one.strength or "unsaid" for one in actions]
    return Strengths(*(said.count(name) for name in Strengths.__struct_fields__))
