"""Says by which answers a question is shown, ready for an answers file, or why nothing shows it."""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.expression.writer import unparse
from rootcause.lint.context import Context
from rootcause.lint.reachability.condition import Role, Unreachable
from rootcause.lint.reachability.pointing import place_of, said
from rootcause.lint.reachability.proving import Proof
from rootcause.lint.reachability.witness import Witness
from rootcause.source.diagnostic import place
from rootcause.source.writing import items


def explanation(context: Context, key: str) -> tuple[str, ...]:
    """The lines to print for a question, or for `list.question` in a row. Raises KeyError when there is no such one.

    Everything but the answers is a comment, so that the whole can be put into an answers file. Raises ValueError for a
    draft.
    """
    proof = context.proof
    if key not in proof.terrain.sites:
        raise KeyError(key)
    verdict = proof.reachable(key)
    if isinstance(verdict, Witness):
        return tuple(_shown(proof, key, verdict))
    if isinstance(verdict, Unreachable):
        return tuple(_not_shown(context, key, verdict))
    return (f'# it was not decided whether "{key}" can be shown: there are too many ways to look at',)


def _shown(proof: Proof, key: str, found: Witness) -> Iterator[str]:
    if not proof.shown(key):
        yield f'# "{key}" is shown whatever is answered'
        yield "answers: {}"
        return
    least = "the fewest" if found.least else "fewer may do, which was not decided:"
    sure = "" if not found.assuming else ", if what has to be seen to holds as well"
    yield f'# {least} answers that show "{key}"{sure}'
    for condition, _ in proof.shown(key):
        if condition is not None and condition.node is not None:
            whose = f"section {condition.owner}" if condition.role is Role.SECTION_WHEN else condition.owner
            yield f"# {whose}: {unparse(condition.node)}"
    for text in found.assuming:
        yield f"# see to it yourself: {text}"
    yield "answers:" if found.answers else "answers: {}"
    yield from items(found.answers, "  ")


def _not_shown(context: Context, key: str, found: Unreachable) -> Iterator[str]:
    never = "this is never yes" if len(found.chain) == 1 else "these conditions are never yes together"
    yield f'# no answers show "{key}": {never}'
    for condition in found.chain:
        at = place_of(context, condition)
        yield f"# {place(at.tree.source, at.span)}: {said(condition)}"
