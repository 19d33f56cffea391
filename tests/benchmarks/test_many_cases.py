"""The generated cases are such as rootcause could have written itself."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from rootcause.case.follow_through import progress_of
from rootcause.case.model import Case, What
from rootcause.case.record import to_json
from rootcause.case.store import CaseStore
from rootcause.interview.answers import Money, State
from rootcause.interview.interview import Interview
from rootcause.interview.reconcile import reconcile
from rootcause.questionnaire.catalog import Catalog

PROGRAM = Path(__file__).parents[2] / "benchmarks" / "many_cases.py"
COUNT = 100


def generate(folder: Path, *options: str) -> None:
    subprocess.run([sys.executable, str(PROGRAM), str(folder), "--cases", str(COUNT), *options], check=True)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> CaseStore:
    folder = tmp_path_factory.mktemp("many") / "cases"
    generate(folder)
    return CaseStore(folder)


@pytest.fixture(scope="module")
def cases(store: CaseStore) -> list[Case]:
    return [store.read(id) for id in store.ids()]


def test_the_store_reads_all_and_would_write_the_same(store, cases):
    assert len(cases) == COUNT
    for case in cases:
        assert (store.root / case.id / "case.json").read_text(encoding="utf-8") == to_json(case)


def test_each_answer_fits_the_questionnaire_of_today_and_is_on_the_route(cases):
    catalog = Catalog.around(Path())
    asked = {id: catalog.load(id).questionnaire for id in {case.questionnaire.id for case in cases}}
    for case in cases:
        questionnaire = asked[case.questionnaire.id]
        assert questionnaire.digest == case.questionnaire.digest
        found = reconcile(questionnaire, case.answers, case.at)
        assert (found.changes, found.set_aside) == ((), ())
        interview = Interview.begin(questionnaire, case.answers, clock=lambda: datetime(2026, 11, 1, tzinfo=UTC))
        active = {key: one for key, one in interview.active().items() if one.state is not State.COMPUTED}
        assert active == case.answers, case.id
        assert case.at is None or case.at in interview.asked()


def test_there_is_something_of_everything(cases):
    happened = Counter(event.what for case in cases for event in case.history)
    assert {What.DONE, What.SNOOZED, What.REOPENED, What.LINKED} <= set(happened)
    assert {case.questionnaire.id for case in cases} == {
        "what-why-different",
        "complaint-resolution",
        "problem-to-opportunity",
        "incident-review",
    }
    states = Counter(answer.state for case in cases for answer in case.answers.values())
    assert states[State.DEFERRED]
    assert states[State.UNKNOWN]
    currencies = {
        answer.value.currency for case in cases for answer in case.answers.values() if isinstance(answer.value, Money)
    }
    assert currencies == {"EUR", "USD"}
    assert 0 < sum(case.unfinished for case in cases) < COUNT / 5
    assert any(one.moved is False for case in cases for one in progress_of(case).values())


def test_a_link_leads_to_an_earlier_case_that_is_there(cases):
    begun = {case.id: case.begun for case in cases}
    links = [(case, link) for case in cases for link in case.links]
    assert links
    assert all(begun[link.case] <= case.begun for case, link in links)


def test_nothing_happens_after_the_last_day(cases):
    last = max(event.when for case in cases for event in case.history)
    assert date(2026, 9, 1) < last.date() <= date(2026, 10, 31)


def test_the_same_seed_gives_the_same_cases_and_another_one_others(store, tmp_path):
    generate(tmp_path / "same")
    generate(tmp_path / "other", "--seed", "2")
    names = {path.name: (path / "case.json").read_bytes() for path in store.root.iterdir()}
    assert names == {path.name: (path / "case.json").read_bytes() for path in (tmp_path / "same").iterdir()}
    assert names.keys() != {path.name for path in (tmp_path / "other").iterdir()}
