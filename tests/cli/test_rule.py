from __future__ import annotations

import json

import pytest

from rootcause.analysis import checks
from rootcause.lint.rules import all_rules, families


def test_every_rule_and_every_check_is_listed_with_one_sentence(run):
    ran = run("rule")
    told = [table.splitlines() for table in ran.out.split("\n\n")]
    for (head, *lines), known in zip(told, (families(), checks.families()), strict=True):
        assert head.split()[:6] == ["CODE", "NAME", "FAMILY", "SEVERITY", "WHAT", "IS"]
        assert {line.split()[1]: line.split()[2] for line in lines} == known
        assert all(line.endswith(".") for line in lines)


def test_no_word_means_both_a_rule_and_a_check():
    codes = [rule.code for rule in all_rules()], [checks.check(name).code for name in checks.families()]
    assert not set(families()) & set(checks.families())
    assert not set(codes[0]) & set(codes[1])


@pytest.mark.parametrize("word", ["several-questions", "RCW007", "rcw007", "Several-Questions"])
def test_a_rule_is_explained_by_its_name_or_its_code(run, word: str):
    ran = run("rule", word)
    assert ran.out.startswith("RCW007 several-questions (wording, warning)\n\nA text asks two questions")
    assert "\nExample:\n\n    - id: noticed\n" in ran.out
    assert "\nUse instead:\n\n    - id: noticed\n" in ran.out
    assert "rootcause: ignore[several-questions]" in ran.out


def test_a_rule_that_always_counts_says_so(run):
    ran = run("rule", "unknown-key")
    assert "always counts" in ran.out
    assert "ignore[" not in ran.out


def test_programs_get_all_pages(run):
    found = {one["name"]: one for one in json.loads(run("rule", "--json").out)}
    assert {name for name, one in found.items() if one["kind"] == "rule"} == set(families())
    assert {name for name, one in found.items() if one["kind"] == "check"} == set(checks.families())
    assert json.loads(run("rule", "--all", "--json").out) == list(found.values())
    assert json.loads(run("rule", "RCW007", "--json").out) == found["several-questions"]
    assert found["several-questions"]["bad"][0].startswith("- id: noticed\n")


def test_all_pages_can_be_read_at_once(run):
    ran = run("rule", "--all")
    assert ran.out.count("\nUse instead:\n") >= len(families()) + len(checks.families()) - 1


@pytest.mark.parametrize(
    ("typed", "meant"), [("severl-questions", "several-questions"), ("several_question", "several-questions")]
)
def test_a_word_that_is_no_rule_gets_the_nearest_one(run, typed: str, meant: str):
    ran = run("rule", typed)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f'error: there is no rule "{typed}"\nhint: did you mean "{meant}"?\n'
