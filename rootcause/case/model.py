"""A case: what was asked, what was answered, and everything that was ever answered before."""

from __future__ import annotations

import enum
from datetime import date, datetime
from typing import Final

from msgspec import Struct, field

from rootcause.interview.answers import Answer, AnswerKey, Answers, Remark, Remarks


class What(enum.StrEnum):
    """What happened to a case at one moment of its history."""

    ANSWERED = "answered"
    CHANGED = "changed"
    SKIPPED = "skipped"
    UNKNOWN = "unknown"
    DEFERRED = "deferred"
    REMARKED = "remarked"
    BACK = "back"
    LEFT = "left"
    ADDED = "added"
    REMOVED = "removed"
    SET_ASIDE = "set aside"
    MIGRATED = "migrated"
    WAIVED = "waived"
    UNWAIVED = "waiver taken back"
    DONE = "done"
    SNOOZED = "snoozed"
    REOPENED = "reopened"
    LINKED = "linked"
    UNLINKED = "link taken back"


class Event(Struct, frozen=True):
    """One entry of the history. Their order is that of the list: clocks go wrong.

    `before` is the answer that this event replaced or took away, and `remark` the remark of which a part went; so
    no word is lost. `until` is the day to which something was put off, `on` the one on which it got done where that was
    not the day of `when`, and `moved` whether the measure moved of which it was looked at.
    """

    when: datetime
    who: str | None
    what: What
    key: AnswerKey | None = None
    before: Answer | None = None
    note: str | None = None
    remark: Remark | None = None
    until: date | None = None
    moved: bool | None = None
    on: date | None = None


class SetAside(Struct, frozen=True):
    """An answer that no longer fits the questionnaire, and why. It stays in the file for good."""

    key: AnswerKey
    answer: Answer
    reason: str


class Waiver(Struct, frozen=True):
    """A finding of a check that somebody let stand, and why.

    It holds for the check of that name, at that answer while it says what it is `about`; without a key for the
    analysis as a whole. A changed answer is checked again.
    """

    check: str
    reason: str
    key: AnswerKey | None = None
    about: str = ""
    who: str | None = None
    when: datetime | None = None


class Link(Struct, frozen=True):
    """An earlier case of which this one is the same again, by the name of its folder."""

    case: str
    reason: str | None = None
    who: str | None = None
    when: datetime | None = None


class QuestionnaireRef(Struct, frozen=True):
    """Which questionnaire a case answers. `path` is None for one found by its name."""

    id: str
    version: str
    digest: str
    path: str | None = None


class Case(Struct, frozen=True):
    """One problem, the answers given so far and their history. `begun` is aware; `at` is the question asked next.

    `id` is the name of the folder, empty for a case that has none yet.
    `language` and `timezone` are those of the interview: a language tag and an IANA name.
    `remarks` are those about questions that have no answer yet.
    """

    id: str
    title: str
    questionnaire: QuestionnaireRef
    begun: datetime
    by: str | None = None
    timezone: str | None = None
    language: str | None = None
    answers: Answers = field(default_factory=dict)
    remarks: Remarks = field(default_factory=dict)
    at: AnswerKey | None = None
    set_aside: tuple[SetAside, ...] = ()
    history: tuple[Event, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    links: tuple[Link, ...] = ()

    @property
    def unfinished(self) -> bool:
        """Whether a question still waits; true as well for a case in which nobody was asked anything yet."""
        return self.at is not None or all(event.what in _NOBODY_ASKED for event in self.history)


_NOBODY_ASKED: Final = frozenset(
    (What.LEFT, What.WAIVED, What.UNWAIVED, What.DONE, What.SNOOZED, What.REOPENED, What.LINKED, What.UNLINKED)
)
