"""The look over everything: what was answered, what waits, what is open, and where to go from here."""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.interview.conduct import NO_QUESTION
from rootcause.interview.overview import Entry, Overview, Part, Status
from rootcause.interview.prompt import Finish, Look, Move, Proceed, Quit, Revisit
from rootcause.questionnaire.response.moments import show_day
from rootcause.questionnaire.response.problem import Problem
from rootcause.terminal.commands import About, Aside
from rootcause.terminal.doubts import of_the_whole, offers_to_mend
from rootcause.terminal.editing import WantsEditor
from rootcause.terminal.folding import shown
from rootcause.terminal.heading import Kind, Line, in_words, with_problem
from rootcause.terminal.offers import Further, Offer
from rootcause.terminal.screen import Screen
from rootcause.terminal.theme import Signs

_HOW = "Type a number to go there; open, waiting or not known to find them."
_LONGEST = 160  # of an answer in the list
_NAMED = 8  # answers that are not asked for any more; of more of them the rest is counted


def look_over(screen: Screen, overview: Overview, problem: Problem | None) -> Move:
    """Show it all, and ask where to go."""
    offered = review_offers(overview, screen.signs)
    lines = review_lines(overview, problem)
    while True:
        picked = screen.pick(lines, offered, several=False)
        move = offered[picked].pick if isinstance(picked, int) else picked
        match move:
            case Look() | None:
                continue
            case Aside() | About() | WantsEditor() | Further() | tuple():
                lines = with_problem(lines, NO_QUESTION)
            case _:
                return move


def review_lines(overview: Overview, problem: Problem | None) -> list[Line]:
    """What stands above the list: the sum of it, and what is not asked any more."""
    lines = [
        Line(Kind.QUESTION, f"So far: {_sum(overview)}"),
        Line(Kind.HINT, _needed(overview)),
        Line(Kind.FORM, _HOW),
        Line(Kind.CONTEXT, _dropped(overview)),
        Line(Kind.REMARK, of_the_whole(overview)),
        Line(Kind.PROBLEM, in_words(problem)),
    ]
    return [line for line in lines if line.text]


def review_offers(overview: Overview, signs: Signs) -> tuple[Offer, ...]:
    """Where to go: the report, the next open question, out, to what is doubtful, or to any question by its number."""
    write = Offer("Write the report" if not overview.missing else "Write the report as it stands", Finish())
    go_on = None if overview.goes_on is None else Offer(f"Go on with: {shown(overview.goes_on)}", Proceed())
    leave = Offer("Save and leave", Quit())
    ahead = (write, leave) if go_on is None else (go_on, write, leave) if overview.missing else (write, go_on, leave)
    return (*ahead, *offers_to_mend(overview), *_questions(overview, signs))


def _questions(overview: Overview, signs: Signs) -> Iterator[Offer]:
    number = 0
    for part in overview.parts:
        title = f"{part.title}: {_tally(part)}"
        for entry in part.entries:
            number += 1
            sign = signs.done if entry.status is Status.ANSWERED else signs.open
            where = f"{entry.row}. " if entry.row else ""
            label = f"{where}{shown(entry.label)}: {_said(entry)}"
            level = 1 if entry.row else 0
            yield Offer(label, Revisit(entry.key), level=level, above=title, number=number, sign=sign)
            title = ""


def _said(entry: Entry) -> str:
    """The answer, or what became of the question; with what speaks against it, and what was said about it."""
    said = shown(entry.words[:_LONGEST])
    if entry.status is Status.OPEN:
        said = f"{said}, " if said else ""
        said += "open, needs an answer" if entry.needed else "open"
    elif entry.status is Status.DEFERRED and entry.answer is not None:
        day = f" until {show_day(entry.answer.by)}" if entry.answer.by else ""
        said = f"waiting for {entry.answer.to}{day}"
    elif entry.status is not Status.ANSWERED:
        said = entry.status.value
    if entry.problem is not None:
        said += f" ({in_words(entry.problem)})"
    return f"{said} (note)" if entry.remark.note else said


def _tally(part: Part) -> str:
    counts = [(status, part.count(status)) for status in Status]
    answered = part.count(Status.ANSWERED)
    others = [f"{count} {status}" for status, count in counts if count and status is not Status.ANSWERED]
    return ", ".join([f"{answered} of {part.size} answered", *others])


def _sum(overview: Overview) -> str:
    counts = [(status, sum(part.count(status) for part in overview.parts)) for status in Status]
    return ", ".join(f"{count} {status}" for status, count in counts if count) or "nothing yet"


def _needed(overview: Overview) -> str:
    said = []
    if overview.missing:
        noun = "question needs" if overview.missing == 1 else "questions need"
        said.append(f"{overview.missing} {noun} an answer before the report is complete.")
    if overview.left_out:
        said.append(f"This is a short run: {overview.left_out} more can be answered later, and the report names them.")
    return " ".join(said)


def _dropped(overview: Overview) -> str:
    if not overview.dropped:
        return ""
    named = [f"{shown(entry.label)} ({shown(entry.words[:40]) or entry.status})" for entry in overview.dropped[:_NAMED]]
    more = len(overview.dropped) - len(named)
    return "Not asked any more after a change, but kept: " + "; ".join([*named, *([f"{more} more"] if more else [])])
