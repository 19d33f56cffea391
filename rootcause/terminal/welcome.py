"""What a person meets before the first question, and when they come back to a case."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from itertools import groupby

from msgspec import Struct

from rootcause.interview.prompt import Look, Quit
from rootcause.source.visible import width
from rootcause.terminal.folding import clip, fold, shown
from rootcause.terminal.heading import Kind, Line
from rootcause.terminal.offers import Offer
from rootcause.terminal.screen import Screen


class Doing(enum.Enum):
    """What somebody wants to do there."""

    BEGIN = "begin"
    LOOK = "look over what there is"
    QUESTIONS = "read all questions"
    FILE = "take answers from a file"
    LEAVE = "leave"


class FromFile(Struct, frozen=True):
    """Answers are to be taken from the file at that path."""

    path: str


class Outline(Struct, frozen=True):
    """A section of a part: its questions in words, of which `asked` are asked as far as is known now, its minutes."""

    part: str
    title: str
    questions: tuple[str, ...]
    asked: int
    minutes: int


class Opening(Struct, frozen=True):
    """What there is to say. `begun`: something was answered already; `news` are sentences about what came since."""

    title: str
    questionnaire: str
    description: str
    minutes: int
    sections: tuple[Outline, ...]
    begun: bool
    news: tuple[str, ...] = ()


SAVED = "Saved after every answer; stop whenever you like, and go on where you were."
_GAP = "  "
_LISTED = 8  # sections; more of them leave no room for the rest of the screen


def receive(screen: Screen, opening: Opening) -> Doing | FromFile:
    """Show it, and ask what to do until that is one of the things that can be done."""
    offered = offers_of(opening)
    problem = ""
    while True:
        picked = screen.pick(lines_of(opening, problem), [offer for offer, _ in offered], several=False)
        match offered[picked][1] if isinstance(picked, int) else picked:
            case Doing.QUESTIONS:
                screen.show(questions_of(opening, screen.columns()))
            case Doing.FILE:
                path = screen.name_file("Which answers file, YAML or JSON? Empty goes back:").strip()
                if path:
                    return FromFile(path)
            case Doing() as doing:
                return doing
            case Quit():
                return Doing.LEAVE
            case Look():
                return Doing.LOOK
            case _:
                problem = "There is no question here yet. Pick what to do; :quit leaves."


def lines_of(opening: Opening, problem: str = "") -> list[Line]:
    """The screen above the list of what can be done."""
    minutes = f", about {opening.minutes} min" + (" to go" if opening.begun else "") if opening.minutes else ""
    lines = [
        Line(Kind.QUESTION, opening.title),
        Line(Kind.PROGRESS, f"{opening.questionnaire}{minutes}"),
        Line(Kind.CONTEXT, "\n".join(opening.news)),
        Line(Kind.INTRO, "" if opening.begun else opening.description),
        Line(Kind.ROWS, table=lambda columns: _sections(opening.sections, columns)),
        Line(Kind.STANDING, SAVED),
        Line(Kind.PROBLEM, problem),
    ]
    return [line for line in lines if line.text or line.table]


def offers_of(opening: Opening) -> tuple[tuple[Offer, Doing], ...]:
    """What can be done, in the order in which it is offered."""
    doings = {
        Doing.BEGIN: "Go on" if opening.begun else "Start",
        **({Doing.LOOK: "Look over what there is"} if opening.begun else {}),
        Doing.QUESTIONS: "Look at all questions",
        Doing.FILE: "Take answers from a file",
        Doing.LEAVE: "Leave" if opening.begun else "Quit",
    }
    return tuple((Offer(label, None, aside=doing is Doing.LEAVE), doing) for doing, label in doings.items())


def questions_of(opening: Opening, columns: int) -> list[str]:
    """All questions in their order, by section."""
    lines: list[str] = []
    for section in opening.sections:
        lines += ["", *fold(section.title, columns)]
        for question in section.questions:
            first, *others = fold(question, max(columns - 4, 8))
            lines += [f"  - {first}", *(f"    {line}" for line in others)]
    return [*lines, ""]


def _sections(sections: Sequence[Outline], columns: int) -> list[str]:
    """A line for each section: its title, how many questions, how many minutes. Of many, a line for each part."""
    listed = sections if len(sections) <= _LISTED else _by_part(sections)
    rows = [(shown(section.title), *_size(section)) for section in listed]
    counts = max(width(count) for _, count, _ in rows)
    times = max(width(time) for _, _, time in rows)
    room = max(columns - counts - times - 2 * len(_GAP), 8)
    titles = min(max(width(title) for title, _, _ in rows), room)
    lines = []
    for title, count, time in rows:
        name = clip(title, titles)
        lines.append(f"{name}{' ' * (titles - width(name))}{_GAP}{count:>{counts}}{_GAP}{time:>{times}}".rstrip())
    return lines


def _by_part(sections: Sequence[Outline]) -> list[Outline]:
    """Sections of one part that follow each other, taken together."""
    merged: list[Outline] = []
    for part, grouped in groupby(sections, key=lambda section: section.part):
        group = list(grouped)
        title = group[0].title if len(group) == 1 else f"{part}, {len(group)} sections"
        questions = tuple(question for section in group for question in section.questions)
        asked, minutes = sum(section.asked for section in group), sum(section.minutes for section in group)
        merged.append(Outline(part, title, questions, asked, minutes))
    return merged


def _size(section: Outline) -> tuple[str, str]:
    if not section.asked:
        return "depends", ""
    noun = "question" if section.asked == 1 else "questions"
    return f"{section.asked} {noun}", f"{section.minutes} min" if section.minutes else ""
