"""Programs that are told of findings can read them: their own schemas and readers judge."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import Literal
from xml.etree import ElementTree

import msgspec
import pytest
from jsonschema import Draft4Validator, Draft7Validator, FormatChecker
from junitparser import Failure, JUnitXml, Skipped
from msgspec import Struct
from msgspec.structs import replace
from xmlschema import XMLSchema

from rootcause.lint.finding import Finding
from rootcause.lint.formats import gitlab, json_lines, junit, rdjson, sarif
from rootcause.lint.formats import json as whole
from rootcause.lint.formats.outcome import Outcome
from rootcause.lint.formats.plain import words
from rootcause.lint.rules import families
from tests.lint.formats.sample import OUTAGE, PAGES, TWICE, WORDS, found, hostile, one_of_each, outcome

SCHEMAS = Path(__file__).parent / "schemas"
RUNS = [
    pytest.param(outcome(), id="no file"),
    pytest.param(outcome(files=("plans/fine.yaml",)), id="no finding"),
    pytest.param(outcome(*one_of_each(), files=("plans/fine.yaml",)), id="one of each"),
    pytest.param(outcome(*hostile()), id="hostile"),
    pytest.param(replace(outcome(*one_of_each()), documentation="docs/rules.md"), id="no page in the web"),
]
run = pytest.mark.parametrize("run", RUNS)


class At(Struct, forbid_unknown_fields=True):
    line: int
    column: int


class Positions(Struct, forbid_unknown_fields=True):
    begin: At
    end: At


class Location(Struct, forbid_unknown_fields=True):
    path: str
    positions: Positions


class Issue(Struct, forbid_unknown_fields=True):
    """What GitLab documents for a report of code quality."""

    description: str
    check_name: str
    fingerprint: str
    severity: Literal["info", "minor", "major", "critical", "blocker"]
    location: Location


def schema(name: str) -> dict[str, object]:
    return json.loads((SCHEMAS / name).read_text(encoding="utf-8"))


def problems(validator: Draft4Validator | Draft7Validator, text: str) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(json.loads(text))]


@run
def test_sarif_is_what_its_schema_wants(run: Outcome):
    validator = Draft4Validator(schema("sarif-2.1.0.json"), format_checker=FormatChecker())
    assert problems(validator, sarif.write(run)) == []


def test_sarif_with_every_rule_there_is_is_what_its_schema_wants():
    text = sarif.write(Outcome((), (), "1.2.3", documentation="https://example.org/rules.md"))
    validator = Draft4Validator(schema("sarif-2.1.0.json"), format_checker=FormatChecker())
    assert problems(validator, text) == []
    rules = json.loads(text)["runs"][0]["tool"]["driver"]["rules"]
    assert [rule["name"] for rule in rules] == list(families())
    assert all(rule["shortDescription"]["text"] and rule["help"]["markdown"] for rule in rules)


def results(run: Outcome) -> list[dict]:
    return json.loads(sarif.write(run))["runs"][0]["results"]


def test_sarif_counts_columns_in_code_points_and_its_end_is_exclusive():
    log = json.loads(sarif.write(outcome(*one_of_each())))["runs"][0]
    assert log["columnKind"] == "unicodeCodePoints"
    regions = [result["locations"][0]["physicalLocation"]["region"] for result in log["results"]]
    assert {"startLine": 2, "startColumn": 10, "endLine": 2, "endColumn": 17} in regions


def test_sarif_lists_every_rule_and_each_result_points_at_its_own():
    log = json.loads(sarif.write(outcome(*one_of_each())))["runs"][0]
    rules = log["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [page.rule.code for page in PAGES]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in log["results"])
    assert rules[0]["helpUri"] == "https://example.org/rules.md#said-twice"
    assert "Use instead:\n\n```yaml\na: 1\n```" in rules[0]["help"]["markdown"]
    assert [rule["defaultConfiguration"]["enabled"] for rule in rules] == [True, True, False]


def test_sarif_without_findings_has_an_empty_list_and_all_rules():
    log = json.loads(sarif.write(outcome(files=("a.yaml",))))["runs"][0]
    assert log["results"] == []
    assert len(log["tool"]["driver"]["rules"]) == 3
    assert log["artifacts"] == [{"location": {"uri": "app/a.yaml", "uriBaseId": "%SRCROOT%"}}]


def test_sarif_links_only_to_addresses_in_the_web():
    rules = json.loads(sarif.write(replace(outcome(), documentation="docs/rules.md")))["runs"][0]["tool"]["driver"][
        "rules"
    ]
    assert all("helpUri" not in rule for rule in rules)
    assert "(docs/rules.md#said-twice)" in rules[0]["help"]["markdown"]


@pytest.mark.parametrize(
    ("path", "location"),
    [
        pytest.param("a b/ü#?.yaml", {"uri": "a%20b/%C3%BC%23%3F.yaml", "uriBaseId": "%SRCROOT%"}, id="relative"),
        pytest.param("/plans/a b.yaml", {"uri": "file:///plans/a%20b.yaml"}, id="absolute"),
        pytest.param("C:/plans/a b.yaml", {"uri": "file:///C:/plans/a%20b.yaml"}, id="on a drive"),
        pytest.param("caf\udce9.yaml", {"uri": "caf%E9.yaml", "uriBaseId": "%SRCROOT%"}, id="bytes that are not utf-8"),
    ],
)
def test_sarif_writes_paths_as_addresses(path: str, location: dict[str, str]):
    (result,) = results(replace(outcome(replace(found(TWICE, OUTAGE, "id", "x"), path=path)), at=str))
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == location


def test_sarif_says_what_is_silenced_by_whom_and_why():
    told = {result["message"]["text"]: result for result in results(outcome(*one_of_each()))}
    assert told["known for long"]["suppressions"] == [{"kind": "external"}]
    assert told["a short key"]["suppressions"] == [{"kind": "inSource", "justification": "as the norm has it"}]
    assert {text for text, result in told.items() if result["baselineState"] == "unchanged"} == {"known for long"}


def test_sarif_without_a_baseline_says_nothing_of_one():
    silenced = [one for one in one_of_each() if one.suppression is None or one.suppression.kind != "baseline"]
    assert all("baselineState" not in result for result in results(outcome(*silenced)))


def test_a_mend_put_in_place_from_sarif_gives_the_text_that_was_meant():
    result = next(result for result in results(outcome(*one_of_each())) if "severty" in result["message"]["text"])
    (change,) = result["fixes"][0]["artifactChanges"]
    (replacement,) = change["replacements"]
    region = replacement["deletedRegion"]
    line = OUTAGE.line_text(region["startLine"])
    mended = (
        line[: region["startColumn"] - 1] + replacement["insertedContent"]["text"] + line[region["endColumn"] - 1 :]
    )
    assert mended == "größe: 🙂 severity"
    assert result["fixes"][0]["properties"] == {"applicability": "unsafe"}


def test_a_run_in_which_a_rule_failed_was_not_successful():
    failed = replace(found(TWICE, OUTAGE, "id", "the rule failed"), name="internal-error", code="RCM900")
    log = json.loads(sarif.write(outcome(failed)))["runs"][0]
    assert log["invocations"] == [{"executionSuccessful": False}]
    assert "ruleIndex" not in log["results"][0]


@run
def test_rdjson_is_what_its_schema_wants(run: Outcome):
    assert problems(Draft7Validator(schema("rdformat.json")), rdjson.write(run)) == []


def test_rdjson_counts_columns_in_bytes():
    diagnostics = json.loads(rdjson.write(outcome(*one_of_each())))["diagnostics"]
    diagnostic = next(one for one in diagnostics if "severty" in one["message"])
    range = diagnostic["location"]["range"]
    line = OUTAGE.line_text(2).encode()
    assert line[range["start"]["column"] - 1 : range["end"]["column"] - 1] == b"severty"
    assert diagnostic["suggestions"] == [{"range": range, "text": "severity"}]
    assert diagnostic["code"] == {"value": "RCW002", "url": "https://example.org/rules.md#too-long"}


def test_rdjson_tells_only_lines_where_it_cannot_know_the_bytes():
    (diagnostic,) = json.loads(rdjson.write(outcome(found(TWICE, OUTAGE, "|\n  What happened", "x"))))["diagnostics"]
    assert diagnostic["location"]["range"] == {"start": {"line": 4}, "end": {"line": 5}}


@run
def test_a_report_for_gitlab_has_what_gitlab_documents(run: Outcome):
    issues = msgspec.json.decode(gitlab.write(run), type=list[Issue])
    assert len(issues) == len(run.counting)
    assert len({(issue.location.path, issue.fingerprint) for issue in issues}) == len(issues)
    assert all(re.fullmatch("[0-9a-f]{64}", issue.fingerprint) for issue in issues)


def test_a_report_for_gitlab_without_findings_is_an_empty_list():
    assert gitlab.write(outcome(files=("a.yaml",))) == "[]\n"


def test_equal_findings_of_one_file_have_different_fingerprints_that_do_not_know_the_line():
    finding = found(TWICE, OUTAGE, "id", "twice")
    moved = [replace(finding, region=replace(finding.region, line=line)) for line in (1, 7)]
    assert len(set(outcome(finding, finding).fingerprints)) == 2
    assert outcome(*moved).fingerprints == outcome(finding, finding).fingerprints


def suites(run: Outcome) -> JUnitXml:
    return JUnitXml.fromstring(junit.write(run).encode())


@run
def test_junit_is_what_the_schema_of_jenkins_wants_apart_from_file_and_line_of_a_case(run: Outcome):
    # GitLab and others read these two; the schema of Jenkins does not name them, and its reader passes them over.
    report = ElementTree.fromstring(junit.write(run))
    for case in report.iter("testcase"):
        assert case.attrib.pop("file")
        case.attrib.pop("line", None)
    XMLSchema(SCHEMAS / "junit-10.xsd").validate(io.StringIO(ElementTree.tostring(report, encoding="unicode")))


@run
def test_a_reader_of_junit_counts_what_the_report_says(run: Outcome):
    report = suites(run)
    cases = [case for suite in report for case in suite]
    failures = [case for case in cases if any(isinstance(result, Failure) for result in case.result)]
    skipped = [case for case in cases if any(isinstance(result, Skipped) for result in case.result)]
    assert (report.tests, report.failures, report.errors) == (len(cases), len(failures), 0)
    assert sum(suite.skipped for suite in report) == len(skipped)
    assert len(skipped) == len(run.findings) - len(run.counting)
    assert len(cases) >= 1


def test_junit_without_findings_has_a_passing_case_for_each_file():
    report = suites(outcome(files=("a.yaml", "b.yml")))
    assert [(suite.name, [case.classname for case in suite]) for suite in report] == [
        ("app/a.yaml", ["app/a"]),
        ("app/b.yml", ["app/b"]),
    ]
    assert not any(case.result for suite in report for case in suite)


def test_hostile_words_arrive_in_junit_as_they_are_shown():
    (suite,) = suites(outcome(*hostile()))
    shown = words(WORDS)
    first = next(iter(suite))
    assert [result.message for result in first.result] == [shown]
    assert f"  help: {shown}\n" in first.result[0].text


def test_an_info_passes_in_junit_and_says_something():
    cases = [case for suite in suites(outcome(*one_of_each())) for case in suite]
    (case,) = [case for case in cases if case.name == "rootcause.RCM003"]
    assert case.result == []
    assert "info[RCM003 worth-knowing]: brackets are fine" in (case.system_out or "")


def test_no_two_cases_of_a_file_have_the_same_name_and_class_unless_they_are_at_one_place():
    report = suites(outcome(*one_of_each()))
    cases = [(suite.name, case.classname, case.name) for suite in report for case in suite]
    assert len(set(cases)) == len(cases)


@run
def test_the_lines_of_json_are_the_findings_of_the_json_of_the_run(run: Outcome):
    lines = [json.loads(line) for line in json_lines.write(run).splitlines()]
    assert lines == json.loads(whole.write(run))["findings"]
    assert len(lines) == len(run.findings)


@pytest.mark.parametrize(
    ("fail_on", "findings", "failing"),
    [
        pytest.param("error", one_of_each(), True, id="an error"),
        pytest.param("error", [one for one in one_of_each() if one.severity != "error"], False, id="no error"),
        pytest.param("info", [one for one in one_of_each() if one.severity == "info"], True, id="an info is enough"),
        pytest.param("info", [one for one in one_of_each() if one.suppression], False, id="all silenced"),
    ],
)
def test_json_says_whether_the_run_fails(fail_on: str, findings: list[Finding], failing: bool):
    run = replace(outcome(*findings), fail_on=fail_on)
    summary = json.loads(whole.write(run))["summary"]
    assert (summary["fail_on"], summary["failing"]) == (fail_on, failing)
