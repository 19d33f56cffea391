"""Turns the example of a check into the record of a case.

An example is a piece of an answers file for the questionnaire incident-review. Comments in front of it say what is
different: `# questionnaire: complaint-resolution`, `# language: de`, `# today: 2026-09-01` for a day on which it is
looked at later, `# timezone: none`. Without them the interview and the look at it are on TODAY, in UTC. What an example
does not answer waits to be asked: nobody has come to it yet, so a check of what is missing says nothing about it.
Questionnaires that are not among the bundled ones stand beside, in `questionnaires`.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from rootcause.analysis.checks.examining import examine
from rootcause.analysis.checks.finding import Finding
from rootcause.analysis.record import Record
from rootcause.interview.interview import Interview
from rootcause.interview.scripted import fill
from rootcause.questionnaire.loader import beside, load_questionnaire
from rootcause.questionnaire.model import Questionnaire
from rootcause.source.text import SourceText
from rootcause.source.tree import parse_tree

TODAY = date(2026, 6, 1)
QUESTIONNAIRES = (Path(__file__).parents[3] / "questionnaires", Path(__file__).parent / "questionnaires")
_HEAD = re.compile(r"^# (questionnaire|language|today|timezone): (\S+)$", re.MULTILINE)
_TOO_SHORT = re.compile(r"; at least .* needed$")


def findings(example: str) -> tuple[Finding, ...]:
    """What all checks say about an example."""
    return examine(record(example), today=date.fromisoformat(_head(example).get("today", TODAY.isoformat())))


def record(example: str) -> Record:
    """The record of an example."""
    tree, wrong = parse_tree(SourceText("example.yaml", example))
    assert tree is not None, wrong
    head = _head(example)
    return record_of(
        tree.value,
        questionnaire=head.get("questionnaire", "incident-review"),
        language=head.get("language"),
        has_timezone=head.get("timezone") != "none",
    )


def record_of(
    answers: Mapping[str, Any],
    *,
    questionnaire: str = "incident-review",
    language: str | None = None,
    has_timezone: bool = True,
) -> Record:
    """The record of answers as people write them; a list or ladder may still be too short."""
    now = datetime.combine(TODAY, time(12), UTC)
    begun = Interview.begin(_questionnaire(questionnaire), clock=lambda: now, zone=UTC, language=language)
    filled = fill(begun, answers, lambda _: None, defaults=False)
    wrong = [one.message for one in filled.problems if not _TOO_SHORT.search(one.message)]
    assert (wrong, filled.not_asked, filled.unknown_ids) == ([], (), ())
    done = filled.interview
    return Record(
        "A case",
        done.questionnaire,
        done.active(),
        frozenset(done.asked()),
        language=language,
        remarks=done.remarks,
        has_timezone=has_timezone,
    )


def _head(example: str) -> dict[str, str]:
    return {found[1]: found[2] for found in _HEAD.finditer(example)}


@functools.cache
def _questionnaire(name: str) -> Questionnaire:
    path = next(path for folder in QUESTIONNAIRES if (path := folder / f"{name}.yaml").is_file())
    loaded = load_questionnaire(SourceText.read(path), resolve=beside(path))
    assert loaded.questionnaire is not None
    return loaded.questionnaire
