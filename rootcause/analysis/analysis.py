"""Everything that the answers say together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rootcause.analysis.causes import Cause, CauseTree, cause_trees
from rootcause.analysis.open_questions import OpenQuestion, open_questions
from rootcause.analysis.options import Comparison, Option, compare, options
from rootcause.analysis.provenance import Provenance, provenance
from rootcause.analysis.reach import HAPPY, UNHAPPY, Reach, reach
from rootcause.analysis.record import Record
from rootcause.analysis.remaining import SectionAnswers, remaining
from rootcause.analysis.statement import Row, Statement
from rootcause.analysis.timeline import Timeline, timeline
from rootcause.analysis.trust import TrustRow, trust


@dataclass(frozen=True)
class Analysis:
    """The answers by what they mean. `evidence` is in the order of its numbers, from 1."""

    title: str
    language: str | None
    by_role: Mapping[str, tuple[Statement, ...]]
    timeline: Timeline
    causes: tuple[CauseTree, ...]
    options: tuple[Option, ...]
    comparison: Comparison | None
    actions: tuple[Row, ...]
    trust: tuple[TrustRow, ...]
    reach_unhappy: Reach | None
    reach_happy: Reach | None
    remaining: tuple[SectionAnswers, ...]
    open_questions: tuple[OpenQuestion, ...]
    evidence: tuple[str, ...]
    provenance: Provenance

    def said(self, *roles: str) -> tuple[Statement, ...]:
        """What is known under these roles, role by role."""
        return tuple(one for role in roles for one in self.by_role.get(role, ()) if one.is_known)

    @property
    def root_causes(self) -> tuple[Cause, ...]:
        """The causes at which the trees end."""
        return tuple(cause for tree in self.causes for cause in tree.walk() if cause.is_root)

    @property
    def deepest_known_causes(self) -> tuple[Cause, ...]:
        """The causes below which nobody knows further."""
        return tuple(cause for tree in self.causes for cause in tree.walk() if cause.is_deepest_known)


def analyse(record: Record) -> Analysis:
    """Sort the answers of a record by their roles, and compute what follows from them."""
    weighed = options(record)
    return Analysis(
        title=_title(record),
        language=record.language,
        by_role=record.by_role,
        timeline=timeline(record),
        causes=cause_trees(record),
        options=weighed,
        comparison=compare(weighed),
        actions=tuple(row for one in record.by_role.get("actions", ()) for row in one.rows if row.is_known),
        trust=trust(record),
        reach_unhappy=reach(record, "reach_unhappy", UNHAPPY),
        reach_happy=reach(record, "reach_happy", HAPPY),
        remaining=remaining(record),
        open_questions=open_questions(record),
        evidence=tuple(record.evidence),
        provenance=provenance(record),
    )


def _title(record: Record) -> str:
    """The finding, else the problem, else the title of the case."""
    for role in ("finding", "problem"):
        for statement in record.by_role.get(role, ()):
            if statement.text:
                return statement.text
    return record.title
