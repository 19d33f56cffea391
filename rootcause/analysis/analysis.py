"""Everything that the answers say together."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from rootcause.analysis.causes import Cause, CauseTree, cause_trees
from rootcause.analysis.follow_ups import FollowUp, Kind, follow_ups
from rootcause.analysis.open_questions import OpenQuestion, open_questions
from rootcause.analysis.options import Comparison, Option, compare, options
from rootcause.analysis.placement import Placed, SectionAnswers, placed, section_answers
from rootcause.analysis.provenance import Provenance, provenance
from rootcause.analysis.reach import HAPPY, UNHAPPY, Reach, reach
from rootcause.analysis.record import Record
from rootcause.analysis.statement import Row, Statement
from rootcause.analysis.timeline import Timeline, timeline
from rootcause.analysis.traceability import Traceability, trace
from rootcause.analysis.trust import TrustRow, trust
from rootcause.case.model import Link


class Analysis(Struct, frozen=True, dict=True):
    """The answers by what they mean. `title` is the finding; `evidence` is in the order of its numbers, from 1.

    `language` is the one to tell it in, None for that of the questionnaire; `spoken` the one that the answers are in.
    `for_customers` is what customers read: judgements of the work are not for them.
    """

    title: str
    case_title: str
    language: str | None
    spoken: str
    placed: tuple[Placed, ...]
    sections: tuple[SectionAnswers, ...]
    timeline: Timeline
    causes: tuple[CauseTree, ...]
    options: tuple[Option, ...]
    comparison: Comparison | None
    actions: tuple[Row, ...]
    follow_ups: tuple[FollowUp, ...]
    trust: tuple[TrustRow, ...]
    reach_unhappy: Reach | None
    reach_happy: Reach | None
    open_questions: tuple[OpenQuestion, ...]
    evidence: tuple[str, ...]
    provenance: Provenance
    for_customers: bool = False
    links: tuple[Link, ...] = ()

    def said(self, *roles: str) -> tuple[Statement, ...]:
        """What is known under these roles, role by role."""
        return tuple(one.statement for role in roles for one in self.placed if one.role == role)

    def told(self, *roles: str) -> tuple[Statement, ...]:
        """What is known under these roles and beside them, in the order of the questionnaire."""
        return tuple(one.statement for one in self.placed if one.home in roles)

    def beside(self, *roles: str) -> tuple[Statement, ...]:
        """What is known beside these roles, without a role of its own."""
        return tuple(one.statement for one in self.placed if one.home in roles and one.role is None)

    @cached_property
    def traced(self) -> Traceability:
        """What leads from evidence to cause, action and measure, and what is missing there."""
        return trace(self)

    def follow_up_of(self, row: Row) -> FollowUp | None:
        """Where the action of a row stands."""
        return self._by_row.get(id(row))

    @cached_property
    def _by_row(self) -> Mapping[int, FollowUp]:
        return {id(one.row): one for one in self.follow_ups if one.kind is Kind.ACTION}

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
    told = placed(record)
    return Analysis(
        title=_title(record),
        case_title=record.title,
        language=record.language,
        spoken=record.spoken,
        placed=told,
        sections=section_answers(record, told),
        timeline=timeline(record),
        causes=cause_trees(record),
        options=weighed,
        comparison=_without_gaps(compare(weighed)) if record.for_customers else compare(weighed),
        follow_ups=follow_ups(record),
        actions=tuple(row for one in record.by_role.get("actions", ()) for row in one.rows if row.is_known),
        trust=trust(record),
        reach_unhappy=reach(record, "reach_unhappy", UNHAPPY),
        reach_happy=reach(record, "reach_happy", HAPPY),
        open_questions=open_questions(record),
        evidence=tuple(record.evidence),
        provenance=provenance(record),
        for_customers=record.for_customers,
        links=record.links,
    )


def _without_gaps(found: Comparison | None) -> Comparison | None:
    """What was compared, and nothing of the figures that are missing."""
    return None if found is None or not found.costed else replace(found, uncosted=())


def _title(record: Record) -> str:
    """The finding, else the problem, else the title of the case."""
    for role in ("finding", "problem"):
        for statement in record.by_role.get(role, ()):
            if statement.text:
                return statement.text
    return record.title
