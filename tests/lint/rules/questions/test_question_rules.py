from __future__ import annotations

import pytest

from tests.lint.examples import findings

LISTS = "lists:\n  carrier: {own: Our own van, partner: A partner}\n  size: {s: Small, l: Large}\n"


def names(example: str) -> list[str]:
    return [found.name for found in findings(example)]


@pytest.mark.parametrize(
    ("default", "told"),
    [
        ("default: 1", True),
        ("default: 1, required: false", False),
        ("default: {compute: len(problem)}", False),
    ],
)
def test_only_a_fixed_default_answers_for_the_person(default: str, told: bool):
    example = f'- {{id: late_by, type: integer, ask: "How many days late was it?", min: 0, {default}}}\n'
    assert ("default-on-required" in names(example)) == told


def test_a_default_in_a_row_is_one_too():
    example = '- {id: a, type: list, ask: "Which?", each: [{id: b, type: text, ask: "What?", default: It}]}\n'
    assert "default-on-required" in names(example)


def test_a_list_that_only_a_row_names_is_used():
    example = (
        LISTS + "sections:\n  - id: parcels\n    title: Parcels\n    questions:\n"
        '      - {id: a, type: list, ask: "Which?", each: [{id: b, type: choice, list: size, other: true, ask: "What?"}]}\n'
    )
    (found,) = (found for found in findings(example) if found.name == "unused-list")
    assert found.message == 'no question names the list "carrier"'
    assert found.mend is not None
    (edit,) = found.mend.replacements
    assert (found.mend.safe, edit.text, edit.region.line, edit.region.end_line) == (False, "", 6, 7)


def test_a_list_of_an_included_file_may_be_for_others():
    assert not names(f"include: lists.yaml\n\n# file: lists.yaml\nrootcause: 1\n{LISTS}")
