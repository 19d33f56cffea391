from __future__ import annotations

from collections.abc import Callable

from rootcause.analysis.analysis import Analysis
from rootcause.analysis.provenance import Respondent


def test_each_answer_counts_for_who_gave_it(analysed: Callable[..., Analysis]) -> None:
    found = analysed(
        place={"value": "Berlin", "who": "Kim", "sure": "fact", "when": "2026-01-05T09:00:00+00:00"},
        who={"value": "All", "who": "Kim", "when": "2026-01-04T09:00:00+00:00"},
        channel={"state": "unknown", "who": "Jo"},
        todo=[{"what": {"value": "Call", "who": "Jo", "sure": "assumption"}}],
    ).provenance
    assert [(one.name, one.answers) for one in found.respondents] == [("Kim", 2), (None, 1), ("Jo", 1)]
    kim = found.respondents[0]
    assert isinstance(kim, Respondent)
    assert [str(time.date()) for time in (kim.first, kim.last) if time] == ["2026-01-04", "2026-01-05"]
    assert dict(found.sureness) == {"fact": 1, "assumption": 1, None: 2}


def test_the_questionnaire_is_named_with_version_digest_and_source(analysed: Callable[..., Analysis]) -> None:
    found = analysed().provenance
    assert (found.id, found.version, found.source) == ("everything", "1.0.0", "The tests, working notes")
    assert found.digest.startswith("sha256:")
