"""What became of a generated case: what got done, late or in time, what was put off, opened again or forgotten."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta

from many_cases_told import Told
from many_cases_words import RESULTS, WHY_PUT_OFF

from rootcause.case.model import Event, What
from rootcause.interview.answers import Answer, AnswerKey, State

_PROMISES = ("follow_up", "follow_up_on")


def followed_up(
    told: Told, answers: Mapping[AnswerKey, Answer], begun: datetime, last: datetime, chance: random.Random
) -> Iterator[Event]:
    """The events up to the last moment."""
    for number, due in enumerate(told.dues, start=1):
        key = AnswerKey("actions", (number,))
        for event in _of_an_action(key, due, answers, begun, last, chance):
            if event.when < last:
                yield event
    for key, answer in answers.items():
        due_by = answer.by if answer.state is State.DEFERRED else answer.value
        watched = key.question in _PROMISES or key.question == "interim_fix_end"
        if watched and isinstance(due_by, date) and chance.random() < _share_done(0.7, due_by, last):
            done = _at(due_by + timedelta(int(chance.gauss(1, 5))), begun)
            if done < last:
                yield Event(done, _who(told, chance), What.DONE, key, note="Asked, and noted here")


def _share_done(at_once: float, due: date, last: datetime) -> float:
    """Of what was due long ago little is still open: it was done later, or somebody tidied up."""
    return at_once if last.date() - due < timedelta(120) else 0.985


def _of_an_action(  # noqa: PLR0917  # as they come
    key: AnswerKey,
    due: date,
    answers: Mapping[AnswerKey, Answer],
    begun: datetime,
    last: datetime,
    chance: random.Random,
) -> Iterator[Event]:
    owner = answers[AnswerKey("actions.owner", key.instance)].value
    who = owner if isinstance(owner, str) else None
    if chance.random() < 0.12:
        later = due + timedelta(chance.randrange(7, 60))
        when = _at(due - timedelta(2), begun)
        yield Event(when, who, What.SNOOZED, key, note=chance.choice(WHY_PUT_OFF), until=later)
        due = later
    if chance.random() > _share_done(0.8, due, last):
        return
    # One in four is late, some of them by months.
    late = int(chance.lognormvariate(2.3, 1)) if chance.random() < 0.25 else -chance.randrange(0, 10)
    done = _at(due + timedelta(late), begun)
    note = chance.choice(RESULTS).format(place="the depot", product="first half")
    yield Event(done, who, What.DONE, key, note=note)
    if chance.random() < 0.04:
        done += timedelta(days=chance.randrange(2, 30))
        yield Event(done, who, What.REOPENED, key, note="It came loose again")
        if chance.random() < 0.5:
            return
        done += timedelta(days=5)
        yield Event(done, who, What.DONE, key, note="Now for good")
    measure = AnswerKey("actions.done_when", key.instance)
    if measure in answers and chance.random() < _share_done(0.5, done.date(), last):
        when = done + timedelta(days=30 + chance.randrange(20))
        yield Event(when, who, What.DONE, measure, note="Looked up", moved=chance.random() < 0.7)


def _at(day: date, begun: datetime) -> datetime:
    """That day in the afternoon, in the time zone of the case and not before it began."""
    return max(datetime.combine(day, time(16, day.day), begun.tzinfo), begun + timedelta(hours=1))


def _who(told: Told, chance: random.Random) -> str:
    return chance.choice(told.people)
