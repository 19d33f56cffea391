"""The fixed words of a report. Another language is one more table."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct


class Words(Struct, frozen=True, kw_only=True):
    """What the report says by itself. Names in braces are filled in."""

    # The head and the summary
    case: str
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


ENGLISH = Words(
    case="Case",
    status="Status",
    complete="complete",
    one_open="1 open question",
    several_open="{count} open questions",
    summary="Summary",
    what_happened="What happened",
    who_was_hurt="Who was hurt, and how much",
    how_long="How long it took",
    root_cause="Root cause",
    root_causes="Root causes",
    cause_so_far="Cause, as far as it is known",
    decision="Decision",
    will_be_done="What will be done",
    and_more="and {count} more",
    impact="Impact",
    timeline="Timeline",
    what="What happened",
    why="Why it happened",
    different="What we do differently",
    prepare="Ready for the next time",
    causes="Causes",
    not_caught="Why it was not caught",
    options="Options compared",
    cost_over_time="Cost over time",
    meanwhile="Temporary fix",
    actions="Actions",
    recovery="What we do for the customer",
    trust="Trust",
    learned="What we learned",
    story="How we tell it",
    open_questions="What we do not know yet",
    evidence="Evidence",
    about="About this report",
    unknown="not known",
    deferred="open, {to} finds out",
    deferred_until="open, {to} finds out by {by}",
    deferred_state="open",
    unanswered="not answered",
    not_known_further="not known further",
    sure={
        "fact": "fact",
        "reported": "reported",
        "assumption": "assumption",
    },
    note="Note",
    when="When",
    source="Source",
    moments={
        "started": "Started",
        "detected": "Detected",
        "contained": "Contained",
        "resolved": "Resolved",
    },
    time_to={
        "detected": "Time to detect",
        "contained": "Time to contain",
        "resolved": "Time to resolve",
    },
    counted_from={
        "started": "{length}, counted from the start",
        "detected": "{length}, counted from when it was detected",
    },
    took={
        "started_detected": "detected after {length}",
        "started_contained": "contained after {length}",
        "started_resolved": "resolved after {length}",
        "detected_contained": "contained {length} after it was detected",
        "detected_resolved": "resolved {length} after it was detected",
    },
    out_of_order="the times are out of order",
    ends_here="Root cause",
    fields={
        "at": "When",
        "what": "What",
        "source": "Source",
        "because": "Cause",
        "proof": "How we know",
        "evidence": "Evidence",
        "kind": "Kind",
        "fixable": "We can act on it",
        "escaped": "Why it was not caught",
        "steps": "Steps",
        "size": "Size",
        "one_off": "Cost, once",
        "running": "Cost a year",
        "recurs": "Times a year",
        "lead_time": "Lead time",
        "loss_avoided": "Loss avoided a year",
        "effect": "Effect",
        "feasible": "Feasible",
        "contingency": "If it goes wrong",
        "owner": "Owner",
        "due": "Due",
        "strength": "Strength",
        "cause": "Acts on",
        "done_when": "Done when",
        "status": "Status",
    },
    months="After",
    after_months="{count} months",
    quoted="“{text}”",
    currencies_differ="The amounts are in different currencies ({currencies}), so they are not compared.",
    figures_missing="Not compared, because figures are missing: {option} ({fields}).",
    assumed_free="No yearly cost was given for {option}; it is counted as none.",
    outcomes={
        "from_start": "{lasting} is cheaper than {quick} from the start.",
        "from_month": "{lasting} is cheaper than {quick} from month {month} on.",
        "until_month": "{lasting} is cheaper than {quick} up to month {month}, and dearer after that.",
        "never": "{lasting} does not become cheaper than {quick}.",
        "equal": "{lasting} and {quick} cost the same.",
    },
    cost_rule=(
        "Each figure is all that has been paid by then: the cost once, the cost a year, and for a quick fix the cost "
        "once more each time it has to be done again. Nothing is discounted."
    ),
    loss_not_counted="The loss avoided is not counted in.",
    same_day="less than a day",
    one_day="1 day",
    several_days="{count} days",
    reach={
        "unhappy": (
            "Of {customers} unhappy customers about {tellers} tell {people} people or more, so about {hearers} people "
            "or more hear of it."
        ),
        "happy": (
            "Of {customers} happy customers about {tellers} tell {people} people or more, so about {hearers} people "
            "or more hear of it."
        ),
    },
    reach_few={
        "unhappy": "Unhappy customers are too few ({customers}) to count with; one in eight tells 15 people or more.",
        "happy": "Happy customers are too few ({customers}) to count with; three in four tell 6 people or more.",
    },
    reach_source="Word of mouth after the shares published by The Ritz-Carlton Leadership Center.",
    stages={
        "trust_before": "Before the problem",
        "trust_problem": "After the problem",
        "trust_after": "After the recovery",
    },
    judged="What was judged",
    change="Change",
    number="No.",
    question="Question",
    state="State",
    who_finds_out="Who finds out",
    until="By",
    questionnaire="Questionnaire",
    method="Method",
    answered_by="Answered by",
    nobody_named="no name given",
    one_answer="1 answer",
    several_answers="{count} answers",
    on="{first} to {last}",
    how_sure="How sure",
    of_answers="{counts}, of {count} answers",
)
