"""The index of all cases, as the commands use it: where it lies, how its cases are read, what it could not read."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Final

from rootcause.case.model import Case, QuestionnaireRef
from rootcause.cli.output import say
from rootcause.cli.recording import record_of
from rootcause.cli.reporting.moment import epoch
from rootcause.cli.taking_up import clock_in, fitted, interview_of, load_for, zone_of
from rootcause.cli.whereabouts import store_at
from rootcause.errors import RootcauseError
from rootcause.index.database import index_file
from rootcause.index.index import Index, open_index
from rootcause.index.updating import Fitted
from rootcause.questionnaire.model import Questionnaire

_LISTED_AT_MOST: Final = 20


def today(environ: Mapping[str, str]) -> date:
    """The day on which something is overdue or not: that of SOURCE_DATE_EPOCH, else that of this machine."""
    moment = epoch(environ)
    return datetime.now().astimezone().date() if moment is None else moment.date()


def index_at(cases: str | None) -> Index:
    """The index of the folder of cases that an option, the environment or a settings file names, up to date."""
    from rootcause.edition import edition

    root = store_at(cases).root
    return open_index(
        root, CaseReader(cases, today(os.environ)), file=file_for(root), edition=edition(), tell=_tell_reading
    )


def file_for(root: Path) -> Path:
    """Where the index of a folder of cases lies."""
    from platformdirs import user_cache_path

    return index_file(user_cache_path("rootcause"), root)


def tell_problems(index: Index) -> int:
    """Say which cases could not be read; how many they are."""
    problems = index.problems
    for one in problems[:_LISTED_AT_MOST]:
        say(f"could not read {one.case_id}: {one.message}" + (f"\n  {one.hint}" if one.hint else ""))
    if len(problems) > _LISTED_AT_MOST:
        say(f"and {len(problems) - _LISTED_AT_MOST} more that could not be read; `rootcause cases` lists them")
    return len(problems)


class CaseReader:
    """Reads cases with the questionnaires that are found today, each of them loaded once."""

    def __init__(self, cases: str | None, day: date) -> None:
        self._day = day.isoformat()
        self._load = cache(lambda name, path: _loaded(name, path, cases))

    def read(self, case: Case) -> Fitted:
        """The case as `rootcause show` would tell it. Raises RootcauseError when its questionnaire cannot be had."""
        found = self._load(case.questionnaire.id, case.questionnaire.path)
        if isinstance(found, RootcauseError):
            raise found
        questionnaire, ref = found
        clock = clock_in(zone_of(case))
        fitting, _ = fitted(case, questionnaire, ref, now=clock(), who=None)
        interview = interview_of(fitting, questionnaire, clock)
        day = self._day if _depends_on_the_day(questionnaire) else None
        name = _name(case.questionnaire.id, case.questionnaire.path, ref.digest)
        return Fitted(fitting, record_of(fitting, interview), name, day)

    def is_current(self, questionnaire: str) -> bool:
        """Whether that questionnaire would be found today as it was."""
        id, path, digest = questionnaire.split("\0")
        found = self._load(id, path or None)
        return not isinstance(found, RootcauseError) and found[1].digest == digest

    def today(self) -> str:
        """The day, for what depends on it."""
        return self._day


def _loaded(id: str, path: str | None, cases: str | None) -> tuple[Questionnaire, QuestionnaireRef] | RootcauseError:
    asking = Case("", "", QuestionnaireRef(id, "", "", path), datetime.now().astimezone())
    try:
        return load_for(asking, cases)
    except RootcauseError as error:
        return error


def _name(id: str, path: str | None, digest: str) -> str:
    return "\0".join((id, path or "", digest))


def _depends_on_the_day(questionnaire: Questionnaire) -> bool:
    """Whether what is asked or computed can be another thing tomorrow."""
    expressions = (
        expression
        for question in questionnaire.questions.values()
        for one in (question, *question.each)
        for expression in (one.when, one.compute)
    )
    sections = (section.when for section in questionnaire.sections)
    return any(one is not None and one.uses_clock for one in (*expressions, *sections))


def _tell_reading(count: int) -> None:
    say(f"Reading {count:,} cases that are new or have changed ...")
