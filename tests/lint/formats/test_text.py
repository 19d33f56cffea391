"""What people read: nothing in it acts, and the last line says how much there is."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from rootcause.lint.finding import Finding
from rootcause.lint.formats import concise, full
from tests.lint.formats.sample import LONG, NOTE, OUTAGE, TWICE, found, hostile, one_of_each, outcome


def many(number: int, path: str = "plans/many.yaml") -> list[Finding]:
    finding = found(TWICE, OUTAGE, "id", "twice")
    return [replace(finding, path=path, region=replace(finding.region, start=at)) for at in range(number)]


@pytest.mark.parametrize(
    ("findings", "footer"),
    [
        pytest.param((), "nothing found in 1 file", id="nothing"),
        pytest.param((found(TWICE, OUTAGE, "id", "x"),), "1 error in 2 files", id="one error"),
        pytest.param(
            (found(LONG, OUTAGE, "id", "x"), found(LONG, OUTAGE, "id", "y"), found(NOTE, OUTAGE, "id", "z")),
            "2 warnings, 1 info in 2 files",
            id="warnings and an info",
        ),
        pytest.param(
            one_of_each(),
            "2 errors, 2 warnings, 1 info in 3 files (1 fixable with --fix, 1 with --unsafe-fixes, 1 baselined)",
            id="all there is to say",
        ),
    ],
)
def test_the_last_line_says_how_much_was_found_and_what_can_be_mended(findings: tuple[Finding, ...], footer: str):
    assert full.write(outcome(*findings, files=("plans/fine.yaml",))).splitlines()[-1] == footer


def test_of_one_file_twenty_findings_are_shown_and_the_rest_is_counted():
    findings = [*many(20, "plans/full.yaml"), *many(23)]
    text = full.write(outcome(*findings))
    assert text.count("error[RCY001 said-twice]") == 40
    assert "\nplans/many.yaml: and 3 more; --output-format concise shows all of them\n" in text
    assert "full.yaml: and" not in text
    assert text.endswith("43 errors in 2 files\n")
    assert len(concise.write(outcome(*findings)).splitlines()) == 43


def test_what_is_silenced_is_not_shown():
    text = concise.write(outcome(*one_of_each())) + full.write(outcome(*one_of_each()))
    assert "known for long" not in text
    assert "a short key" not in text


@pytest.mark.parametrize("format", [full, concise], ids=["full", "concise"])
def test_no_word_from_a_file_breaks_a_line_or_reaches_the_terminal_as_more_than_a_word(format):
    text = format.write(outcome(*hostile()))
    assert text.isprintable() or set(filter(lambda one: not one.isprintable(), text)) == {"\n"}
    assert "\\u{1b}[31m \\u{202e}" in text
    assert "\\u{a}::error" in text


@pytest.mark.parametrize("format", [full, concise], ids=["full", "concise"])
def test_a_run_without_findings_is_short(format):
    assert len(format.write(outcome(files=("a.yaml",))).splitlines()) == (1 if format is full else 0)
