"""How far an interview has come, kept up to date by what changes."""

from __future__ import annotations

from msgspec import Struct

from rootcause.questionnaire.model import Question, ResponseType

_WEIGHT = {ResponseType.PARAGRAPH: 3, ResponseType.LIST: 6, ResponseType.LADDER: 10}
_MINUTES_PER_WEIGHT = 0.4  # when a questionnaire does not say how long it takes


def weight(question: Question) -> int:
    """How much time a question takes, a short answer being 1: a rough guess, for the minutes left only."""
    return 0 if question.compute is not None else _WEIGHT.get(question.type, 1)


class Tally(Struct, frozen=True):
    """Counts that can be added and taken away: questions asked, dealt with, and the weight still open."""

    asked: int = 0
    done: int = 0
    weight_left: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.asked + other.asked, self.done + other.done, self.weight_left + other.weight_left)

    def __sub__(self, other: Tally) -> Tally:
        return Tally(self.asked - other.asked, self.done - other.done, self.weight_left - other.weight_left)


NO_TALLY = Tally()


class Progress(Struct, frozen=True):
    """Of the section that the prompt stands in, and of the whole: questions now asked, dealt with, minutes left."""

    section: Tally
    whole: Tally
    minutes_left: int


def minutes_left(left: int, total: int, minutes: int | None) -> int:
    """The minutes that the open weight will take, rounded up."""
    if minutes is None:
        return round(left * _MINUTES_PER_WEIGHT + 0.5) if left else 0
    return -(-minutes * left // total) if total else 0
