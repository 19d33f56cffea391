from __future__ import annotations

import json

import pytest
from jsonschema import Draft7Validator

from rootcause.schema import KINDS


def test_the_kinds_are_listed(run):
    assert [line.split()[0] for line in run("schema").out.splitlines()] == list(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_printed(run, kind: str):
    printed = json.loads(run("schema", kind).out)
    Draft7Validator.check_schema(printed)
    assert printed["$schema"] == "http://json-schema.org/draft-07/schema#"


def test_a_schema_goes_into_a_file_and_again_into_the_same(run, folder):
    for _ in range(2):
        assert run("schema", "questionnaire", "-o", "schema.json").code == 0
    assert (folder / "schema.json").read_text() == run("schema", "questionnaire").out


def test_the_answers_to_one_questionnaire_have_a_schema_of_their_own(run):
    ran = run("schema", "--for", "late.yaml")
    assert ran.out == run("schema", "answers", "--for", "late.yaml").out
    assert "partner_told" in json.loads(ran.out)["properties"]["answers"]["properties"]


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["anwsers"], 'there is no schema "anwsers"', 'did you mean "answers"?'),
        (["xyz"], 'there is no schema "xyz"', f"there are {', '.join(KINDS)}"),
        (["case", "--for", "late.yaml"], "--for goes with answers only", "rootcause schema answers --for late.yaml"),
        (["--for", "none.yaml"], "none.yaml: there is no such file", "late.yaml"),
    ],
    ids=["a near miss", "something else", "for a case", "no such file"],
)
def test_what_cannot_be_is_said(run, arguments: list[str], message: str, hint: str):
    ran = run("schema", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err
    assert hint in ran.err
