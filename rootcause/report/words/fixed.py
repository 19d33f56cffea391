"""Which fixed words a report needs; each language is one table of them."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from rootcause.analysis.shown import Formats
from rootcause.report.words.checking import CheckingWords
from rootcause.report.words.following import FollowingWords
from rootcause.report.words.one_page import OnePageWords
from rootcause.report.words.pages import PageWords
from rootcause.report.words.pictures import PictureWords
from rootcause.report.words.tracing import TracingWords
from rootcause.report.words.weighing import WeighingWords


class Words(Struct, frozen=True, kw_only=True):
    """What the report says by itself. Names in braces are filled in."""

    # The language, and how it writes days and figures
    language: str
    formats: Formats

    # The head and the summary
    case: str
    date: str
    written_by: str
    status: str
    complete: str
    one_open: str
    several_open: str
    summary: str
    what_happened: str
    who_was_hurt: str
    how_long: str
    root_cause: str
    root_causes: str
    cause_so_far: str
    decision: str
    will_be_done: str
    and_more: str

    # Headings
    impact: str
    timeline: str
    what: str
    why: str
    different: str
    prepare: str
    causes: str
    not_caught: str
    options: str
    cost_over_time: str
    meanwhile: str
    actions: str
    recovery: str
    trust: str
    learned: str
    story: str
    open_questions: str
    evidence: str
    about: str

    # What is missing, and how sure somebody was
    unknown: str
    deferred: str
    deferred_until: str
    deferred_state: str
    unanswered: str
    not_known_further: str
    sure: Mapping[str, str]
    assumed: str
    overdue: str
    note: str

    # The timeline
    when: str
    source: str
    moments: Mapping[str, str]
    time_to: Mapping[str, str]
    counted_from: Mapping[str, str]
    took: Mapping[str, str]
    out_of_order: str

    # Causes
    ends_here: str
    fields: Mapping[str, str]

    # Options and their costs
    months: str
    after_months: str
    quoted: str
    currencies_differ: str
    figures_missing: str
    assumed_free: str
    outcomes: Mapping[str, str]
    cost_rule: str
    loss_not_counted: str
    same_day: str
    one_day: str
    several_days: str

    # Impact and trust
    reach: Mapping[str, str]
    reach_few: Mapping[str, str]
    reach_source: str
    stages: Mapping[str, str]
    judged: str
    change: str

    # Open questions, and where it all comes from
    number: str
    question: str
    state: str
    who_finds_out: str
    until: str
    questionnaire: str
    method: str
    answered_by: str
    nobody_named: str
    one_answer: str
    several_answers: str
    on: str
    how_sure: str
    of_answers: str

    # Groups of their own
    pictures: PictureWords
    pages: PageWords
    tracing: TracingWords
    weighing: WeighingWords
    checking: CheckingWords
    following: FollowingWords
    one_page: OnePageWords
