"""Cases and a questionnaire of their own, small enough to be read a thousand times, and the index of them."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from rootcause.case.model import Case, Event, QuestionnaireRef, What
from rootcause.case.record import to_json
from rootcause.cli.case_reader import CaseReader
from rootcause.index.index import Index, open_index
from rootcause.index.reading import Reader
from rootcause.index.tables import TABLES
from rootcause.interview.answers import Answer, AnswerKey, Rows, State

BEGUN = datetime(2026, 3, 2, 9, tzinfo=UTC)
TODAY = date(2026, 5, 4)

QUESTIONNAIRE = """\
rootcause: 1
id: walk
version: 1.0.0
title: A walk
include: choices.yaml
sections:
  - id: what
    part: what
    title: What
    questions:
      - {id: summary, ask: "What happened?", type: text, role: problem}
      - {id: found_by, ask: "Who found it?", type: choice, list: finders, role: detection}
      - id: actions
        ask: What will be done?
        type: list
        role: actions
        each:
          - {id: what, ask: "What?", type: text}
          - {id: due, ask: "By when?", type: date}
"""
CHOICES = """\
rootcause: 1
lists:
  finders: {customer: A customer, colleague: A colleague}
"""


def case_of(name: str, summary: str, asked: str = "walk", path: str | None = None) -> Case:
    answers = {
        AnswerKey("summary"): Answer(State.ANSWERED, summary),
        AnswerKey("found_by"): Answer(State.ANSWERED, "customer", when=BEGUN),
        AnswerKey("actions"): Answer(State.ANSWERED, Rows(((1,),), closed=True)),
        AnswerKey("actions.what", (1,)): Answer(State.ANSWERED, f"Mend {summary}", when=BEGUN),
        AnswerKey("actions.due", (1,)): Answer(State.ANSWERED, date(2026, 4, 1), when=BEGUN),
    }
    history = (Event(BEGUN, None, What.ANSWERED, AnswerKey("summary")),)
    return Case(name, summary, QuestionnaireRef(asked, "1.0.0", "", path), BEGUN, answers=answers, history=history)


class Folder:
    """A folder of cases beside one of questionnaires, and its index in a file of its own."""

    def __init__(self, at: Path) -> None:
        self.here = at
        self.cases = at / "cases"
        self.file = at / "cache" / "index.sqlite"
        self.questionnaire = at / "questionnaires" / "walk.yaml"
        self.choices = at / "questionnaires" / "choices.yaml"
        self.cases.mkdir()
        self.questionnaire.parent.mkdir()
        self.questionnaire.write_text(QUESTIONNAIRE)
        self.choices.write_text(CHOICES)

    def path(self, name: str) -> Path:
        return self.cases / name / "case.json"

    def write(self, name: str, summary: str, asked: str = "walk") -> Path:
        """In the very file, if there is one: its number stays the same."""
        self.path(name).parent.mkdir(exist_ok=True)
        self.path(name).write_text(to_json(case_of(name, summary, asked)))
        return self.path(name)

    def reader(self, day: date = TODAY) -> CaseReader:
        return CaseReader(self.here, day)

    def index(
        self,
        reader: Reader | None = None,
        now: Callable[[], int] = time.time_ns,
        edition: str = "tests",
        tell: Callable[[int], None] = lambda _: None,
    ) -> Index:
        return open_index(self.cases, reader or self.reader(), file=self.file, edition=edition, now=now, tell=tell)

    def scanned(self, day: date = TODAY) -> Index:
        """As a program sees it that knows nothing from before."""
        return open_index(self.cases, self.reader(day), file=None, edition="tests")

    def until_the_clock_ticks(self) -> None:
        """That of the file system, so that a change shows in the times of a file; some thousandths of a second."""
        probe = self.here / "probe"
        probe.touch()
        before = probe.stat().st_mtime_ns
        while probe.stat().st_mtime_ns == before:
            os.utime(probe)


def later() -> int:
    """The time of somebody to whom all files are old."""
    return time.time_ns() + 10_000_000_000


def everything(index: Index) -> dict[str, list[tuple[object, ...]]]:
    """All tables, a figure that is remembered, and what could not be read."""
    found = {name: sorted(index.query(f"SELECT * FROM {name}"), key=repr) for name in TABLES}
    found["figure"] = index.figures([("SELECT title, COUNT(*) FROM cases GROUP BY title ORDER BY title", {})])[0]
    return found | {"problems": [(one.case_id, one.message) for one in index.problems]}
