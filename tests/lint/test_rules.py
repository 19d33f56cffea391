"""Every rule does what its page says: its bad examples raise it and nothing else, its good ones raise nothing."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

from rootcause.lint import rules
from rootcause.lint.documentation import page
from tests.lint.examples import findings

FOLDER = Path(rules.__file__).parent
NAMES = tuple(rules.families())
# Nobody can write a file that makes a rule fail, or one that the YAML reader refuses for a reason that is not known; and
# what is no text cannot stand on a page. What takes too long to decide is too long for one.
WITHOUT_EXAMPLE = {"internal-error", "yaml-syntax", "invalid-encoding", "not-decided"}


def examples(kind: str) -> list[object]:
    return [
        pytest.param(name, text, id=f"{name}-{index}")
        for name in NAMES
        if name not in WITHOUT_EXAMPLE
        for index, text in enumerate(getattr(page(name), kind))
    ]


def test_the_lists_of_the_families_name_every_module_once():
    modules = {
        (path.parent.name, path.stem.replace("_", "-")) for path in FOLDER.glob("*/*.py") if path.stem != "__init__"
    }
    assert {(family, name) for name, family in rules.families().items()} == modules
    listed = [
        name
        for family in rules.FAMILIES
        for package in (import_module(f"{rules.__name__}.{family}"),)
        for name in (*package.WHILE_READING, *package.LOOKED_FOR)
    ]
    assert len(listed) == len(set(listed))


@pytest.mark.parametrize("name", NAMES)
def test_a_rule_is_called_like_its_module_and_is_where_its_list_says(name: str):
    rule = rules.rule(name)
    package = import_module(f"{rules.__name__}.{rules.families()[name]}")
    assert rule.name == name
    assert (rule.check is not None) == (name in package.LOOKED_FOR)
    assert re.fullmatch(r"RC[A-Z]\d{3}", rule.code)


def test_a_code_belongs_to_one_rule_and_a_letter_to_one_family():
    codes = [rule.code for rule in rules.all_rules()]
    assert len(codes) == len(set(codes))
    letters = {(rule.code[2], rules.families()[rule.name]) for rule in rules.all_rules()}
    assert len({letter for letter, _ in letters}) == len({family for _, family in letters}) == len(letters)


@pytest.mark.parametrize("name", sorted(set(NAMES) - WITHOUT_EXAMPLE))
def test_a_page_says_what_why_and_what_to_write_instead(name: str):
    read = page(name)
    assert read.summary.endswith(".")
    assert len(read.why) > 40
    assert read.bad
    assert read.good


@pytest.mark.parametrize(("name", "text"), examples("bad"))
def test_a_bad_example_raises_its_rule_and_no_other(name: str, text: str):
    assert {found.name for found in findings(text, name)} == {name}


@pytest.mark.parametrize(("name", "text"), examples("good"))
def test_a_good_example_raises_nothing(name: str, text: str):
    assert [f"{found.name}: {found.message}" for found in findings(text, name)] == []
