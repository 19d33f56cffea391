"""The committed examples as records, as the command makes them."""

from __future__ import annotations

import functools
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from rootcause.analysis.record import Record
from rootcause.interview.interview import Interview
from rootcause.interview.scripted import fill
from rootcause.questionnaire.loader import beside, load_questionnaire
from rootcause.source.text import SourceText
from rootcause.source.tree import parse_tree

ROOT = Path(__file__).parents[2]
EXAMPLES = ("gitlab-2017", "united-3411")
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@functools.cache
def record_of_example(name: str) -> Record:
    """What the analysis takes in, with everything answered on one day."""
    tree, _ = parse_tree(SourceText.read(ROOT / "examples" / name / "answers.yaml"))
    assert tree is not None
    submission = tree.value
    path = ROOT / "questionnaires" / f"{submission['questionnaire']}.yaml"
    questionnaire = load_questionnaire(SourceText.read(path), resolve=beside(path)).questionnaire
    assert questionnaire is not None
    begun = Interview.begin(
        questionnaire, clock=lambda: NOW, who=submission["by"], zone=ZoneInfo(submission["timezone"])
    )
    filled = fill(begun, submission["answers"], lambda _: None).interview
    return Record(
        title=submission["title"],
        questionnaire=questionnaire,
        answers=filled.active(),
        asked=frozenset(filled.asked()),
        case=f"2026-11-22-{name}",
        remarks=filled.remarks,
    )
