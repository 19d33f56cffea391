"""Answers to look at, for the tests of the language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta, timezone

import pytest

from rootcause.expression.values import UNKNOWN, Maybe

Rows = tuple[Mapping[str, Maybe], ...]


@dataclass(frozen=True)
class Standing:
    """An environment made of plain mappings; an answer that is UNKNOWN was said not to be known."""

    answers: Mapping[str, Maybe | Rows] = field(default_factory=dict)
    index: int | None = None
    before: Standing | None = None
    today: date = date(2026, 1, 15)
    now: datetime = datetime(2026, 1, 15, 10, 30, tzinfo=timezone(timedelta(hours=1)))

    def value(self, name: str) -> Maybe:
        found = self.answers.get(name, UNKNOWN)
        return UNKNOWN if isinstance(found, tuple) else found

    def is_answered(self, name: str) -> bool:
        return self.answers.get(name, UNKNOWN) is not UNKNOWN

    def is_unknown(self, name: str) -> bool:
        return self.answers.get(name) is UNKNOWN

    def rows(self, name: str) -> Sequence[Standing]:
        found = self.answers.get(name, ())
        rows: list[Standing] = []
        for row in found if isinstance(found, tuple) else ():
            before = rows[-1] if rows else None
            rows.append(replace(self, answers={**self.answers, **row}, index=len(rows) + 1, before=before))
        return rows

    def previous(self) -> Standing | None:
        return self.before


@pytest.fixture(scope="session")
def standing() -> type[Standing]:
    return Standing
