"""What will be done: by whom, until when, on which cause, how strong it is, how it shows that it worked."""

from __future__ import annotations

from collections.abc import Iterable, Set
from typing import Final

from msgspec.structs import asdict, replace

from rootcause.analysis.analysis import Analysis
from rootcause.analysis.checks.finding import Finding
from rootcause.analysis.statement import Row
from rootcause.analysis.traceability import Strengths
from rootcause.interview.answers import AnswerKey
from rootcause.report.answers import answers, said_of_lists, section
from rootcause.report.diagrams import Bar, BarDiagram, Figure
from rootcause.report.model import Block, Paragraph, Text
from rootcause.report.rows import rows_as_blocks
from rootcause.report.sections.following import in_effect, what_became_of_it
from rootcause.report.words import Words

_FEWEST_SUMMED_UP: Final = 2
_FEWEST_DRAWN: Final = 4


def actions(
    analysis: Analysis, strengths: Strengths, words: Words, findings: Iterable[Finding] = ()
) -> tuple[Block, ...]:
    """One row per action, and how strong they are together."""
    beside = answers(analysis.beside("actions"), words)
    return section(
        words.actions,
        *said_of_lists(analysis.said("actions"), words),
        *rows_as_blocks(told_actions(analysis, words, findings), words, numbered=True),
        *strength(strengths, words),
        *what_became_of_it(analysis, words),
        *beside,
    )


def told_actions(analysis: Analysis, words: Words, findings: Iterable[Finding]) -> tuple[Row, ...]:
    """The actions as they stand today; a day that is over, as the checks found, is called so."""
    overdue = {one.key for one in findings if one.name == "action-overdue" and one.counts}
    rows = ((row, in_effect(row, analysis.follow_up_of(row), words)) for row in analysis.actions)
    return tuple(_marked(shown, words) if _is_due(row, overdue) else shown for row, shown in rows)


def _is_due(row: Row, overdue: Set[AnswerKey | None]) -> bool:
    return (due := row.known("due")) is not None and due.key in overdue


def _marked(row: Row, words: Words) -> Row:
    due = row.cells["due"]
    return replace(row, cells={**row.cells, "due": replace(due, text=f"{due.text} ({words.overdue})")})


def strength(strengths: Strengths, words: Words) -> tuple[Block, ...]:
    """A sentence, of four actions and more with a picture; nothing for a single action, or when nobody rated any."""
    counts = {name: count for name, count in asdict(strengths).items() if count}
    if strengths.all < _FEWEST_SUMMED_UP or strengths.unsaid == strengths.all:
        return ()
    sentence = Paragraph((Text(f"{_in_words(counts, strengths.all, words)}."),))
    if strengths.all < _FEWEST_DRAWN or len(counts) == 1:
        return (sentence,)
    names = words.tracing.strengths
    bars = tuple(Bar(names[name], counts.get(name, 0), rank) for rank, name in enumerate(names))
    told = ", ".join(f"{names[name]} {count}" for name, count in counts.items())
    described = words.tracing.strength_described.format(count=strengths.all, counts=told)
    shown = bars if strengths.unsaid else bars[:-1]
    return (Figure("action-strength", words.tracing.strength, described, BarDiagram(shown)), sentence)


def _in_words(counts: dict[str, int], all: int, words: Words) -> str:
    """`1 of 4 actions is stronger, 3 weaker`: from the strongest to the weakest, as in the picture."""
    names = words.tracing.strengths
    (first, count), *others = counts.items()
    lead = words.tracing.one_is if count == 1 else words.tracing.some_are
    told = lead.format(count=count, all=all, strength=names[first])
    return ", ".join([told, *(f"{count} {names[name]}" for name, count in others)])
