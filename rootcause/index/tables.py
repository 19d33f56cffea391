"""The flat tables: what every engine of SQL can hold. A column has the name of its field.

Texts, whole numbers and nothing else, so that each engine counts the same: a day is `2026-01-31`, a moment
`2026-01-31T14:30:00Z`, yes and no are 1 and 0, money is in hundredths, a length of time in minutes. None is what nobody
said. Every row has the `month` in which the problem of its case happened, `2026-01`.
"""

from __future__ import annotations

from typing import Final

from msgspec import Struct


class CaseRow(Struct, frozen=True, gc=False):
    """One case. `case_id` is the name of its folder.

    `happened_on` is the day on which the problem was noticed, else on which it started, else that of `begun_at`, when
    somebody began the case. `found_by` is the choice taken, or words of their own. `cost` is in hundredths of
    `currency`; both are None where two currencies were named, or more than 100 billion. The trusts go from 0 to 100.
    `followed_up_at` is when the promised follow-up was done. `linked_to` is the earlier case of which it is the same
    again, as somebody said.
    """

    case_id: str
    month: str
    happened_on: str
    begun_at: str
    title: str
    questionnaire: str
    questionnaire_version: str
    language: str
    opened_by: str | None
    finished: int
    problem: str | None
    finding: str | None
    product: str | None
    part: str | None
    found_by: str | None
    found_by_customer: int | None
    started_at: str | None
    detected_at: str | None
    contained_at: str | None
    resolved_at: str | None
    followed_up_at: str | None
    minutes_to_detect: int | None
    minutes_to_contain: int | None
    minutes_to_resolve: int | None
    minutes_to_follow_up: int | None
    cost: int | None
    currency: str | None
    trust_before: int | None
    trust_problem: int | None
    trust_after: int | None
    root_causes: int
    root_causes_covered: int
    answered: int
    unknown: int
    deferred: int
    linked_to: str | None


class CauseRow(Struct, frozen=True, gc=False):
    """One cause. `number` is the one people see, `1.2`; `words` are the stems of its words of content in their order.

    Two causes with the same `words` are the same. `kind` is the choice taken, or words of their own.
    """

    case_id: str
    month: str
    happened_on: str
    number: str
    depth: int
    cause_text: str
    words: str
    kind: str | None
    proof: str | None
    assumed: int
    root: int
    covered: int


class ActionRow(Struct, frozen=True, gc=False):
    """One follow-up of any `kind`: action, review, interim, promise, question. `item_id` names it among all cases.

    `due_on` is the day that counts, `first_due_on` the one before it was put off. `acts_on` are the numbers of causes,
    with commas. `status` is open or done. `changes` counts the entries of the history about it, and `changed_at` is the
    time of the latest.
    """

    case_id: str
    month: str
    happened_on: str
    item_id: str
    kind: str
    answer_key: str
    what: str
    owner: str | None
    due_on: str | None
    first_due_on: str | None
    status: str
    done_on: str | None
    result: str | None
    moved: int | None
    snoozed_until: str | None
    strength: str | None
    action_kind: str | None
    acts_on: str
    done_when: str | None
    changes: int = 0
    changed_at: str | None = None


class AnswerRow(Struct, frozen=True, gc=False):
    """One answer that counts. `role` is that of its question, or of the list that it stands in.

    `private` says that the questionnaire marks it so.
    """

    case_id: str
    month: str
    answer_key: str
    label: str
    role: str | None
    state: str
    sure: str | None
    answer_text: str | None
    answered_by: str | None
    answered_at: str | None
    private: int


class CaseTables(Struct, frozen=True, gc=False):
    """The rows of one case."""

    case: CaseRow
    causes: tuple[CauseRow, ...]
    actions: tuple[ActionRow, ...]
    answers: tuple[AnswerRow, ...]


TABLES: Final[dict[str, type[Struct]]] = {
    "cases": CaseRow,
    "causes": CauseRow,
    "actions": ActionRow,
    "answers": AnswerRow,
}
"""Each table by its name."""
