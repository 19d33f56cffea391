from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from rootcause.analysis.analysis import Analysis, analyse
from rootcause.analysis.record import Record
from rootcause.analysis.roles import role_of

Recorded = Callable[..., Record]


def test_a_question_without_a_label_is_called_by_itself_with_what_it_quotes(recorded: Recorded) -> None:
    statement = recorded(place="Berlin", noticed_by="A customer").by_role["detection"][0]
    assert statement.label == "Who told us about Berlin?"
    assert not statement.has_label


def test_what_a_label_quotes_may_be_missing(recorded: Recorded) -> None:
    assert recorded(noticed_by="A customer").by_role["detection"][0].label == "Who told us about …?"


def test_a_field_of_a_row_is_known_by_its_role(recorded: Recorded) -> None:
    (row,) = recorded(ways=[{"what": "Refund", "price": "40 EUR"}]).by_role["options"][0].rows
    assert row.text("one_off") == "40 EUR"


def test_evidence_is_numbered_once_in_the_order_of_the_questionnaire(recorded: Recorded) -> None:
    record = recorded(
        todo=[{"what": {"value": "Call", "evidence": ["mail.txt"]}}],
        place={"value": "Berlin", "evidence": ["map.png", " photo.jpg "]},
        summary={"value": "It broke", "evidence": ["photo.jpg"]},
    )
    assert record.evidence == {"map.png": 1, "photo.jpg": 2, "mail.txt": 3}
    assert record.by_role["problem"][0].sources == (2,)


def test_a_question_that_is_not_on_the_route_is_nowhere(recorded: Recorded) -> None:
    record = recorded(not_asked=("place",), place="Berlin")
    assert "place" not in [one.key.question for one in record.statements]


def test_a_title_is_never_a_list(record_of: Callable[..., Record]) -> None:
    record = record_of(
        """\
rootcause: 1
id: odd
version: 1.0.0
title: Odd
sections:
  - id: what
    title: WHAT
    questions:
      - {id: q, ask: "What?", type: list, role: finding, each: [{id: a, ask: "A?", type: text}]}
""",
        {"q": [{"a": "x"}]},
    )
    assert role_of(record.questionnaire.questions["q"]) is None
    assert [one.statements[0].key.question for one in analyse(record).sections] == ["q"]


@pytest.mark.parametrize(
    ("answers", "title"),
    [
        ({"title": "Untested backups"}, "Untested backups"),
        ({}, "It broke"),
        ({"summary": {"state": "unknown"}}, "A case"),
    ],
    ids=["the finding", "else the problem", "else the title of the case"],
)
def test_the_title_of_an_analysis(analysed: Callable[..., Analysis], answers: dict[str, object], title: str) -> None:
    assert analysed(**answers).title == title


@pytest.mark.parametrize(
    ("told_in", "answered_in", "spoken"),
    [(None, None, "en"), ("de", None, "de"), ("de", "en", "en")],
    ids=["that of the questionnaire", "that of the case", "another than that of the report"],
)
def test_answers_are_read_in_the_language_that_they_are_in(
    recorded: Recorded, told_in: str | None, answered_in: str | None, spoken: str
) -> None:
    record = replace(recorded(), language=told_in, answered_in=answered_in)
    assert (record.spoken, analyse(record).spoken) == (spoken, spoken)
