"""Every check does what its page says: its bad examples raise it and nothing else, its good ones raise nothing."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

from rootcause.analysis import checks
from rootcause.analysis.checks.finding import Finding
from rootcause.source.page import doc_page
from tests.analysis.checks.examples import findings

FOLDER = Path(checks.__file__).parent
NAMES = tuple(checks.families())
OF_SEVERAL_CASES = {"recurrence-not-linked"}  # what it finds, one case alone cannot show: tests/cli/test_link.py
LETTERS = {"problem": "O", "causes": "C", "actions": "D", "coverage": "G", "times": "H", "recovery": "R"}


def examples(kind: str) -> list[object]:
    return [
        pytest.param(name, text, id=f"{name}-{index}")
        for name in NAMES
        for index, text in enumerate(getattr(doc_page(import_module(checks.module_of(name))), kind))
    ]


def listed(found: tuple[Finding, ...]) -> list[str]:
    return [f"{one.name} at {one.where}: {one.message}" for one in found]


def test_the_lists_of_the_families_name_every_module_once():
    modules = {
        (path.parent.name, path.stem.replace("_", "-")) for path in FOLDER.glob("*/*.py") if path.stem != "__init__"
    }
    assert {(family, name) for name, family in checks.families().items()} == modules
    names = [name for family in checks.FAMILIES for name in import_module(f"{checks.__name__}.{family}").CHECKS]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("name", NAMES)
def test_a_check_is_called_like_its_module_and_has_the_letter_of_its_family(name: str):
    check = checks.check(name)
    assert check.name == name
    assert re.fullmatch(rf"RC{LETTERS[checks.families()[name]]}\d{{3}}", check.code)


def test_no_two_checks_have_the_same_code():
    codes = [checks.check(name).code for name in NAMES]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("name", NAMES)
def test_a_page_says_what_why_and_what_to_write_instead(name: str):
    read = doc_page(import_module(checks.module_of(name)))
    assert read.summary.endswith(".")
    assert len(read.why) > 40
    assert read.bad or name in OF_SEVERAL_CASES
    assert read.good


@pytest.mark.parametrize(("name", "text"), examples("bad"))
def test_a_bad_example_raises_its_check_and_no_other(name: str, text: str):
    found = findings(text)
    assert {one.name for one in found} == {name}, listed(found)


@pytest.mark.parametrize(("name", "text"), examples("bad"))
def test_a_finding_says_what_is_wrong_and_asks_how_to_mend_it_but_never_who(name: str, text: str):
    for one in findings(text):
        assert one.message[0] == one.message[0].lower(), one.message
        assert not one.message.endswith("."), one.message
        assert one.question.endswith("?"), one.question
        assert not re.match(r"who\b", one.question, re.IGNORECASE), one.question
        if one.within is not None:
            start, end = one.within
            assert one.text[start:end] in one.message


@pytest.mark.parametrize(("name", "text"), examples("good"))
def test_a_good_example_raises_nothing(name: str, text: str):
    assert listed(findings(text)) == []
