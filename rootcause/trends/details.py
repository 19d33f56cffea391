"""The figures behind the lines in brief: times, what happened again, actions, trust."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from rootcause.trends.by_month import STEPS
from rootcause.trends.in_brief import KINDS, days
from rootcause.trends.measuring import Trends
from rootcause.trends.section import Section, bars, table
from rootcause.trends.wording import ENOUGH, counted, length, number, percent, share

_STRENGTHS: Final = ("stronger", "intermediate", "weaker")
_STAGES: Final = {"before": "Before the problem", "problem": "With the problem", "after": "After the recovery"}


def times(trends: Trends) -> Section:
    """How long each step took; a step that nobody said has no figures."""
    known = {one.step: one for one in trends.times}
    rows = [
        (words.capitalize(), length(one.median_minutes), length(one.p90_minutes), number(one.cases))
        for step, words in STEPS.items()
        if (one := known.get(step)) is not None
    ]
    unsaid = [words for step, words in STEPS.items() if step not in known]
    notes = [f"Nobody said what is needed to know how long it took {', '.join(unsaid)}."] if unsaid else []
    if rows:
        few = _of_few(one.cases for one in known.values())
        notes.insert(0, f"Half within is the median, nine in ten within the 90th percentile.{few}")
    told = table("Time", ["Half within", "Nine in ten within", "Cases"], rows) if rows else None
    return Section("Time it took", table=told, notes=tuple(notes))


def happened_again(trends: Trends) -> Section | None:
    """What had been done about the earlier case; None where none is the same again."""
    found = trends.recurrence
    if found.again == 0:
        return None
    counts = (
        ("An earlier action was not done", found.not_done),
        ("All were done, and did not help", found.did_not_help),
        ("No action is known", found.no_action),
    )
    title = "What had been done before it happened again"
    rows = [(label, number(count)) for label, count in counts]
    linked = f"{number(found.linked)} of {counted(found.again, 'case')} linked to an earlier one by somebody"
    rest = "; the others have a root cause in the same words as a case of the year before"
    note = f"{linked}{rest if found.linked < found.again else ''}."
    return Section(
        title, figure=bars("again", title, counts), table=table("Earlier case", ["Cases"], rows), notes=(note,)
    )


def strengths(trends: Trends) -> Section | None:
    """How strong the actions are; None where there is none."""
    known = {one.strength: one.actions for one in trends.strength}
    others = sorted(known.keys() - {*_STRENGTHS, ""})
    all = sum(known.values())
    if all == 0:
        return None
    order = [*_STRENGTHS, *others, *([""] if "" in known else [])]
    counts = [(strength.capitalize() or "Not known", known.get(strength, 0)) for strength in order]
    title = "Strength of the actions"
    rows: list[tuple[str, ...]] = [(label, number(count)) for label, count in counts]
    heads = ["Actions"]
    if all >= ENOUGH:
        rows = [(*row, percent(count, all)) for row, (_, count) in zip(rows, counts, strict=True)]
        heads = ["Actions", "Share"]
    told = table("Strength", heads, rows)
    note = "Stronger changes the system, weaker relies on people's memory; strength goes by effect, not by effort."
    return Section(title, figure=bars("strength", title, counts), table=told, notes=(note,))


def actions(trends: Trends) -> Section | None:
    """What became of actions and interim fixes; None where there is nothing to tell."""
    found, fixes = trends.actions_on_time, trends.interim_fixes
    lines = []
    if found.actions:
        lines.append(("Actions done", share(found.done, found.actions)))
    per_case = trends.causes_per_case
    if per_case.median_causes is not None:
        most = "nine in ten have at most" if per_case.cases >= ENOUGH else "at most"
        told = f"median {per_case.median_causes}, {most} {per_case.p90_causes}"
        lines.append(("Root causes in a case", f"{told} (n = {number(per_case.cases)})"))
    if fixes.fixes:
        rest = ((fixes.past_end, "past their end"), (fixes.without_end, "without an end"))
        told = "".join(f", {number(count)} still there {words}" for count, words in rest if count)
        lines.append(("Interim fixes", f"{number(fixes.fixes)}; {number(fixes.removed)} removed{told}"))
    return Section("Actions and interim fixes", tuple(lines)) if lines else None


def overdue(trends: Trends) -> Section | None:
    """What is overdue today, and for how long; None where nothing is."""
    known, today = {one.kind: one for one in trends.overdue}, trends.period.today
    rows = [
        (words[1].capitalize(), number(one.overdue), days(one.median_due_on, today), days(one.p90_due_on, today))
        for kind, words in KINDS.items()
        if (one := known.get(kind)) is not None
    ]
    heads = ["Overdue", "Half up to", "Nine in ten up to"]
    few = _of_few(one.overdue for one in known.values())
    note = f"Of all cases, whenever they began.{few} The command rootcause actions --due overdue lists them."
    return Section("Overdue today", table=table("What", heads, rows), notes=(note,)) if rows else None


def _of_few(counts: Iterable[int]) -> str:
    """What the 90th percentile of few is."""
    return f" Of fewer than {ENOUGH}, nine in ten is the longest." if any(one < ENOUGH for one in counts) else ""


def trust(trends: Trends) -> Section | None:
    """How customers trusted us at each stage; None where nobody said it."""
    known = {one.stage: one for one in trends.trust}
    rows = [
        (words, f"{one.median_trust} of 100", number(one.cases))
        for stage, words in _STAGES.items()
        if (one := known.get(stage)) is not None
    ]
    return Section("Trust of the customers", table=table("When", ["Median", "Cases"], rows)) if rows else None
