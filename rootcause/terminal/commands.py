"""The words that begin with a colon: what can be said at any question instead of an answer."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from rootcause.interview.answers import Sure
from rootcause.interview.prompt import Another, Back, Defer, DoNotKnow, Goto, Look, Move, Quit, Skip, Undo
from rootcause.questionnaire.response.moments import read_day
from rootcause.questionnaire.response.problem import Problem
from rootcause.source.nearest import nearest
from rootcause.terminal.folding import fold
from rootcause.terminal.heading import Kind, Line
from rootcause.terminal.until import coming_day, name_and_day, not_over


class Aside(enum.Enum):
    """A word that needs something more, to be said or shown, before it is a move."""

    HELP = "help"
    EDIT = "edit"
    NOTE = "note"
    EVIDENCE = "evidence"
    SURE = "sure"


class About(Struct, frozen=True):
    """What is said about the answer, behind one of the words `:note`, `:evidence` and `:sure`."""

    aside: Aside
    text: str


COMMANDS = {
    ":back": "go to the question before",
    ":skip": "leave a question that is optional",
    ":unknown": "say that it is not known",
    ":ask NAME [DATE]": "let somebody else answer it, until a day",
    ":note TEXT": "say something about the answer",
    ":evidence TEXT": "name a file, a link, a ticket that shows it",
    ":sure fact": "how sure it is: fact, reported or assumption",
    ":another": "one more cause at this level, or one more entry",
    ":goto NAME": "go to a question, by its name or its number in the review",
    ":review": "look over everything, jump, or finish",
    ":edit": "write the answer in your editor",
    ":undo": "take back the last change",
    ":quit": "stop here; everything answered is kept",
    ":help": "show this list",
    "::": "a colon that begins an answer",
}
_WORDS = tuple(name.split()[0] for name in COMMANDS if name != "::")
_ASK_HINT = "write :ask Kim, or :ask Kim 2026-01-31"
_ANY_DAY = date(2024, 1, 1)
_GOTO_HINT = "write its name or its number, such as :goto 12; :review shows them all"
_ALONE: Mapping[str, Move | Aside] = {
    ":back": Back(),
    ":skip": Skip(),
    ":unknown": DoNotKnow(),
    ":another": Another(),
    ":review": Look(),
    ":undo": Undo(),
    ":quit": Quit(),
    ":help": Aside.HELP,
    ":edit": Aside.EDIT,
    ":note": Aside.NOTE,
    ":evidence": Aside.EVIDENCE,
    ":sure": Aside.SURE,
}
_ABOUT = {":note": Aside.NOTE, ":evidence": Aside.EVIDENCE, ":sure": Aside.SURE}

Said = str | Move | Aside | About
"""What a line can be: an answer, a move, a word that needs more, or something about the answer."""


def read_line(typed: str) -> Said | Problem:
    """What somebody typed, or why it is nothing of the kind. The text behind a note may go on over several lines."""
    line = typed.strip()
    if line.startswith("::"):
        return line[1:]
    if not line.startswith(":"):
        return typed
    word, *behind = line.split(None, 1)
    rest = behind[0] if behind else ""
    if word == ":ask":
        return _defer(rest)
    if word == ":goto":
        return Goto(rest) if rest else Problem("no question is named", _GOTO_HINT)
    if rest and word in _ABOUT:
        return _about(_ABOUT[word], rest)
    if rest or word not in _ALONE:
        return _not_a_command(line if word in _ALONE else word)
    return _ALONE[word]


def read_sure(typed: str) -> Sure | Problem:
    """How sure somebody is, by a word or its beginning."""
    word = typed.strip().casefold()
    found = [sure for sure in Sure if word and sure.startswith(word)]
    if len(found) == 1:
        return found[0]
    return Problem(f'"{typed.strip()}" does not say how sure it is', f"write one of {', '.join(Sure)}")


def is_word_line(text: str) -> bool:
    """Whether it is one line that wants to be a word; two colons begin an answer."""
    line = text.strip()
    return line.startswith(":") and not line.startswith("::") and "\n" not in text


def is_word(line: str) -> bool:
    """Whether it is one of the words, also where what follows it is wrong."""
    said = read_line(line)
    return isinstance(said, Move | Aside | About) or line.split()[:1] in ([":ask"], [":goto"], [":sure"])


def split_word(text: str) -> tuple[str, str]:
    """A text, and the word in its last line, empty when that is none."""
    before, _, last = text.rstrip("\n").rpartition("\n")
    return (before, last) if before and is_word(last.strip()) else (text, "")


def help_line() -> Line:
    """All the words and what they do."""
    return Line(Kind.HELP, table=_help)


def escaped(text: str) -> str:
    """An answer as one types it: a colon more where a line would be taken for a word."""
    first, *others = text.split("\n")
    first = f":{first}" if first.lstrip().startswith(":") else first
    return "\n".join([first, *(_with_colon(line) if _looks_like_a_word(line) else line for line in others)])


def unescaped(typed: str) -> str:
    """The answer that was typed so."""
    first, *others = typed.split("\n")
    first = first.replace(":", "", 1) if first.lstrip().startswith("::") else first
    return "\n".join([first, *(_without_colon(line) if _looks_like_a_word(line) else line for line in others)])


def _looks_like_a_word(line: str) -> bool:
    """Whether it is a word, but for colons too many."""
    colons = len(line.strip()) - len(line.strip().lstrip(":"))
    return colons > 0 and is_word(line.strip()[colons - 1 :])


def _with_colon(line: str) -> str:
    return line.replace(":", "::", 1)


def _without_colon(line: str) -> str:
    return line.replace("::", ":", 1)


def read_until(typed: str, today: date) -> date | Problem | None:
    """The day until which somebody is to answer; None when none is written."""
    return coming_day(typed, today) if typed.strip() else None


def dated(asked: Defer, today: date) -> Defer | Problem:
    """The same, with a day that is counted from today, as in `Kim friday` or `Kim in 2 weeks`."""
    name, day = name_and_day(asked.to, today) if asked.by is None else (asked.to, not_over(asked.by, today))
    if isinstance(day, Problem):
        return day
    return Defer(name, day) if name else Problem("nobody is named", _ASK_HINT)


def _about(aside: Aside, text: str) -> About | Problem:
    if aside is Aside.SURE:
        sure = read_sure(text)
        return sure if isinstance(sure, Problem) else About(aside, sure)
    return About(aside, text)


def _defer(text: str) -> Defer | Problem:
    """Whom to ask; a day that is counted from today is still part of the name."""
    name, day = name_and_day(text)
    if not name or isinstance(read_day(text), date):
        return Problem("nobody is named", _ASK_HINT)
    last = text.rsplit(maxsplit=1)[-1]
    if day is None and last != name and last[0].isdigit() and name_and_day(text, _ANY_DAY)[1] is None:
        day = read_day(last)
    return day if isinstance(day, Problem) else Defer(name, day)


def _not_a_command(word: str) -> Problem:
    near = nearest(word, _WORDS)
    meant = f"did you mean {near}? " if near and near != word else ""
    return Problem(f'"{word}" is none of the words that begin with a colon', f"{meant}:help lists them; :: is a colon")


def _help(columns: int) -> list[str]:
    longest = max(map(len, COMMANDS))
    return [
        line
        for name, meaning in COMMANDS.items()
        for line in ([f"{name:{longest}}  {meaning}"] if columns >= 60 else fold(f"{name} {meaning}", columns))
    ]
