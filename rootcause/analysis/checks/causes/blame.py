"""A text judges people.

Who is judged tells less the next time, and a judgement holds nothing that can be changed. What somebody did made sense
with what they saw and knew at that moment; that can be described, and changed. Words that are quoted are left alone.

Example:

    causes:
      - because: "The packers were careless, so 30 glasses broke."

Use instead:

    causes:
      - because: "The glasses go through four hands without a carton around them, so 30 of them broke."
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.analysis.checks.check import Check, Found
from rootcause.analysis.checks.examined import Examined
from rootcause.analysis.checks.said import stated, where_is
from rootcause.analysis.statement import Statement
from rootcause.source.diagnostic import Severity

# Besides the causes, what people tell of themselves and of each other.
_ROLES = (
    "problem",
    "finding",
    "story",
    "surface_issue",
    "underlying_issue",
    "escape",
    "detection",
    "went_well",
    "went_badly",
    "lucky",
    "lessons",
    "other_problems",
)
_QUESTION = "What did they see and know at that moment, and what made that the natural thing to do?"


def _look(examined: Examined) -> Iterator[Found]:
    phrases = examined.phrases("blame")
    for statement, where in _told(examined):
        within = None if phrases is None else phrases.find(statement.text)
        if within is not None:
            yield Found(f'"{statement.text[slice(*within)]}" judges people', _QUESTION, statement, where, within)


def _told(examined: Examined) -> Iterator[tuple[Statement, str]]:
    for one, statement in stated(examined):
        yield statement, where_is(one)
    for role in _ROLES:
        for statement in examined.record.by_role.get(role, ()):
            yield statement, ""
            yield from ((cell, statement.label) for row in statement.rows for cell in row.cells.values())


CHECK = Check("RCC002", "blame", Severity.ERROR, _look, spoken=True)
