"""The checks of a question: where they stand, and answers that they are tried on."""

from __future__ import annotations

from typing import Final

from rootcause.lint.reachability.cells import Amounts, Options
from rootcause.lint.reachability.formula import Atom, Formula
from rootcause.lint.reachability.proving import Proof
from rootcause.questionnaire.model import ResponseType
from rootcause.questionnaire.place import Place

_NUMBERS: Final = (ResponseType.INTEGER, ResponseType.SCALE, ResponseType.NUMBER, ResponseType.MONEY)


def check_place(place: Place, index: int) -> Place:
    """Where the condition of a check stands."""
    checks = place / "check"
    return (checks / index if isinstance(checks.value, list) else checks) / "that"


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
