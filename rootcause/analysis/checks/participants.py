"""Who takes part in a case, as far as it names them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rootcause.analysis.person_names import is_like_a_name, names_in
from rootcause.analysis.record import Record
from rootcause.questionnaire.model import ResponseType
from rootcause.wording.phrases import PhraseList

_SHORTEST: Final = 3


def names_of_participants(record: Record, teams: PhraseList | None) -> frozenset[str]:
    """The words of their names: of those who answered, and of those whom answers name. A team is no person."""
    names = {name for text in dict.fromkeys(_texts(record)) for name in names_in(text) if is_like_a_name(name)}
    return frozenset(
        word
        for name in names
        if teams is None or teams.find(name) is None
        for word in name.split()
        if len(word) >= _SHORTEST and not word.isupper()
    )


def _texts(record: Record) -> Iterator[str]:
    for one in record.statements:
        for statement in (one, *(cell for row in one.rows for cell in row.cells.values())):
            if statement.type is ResponseType.PERSON and statement.text:
                yield statement.text
    for answer in record.in_order:
        if answer.who:
            yield answer.who
