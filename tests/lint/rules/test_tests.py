"""The rules on tests in a file, where they have more sides than their page shows."""

from __future__ import annotations

import pytest

from rootcause.lint.finding import Finding
from tests.lint.examples import SKELETON, findings

QUESTIONS = """\
      - {id: partner, type: yesno, ask: "Did a partner carry it?"}
      - {id: partner_told, type: yesno, ask: "Did the partner tell us first?", when: partner}
      - {id: promised, type: date, ask: "When was it promised?"}
      - id: arrived
        type: date
        ask: When did it arrive?
        check: {that: arrived >= promised, else: That is before the promised day.}
      - {id: late, type: integer, compute: "days(promised, arrived)"}
"""
SHOWS = "  - {name: shows, answers: {partner: true}, shown: [partner_told]}\n"
HIDES = "  - {name: hides, answers: {partner: false}, hidden: [partner_told]}\n"
REFUSES = """\
  - name: refuses
    answers: {partner: true, promised: "2026-01-05", arrived: "2026-01-03"}
    refused: [arrived]
"""


def found(tests: str, name: str, questions: str = QUESTIONS) -> list[Finding]:
    whole = SKELETON.format(top="", questions=questions)
    return [finding for finding in findings(f"{whole}tests:\n{tests}", name) if finding.name == name]


@pytest.mark.parametrize(
    ("test", "line", "message"),
    [
        ("hidden: [partner_told]", "hidden: [partner_told]", '"partner_told" is asked'),
        ("computed: {late: 4}", "computed: {late: 4}", '"late" is 3, not 4'),
        ("refused: [arrived]", "refused: [arrived]", 'the answer to "arrived" is taken'),
        ("shown: [partner_told]\n    today: 2026-02-30", "today: 2026-02-30", "February 2026 has 28 days"),
    ],
)
def test_a_test_that_does_not_hold_is_told_where_it_says_what_should(test: str, line: str, message: str):
    answers = 'answers: {partner: true, promised: "2026-01-05", arrived: "2026-01-08"}'
    [told] = found(f"  - name: it holds\n    {answers}\n    {test}\n", "failing-test")
    assert told.line_text.strip() == line
    assert message in told.message
    assert '"it holds"' in told.message


@pytest.mark.parametrize(
    ("tests", "messages"),
    [
        pytest.param(SHOWS + HIDES, [], id="both"),
        pytest.param(SHOWS, ['no test hides "partner_told"'], id="only shown"),
        pytest.param(HIDES, ['no test shows "partner_told"'], id="only hidden"),
        pytest.param(
            "  - {name: on the way, answers: {partner: true}, shown: [promised]}\n" + HIDES,
            [],
            id="shown on the way to something else",
        ),
    ],
)
def test_a_condition_is_tested_when_one_test_shows_and_one_hides(tests: str, messages: list[str]):
    assert [finding.message for finding in found(tests, "untested-question")] == messages


@pytest.mark.parametrize(("tests", "is_told"), [(SHOWS + HIDES, True), (SHOWS + HIDES + REFUSES, False)])
def test_a_check_is_tested_when_one_test_has_an_answer_that_is_refused(tests: str, is_told: bool):
    assert bool(found(tests, "untested-check")) is is_told


def test_what_an_included_file_brings_is_left_to_the_tests_of_others():
    whole = SKELETON.format(top="", questions="").replace("sections:\n", "sections:\n  - {include: part.yaml}\n", 1)
    part = f"rootcause: 1\nsections:\n  - id: part\n    title: Part\n    questions:\n{QUESTIONS}"
    tests = "tests:\n  - {name: a test, answers: {problem: It came late}, shown: [causes]}\n"
    names = {finding.name for finding in findings(f"{whole}{tests}# file: part.yaml\n{part}")}
    assert names.isdisjoint(("untested-question", "untested-check"))


@pytest.mark.parametrize(
    ("second", "is_told"),
    [
        pytest.param('answers: {promised: "2026-01-05", partner: true}', True, id="in another order"),
        pytest.param(
            "answers: {promised: 2026-01-05, partner: true}, hidden: [late]", True, id="expecting something else"
        ),
        pytest.param('answers: {promised: "2026-01-06", partner: true}', False, id="another answer"),
        pytest.param('answers: {promised: "2026-01-05"}', False, id="an answer less"),
        pytest.param(
            'answers: {promised: "2026-01-05", partner: true}, today: "2026-03-01"', False, id="on another day"
        ),
        pytest.param('answers: {promised: "2026-01-05", partner: "true"}', False, id="a text instead of a truth value"),
    ],
)
def test_the_same_answers_on_the_same_day_are_the_same_test(second: str, is_told: bool):
    first = '  - {name: first, answers: {partner: true, promised: "2026-01-05"}, shown: [partner_told]}\n'
    told = found(f"{first}  - {{name: second, {second}}}\n", "same-test-twice")
    assert bool(told) is is_told
    assert all(finding.related[0].region.line < finding.region.line for finding in told)


@pytest.mark.parametrize(
    "key", ["shown: [partner]", "hidden: [partner_told]", "refused: [arrived]", "computed: {late: 1}"]
)
def test_a_test_expects_something_with_any_of_four_keys(key: str):
    assert found(f"  - {{name: a test, answers: {{}}, {key}}}\n", "test-expects-nothing") == []


@pytest.mark.parametrize(("questions", "is_told"), [(QUESTIONS, True), ("", False)])
def test_only_a_questionnaire_with_conditions_is_told_to_have_no_tests(questions: str, is_told: bool):
    whole = SKELETON.format(top="", questions=questions)
    assert ("no-tests" in {finding.name for finding in findings(whole, "no-tests")}) is is_told
