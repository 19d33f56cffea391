from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from rootcause.case.schema import (
    AnswerRecord,
    CaseRecord,
    EventRecord,
    LinkRecord,
    QuestionnaireRecord,
    RemarkRecord,
    SetAsideRecord,
    WaiverRecord,
)
from rootcause.schema import schema
from tests.schema.reading import validator

CASE = Path(__file__).parents[1] / "case" / "late-delivery.json"


def test_a_saved_case_is_taken():
    assert not list(validator("case").iter_errors(json.loads(CASE.read_text(encoding="utf-8"))))


@pytest.mark.parametrize("change", [{"answers": []}, {"rootcause_case": 2}, {"shade": "dark"}, {"history": [{}]}])
def test_another_shape_is_refused(change: dict[str, Any]):
    assert not validator("case").is_valid({**json.loads(CASE.read_text(encoding="utf-8")), **change})


def test_the_schema_has_the_keys_of_the_reader():
    whole = schema("case")
    parts = whole["properties"]
    for found, model in (
        (whole, CaseRecord),
        (parts["questionnaire"], QuestionnaireRecord),
        (parts["history"]["items"], EventRecord),
        (parts["set_aside"]["items"], SetAsideRecord),
        (parts["waivers"]["items"], WaiverRecord),
        (parts["links"]["items"], LinkRecord),
        (whole["definitions"]["answer"], AnswerRecord),
        (whole["definitions"]["remark"], RemarkRecord),
    ):
        assert set(found["properties"]) == set(model.model_fields)
        assert found["required"] == [name for name, field in model.model_fields.items() if field.is_required()]
