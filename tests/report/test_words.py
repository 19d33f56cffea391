from __future__ import annotations

import re
from pathlib import Path

import pytest

from rootcause.analysis.break_even import Outcome
from rootcause.analysis.roles import MOMENTS, STAGES
from rootcause.interview.answers import Sure
from rootcause.report.words import ENGLISH

FORMAT = Path(__file__).parents[2] / "docs" / "format.md"


@pytest.mark.parametrize(
    ("words", "needed"),
    [
        (ENGLISH.outcomes, {outcome.value for outcome in Outcome}),
        (ENGLISH.sure, {sure.value for sure in Sure}),
        (ENGLISH.moments, set(MOMENTS)),
        (ENGLISH.time_to, set(MOMENTS[1:])),
        (ENGLISH.counted_from, set(MOMENTS[:2])),
        (ENGLISH.took, {f"{since}_{until}" for since in MOMENTS[:2] for until in MOMENTS[1:] if since != until}),
        (ENGLISH.stages, set(STAGES)),
        (ENGLISH.reach, {"unhappy", "happy"}),
        (ENGLISH.reach_few, {"unhappy", "happy"}),
    ],
    ids=["outcomes", "sure", "moments", "time_to", "counted_from", "took", "stages", "reach", "reach_few"],
)
def test_there_is_a_word_for_everything_that_can_come_up(words: dict[str, str], needed: set[str]) -> None:
    assert set(words) == needed


@pytest.mark.parametrize("role", ["timeline", "causes", "options", "actions"])
def test_every_field_that_the_format_names_has_a_word(role: str) -> None:
    row = next(line for line in FORMAT.read_text(encoding="utf-8").splitlines() if line.startswith(f"| `{role}` |"))
    named = re.findall(r"`(\w+)`", re.sub(r"\([^)]*\)", "", row.split("|")[2]))
    assert named
    assert set(named) <= set(ENGLISH.fields)
