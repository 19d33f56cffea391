"""Where it all comes from: the evidence by its numbers, the questionnaire, who answered when and how sure."""

from __future__ import annotations

from rootcause.analysis.analysis import Analysis
from rootcause.analysis.provenance import Provenance, Respondent
from rootcause.analysis.shown import show_day
from rootcause.report.answers import section
from rootcause.report.model import Anchor, Block, Code, Inlines, Items, Link, Paragraph, Strong, Text
from rootcause.report.prose import one_line
from rootcause.report.wording import labelled
from rootcause.report.words import Words

_DIGEST = len("sha256:") + 12


def evidence(analysis: Analysis, words: Words) -> tuple[Block, ...]:
    """What answers point to, under the numbers that they name."""
    items = tuple(
        (Paragraph((Anchor(f"E{number}"), Strong(f"E{number}"), Text(" "), Link(one_line(text)))),)
        for number, text in enumerate(analysis.evidence, start=1)
    )
    return section(words.evidence, *([Items(items)] if items else []))


def about(analysis: Analysis, words: Words) -> tuple[Block, ...]:
    """The questionnaire with its version and digest, its method, who answered when, how sure they were.

    How many answers there are, and how many are sure, is not for customers.
    """
    found = analysis.provenance
    name = f"{one_line(found.questionnaire)}, {found.id} {found.version} ("
    lines: list[Inlines] = [
        (*labelled(words.questionnaire), Text(name), Code(found.digest[:_DIGEST]), Text(")")),
    ]
    if found.source:
        lines.append((*labelled(words.method), Text(one_line(found.source))))
    if found.respondents:
        people = "; ".join(_respondent(one, words, for_customers=analysis.for_customers) for one in found.respondents)
        lines.append((*labelled(words.answered_by), Text(people)))
    if not analysis.for_customers and (sureness := _sureness(found, words)):
        lines.append((*labelled(words.how_sure), Text(sureness)))
    return section(words.about, Items(tuple((Paragraph(line),) for line in lines)))


def _respondent(one: Respondent, words: Words, *, for_customers: bool) -> str:
    count = words.one_answer if one.answers == 1 else words.several_answers.format(count=one.answers)
    days = [show_day(time.date(), words.formats) for time in (one.first, one.last) if time is not None]
    when = [days[0] if days[0] == days[-1] else words.on.format(first=days[0], last=days[-1])] if days else []
    told = when if for_customers else [count, *when]
    name = one_line(one.name or "") or words.nobody_named
    return f"{name} ({', '.join(told)})" if told else name


def _sureness(found: Provenance, words: Words) -> str:
    """How many answers are fact, reported or assumption; nothing when nobody said."""
    counts = [f"{name} {found.sureness[sure]}" for sure, name in words.sure.items() if found.sureness.get(sure)]
    count = sum(found.sureness.values())
    return words.of_answers.format(counts=", ".join(counts), count=count) if counts else ""
