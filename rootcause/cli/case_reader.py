"""Reads many cases with the questionnaires that are found today, each of them loaded once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from functools import cached_property
from pathlib import Path
from typing import Final

from msgspec import Struct

from rootcause.case.model import Case, QuestionnaireRef
from rootcause.cli.recording import record_of
from rootcause.cli.taking_up import fitted, interview_of, zone_of
from rootcause.cli.zones import find_zone
from rootcause.errors import RootcauseError, UnreadableInput
from rootcause.index.reading import Fitted, Found
from rootcause.interview.answers import Answers, State
from rootcause.questionnaire.catalog import Catalog
from rootcause.questionnaire.model import Question, Questionnaire

_END_OF_DAY: Final = time(23, 59, 59)


class _Loaded(Struct, frozen=True):
    """A questionnaire, and what of it looks at the clock.

    `by_day`: other questions may be asked tomorrow, or other values computed. `checked` are those whose answers are
    held against the clock; of an answer that says when it was given, against that moment.
    """

    questionnaire: Questionnaire
    files: tuple[str, ...]
    by_day: bool
    checked: frozenset[str]


class CaseReader:
    """Reads cases on one day; `cwd` is where questionnaires are looked for first.

    It is the end of that day for all of them, so that the same files say the same all day long.
    """

    def __init__(self, cwd: Path, day: date) -> None:
        self._cwd = cwd
        self._day = day
        self._known: dict[str, _Loaded | RootcauseError] = {}

    @property
    def day(self) -> str:
        """The day."""
        return self._day.isoformat()

    def asked(self, case: Case) -> str:
        """How the case names its questionnaire."""
        return f"{case.questionnaire.id}\n{case.questionnaire.path or ''}"

    def place(self, asked: str) -> str | None:
        """The file in which that questionnaire would be looked for now, None when there is none."""
        try:
            return str(self._catalog.find(_name(asked)))
        except UnreadableInput:
            return None

    def find(self, asked: str) -> Found:
        """That questionnaire as it is today."""
        found = self._load(asked)
        if isinstance(found, RootcauseError):
            return Found(found.message)
        return Found(found.questionnaire.digest, found.files)

    def read(self, case: Case) -> Fitted:
        """The case as `show` would tell it. Raises RootcauseError when its questionnaire cannot be had."""
        asked = self.asked(case)
        found = self._load(asked)
        if isinstance(found, RootcauseError):
            raise found
        asks, clock = found.questionnaire, self._clock(zone_of(case))
        ref = QuestionnaireRef(asks.id, asks.version, asks.digest, case.questionnaire.path)
        fitting, _ = fitted(case, asks, ref, now=clock(), who=None)
        record = record_of(fitting, interview_of(fitting, asks, clock))
        by_day = found.by_day or _held_against_the_day(fitting.answers, found.checked)
        return Fitted(fitting, record, by_day)

    @cached_property
    def _catalog(self) -> Catalog:
        return Catalog.around(self._cwd)

    def _clock(self, zone: str | None) -> Callable[[], datetime]:
        end = datetime.combine(self._day, _END_OF_DAY)
        end = end.astimezone() if zone is None else end.replace(tzinfo=find_zone(zone))
        return lambda: end

    def _load(self, asked: str) -> _Loaded | RootcauseError:
        if asked not in self._known:
            try:
                self._known[asked] = _load(self._catalog, asked)
            except RootcauseError as error:
                self._known[asked] = error
        return self._known[asked]


def _name(asked: str) -> str:
    id, _, path = asked.partition("\n")
    return path or id


def _load(catalog: Catalog, asked: str) -> _Loaded:
    """Raises RootcauseError when it cannot be read, or another one is found in its place."""
    id, name = asked.partition("\n")[0], _name(asked)
    hint = "say where it is now: rootcause resume CASE -Q FILE"
    try:
        loaded = catalog.load(name)
    except UnreadableInput as error:
        raise RootcauseError(f'its questionnaire "{id}" cannot be read: {error.message}', hint=hint) from error
    asks = loaded.questionnaire
    if asks is None:
        raise RootcauseError(f'its questionnaire "{id}" has faults', hint=f"see them with: rootcause lint {name}")
    if asks.id != id:
        raise RootcauseError(f'it answers the questionnaire "{id}", and {name} is "{asks.id}"', hint=hint)
    conditions = [section.when for section in asks.sections]
    checked = set()
    for key, question in _all_questions(asks):
        conditions += [question.when, question.compute, question.stop_when]
        if any(check.that.uses_clock for check in question.checks):
            checked.add(key)
    by_day = any(one is not None and one.uses_clock for one in conditions)
    return _Loaded(asks, tuple(source.name for source in loaded.sources), by_day, frozenset(checked))


def _all_questions(questionnaire: Questionnaire) -> Iterator[tuple[str, Question]]:
    for id, question in questionnaire.questions.items():
        yield id, question
        yield from ((f"{id}.{item.id}", item) for item in question.each)


def _held_against_the_day(answers: Answers, checked: frozenset[str]) -> bool:
    return any(
        answer.when is None and answer.state is State.ANSWERED and key.question in checked
        for key, answer in answers.items()
    )
