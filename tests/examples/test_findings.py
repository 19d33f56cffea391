"""What the checks find in the examples is what a reader wrote down by hand, check by check and place by place."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from rootcause.analysis.checks import families
from rootcause.analysis.checks.examining import examine
from rootcause.analysis.record import Record
from rootcause.interview.interview import Interview
from rootcause.interview.scripted import fill
from rootcause.questionnaire.loader import beside, load_questionnaire
from rootcause.source.text import SourceText
from rootcause.source.tree import parse_tree

ROOT = Path(__file__).parents[2]
EXPECTED = Path(__file__).parent / "expected_findings.yaml"
TODAY = date(2026, 11, 22)


def values(path: Path) -> Any:
    tree, wrong = parse_tree(SourceText.read(path))
    assert tree is not None, wrong
    return tree.value


def found_in(example: str) -> dict[str, list[str]]:
    submission = values(ROOT / "examples" / example / "answers.yaml")
    path = ROOT / "questionnaires" / f"{submission['questionnaire']}.yaml"
    questionnaire = load_questionnaire(SourceText.read(path), resolve=beside(path)).questionnaire
    assert questionnaire is not None
    now = datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC)
    begun = Interview.begin(questionnaire, clock=lambda: now, zone=ZoneInfo(submission["timezone"]))
    done = fill(begun, submission["answers"], lambda _: None).interview
    record = Record(submission["title"], questionnaire, done.active(), frozenset(done.asked()), remarks=done.remarks)
    found: dict[str, list[str]] = {}
    for one in examine(record, today=TODAY):
        found.setdefault(one.name, []).append(one.where)
    return {name: sorted(places) for name, places in found.items()}


@pytest.mark.parametrize("example", list(values(EXPECTED)))
def test_the_checks_find_what_a_reader_found(example: str):
    expected = {name: sorted(places) for name, places in values(EXPECTED)[example].items()}
    assert expected.keys() <= families().keys()
    assert found_in(example) == expected
