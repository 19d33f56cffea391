"""The checks of questions: which answers they refuse, and answers that they are tried on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from rootcause.lint.asked import check_place
from rootcause.lint.context import Context
from rootcause.lint.reachability.cells import Amounts, Options
from rootcause.lint.reachability.formula import Atom, Formula
from rootcause.lint.reachability.proving import Proof
from rootcause.questionnaire.model import ResponseType
from rootcause.questionnaire.place import Place

_NUMBERS: Final = (ResponseType.INTEGER, ResponseType.SCALE, ResponseType.NUMBER, ResponseType.MONEY)


class Refusing(Struct, frozen=True):
    """A check of a question that can be shown: where its condition stands, and for which answers it is false."""

    key: str
    id: str
    place: Place
    refused: Formula


def refusing(context: Context) -> Iterator[Refusing]:
    """Every check of the questions that can be shown for certain."""
    proof = context.proof
    for key, asked in context.by_key.items():
        if asked.question.checks and proof.can_be_shown(key) is True:
            for index, check in enumerate(asked.question.checks):
                refused = proof.compiler.compile(check.that.root, asked.outer).no
                yield Refusing(key, asked.question.id, check_place(asked.place, index) / "that", refused)


def is_exactly(proof: Proof, key: str, raw: object) -> Formula | None:
    """That a question has this answer, as it is written in the file; None when that is not followed."""
    cells = proof.terrain.cells(key)
    if isinstance(cells, Options):
        written = {"yes": True, "no": False}.get(raw, raw) if True in cells.values and isinstance(raw, str) else raw
        if isinstance(written, bool | str) and (mask := cells.equal(written)):
            return Atom(key, mask)
    is_number = proof.terrain.sites[key].question.type in _NUMBERS
    if is_number and isinstance(cells, Amounts) and isinstance(raw, int) and not isinstance(raw, bool):
        return Atom(key, cells.at(raw))
    return None
