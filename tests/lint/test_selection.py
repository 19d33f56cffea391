from pathlib import Path

import pytest

from rootcause.errors import RootcauseError
from rootcause.lint import rules
from rootcause.lint.finding import Finding, Region
from rootcause.lint.rule_names import means, named
from rootcause.lint.selection import outside_ignores, select, severity
from rootcause.lint.settings import Settings
from rootcause.source.diagnostic import Severity

ON = "several-questions"
OFF = "suppression-without-reason"


def names(settings: Settings = Settings(), **said: tuple[str, ...]) -> set[str]:  # noqa: B008
    return {rule.name for rule in select(settings, **said)}


@pytest.mark.parametrize(
    ("settings", "said", "on", "off"),
    [
        pytest.param({}, {}, True, False, id="as usual"),
        pytest.param({"select": ()}, {}, False, False, id="nothing"),
        pytest.param({"select": ("all",)}, {}, True, True, id="all"),
        pytest.param({"select": (OFF,)}, {}, False, True, id="by name"),
        pytest.param({"select": ("RCM003",)}, {}, False, True, id="by code"),
        pytest.param({"select": ("RCM",)}, {}, False, True, id="by the beginning of a code"),
        pytest.param({"select": ("RC",)}, {}, True, True, id="by the beginning of all codes"),
        pytest.param({"select": ("wording",)}, {}, True, False, id="by family"),
        pytest.param({"extend_select": ("control",)}, {}, True, True, id="further ones"),
        pytest.param({"ignore": ("RCW",)}, {}, False, False, id="ignored"),
        pytest.param({"select": ("all",), "ignore": (ON,)}, {}, False, True, id="ignored of all"),
        pytest.param({"require_reason": True}, {}, True, True, id="reasons are required"),
        pytest.param({"require_reason": True, "ignore": (OFF,)}, {}, True, False, id="required and ignored"),
        pytest.param({}, {"select": (OFF,)}, False, True, id="the person selects"),
        pytest.param({"ignore": (ON,)}, {"select": (ON,)}, True, False, id="selected although ignored in the settings"),
        pytest.param({}, {"extend": (OFF,)}, True, True, id="the person adds"),
        pytest.param({"ignore": (ON,)}, {"extend": (ON,)}, True, False, id="added although ignored in the settings"),
        pytest.param({}, {"ignore": ("wording",)}, False, False, id="the person ignores"),
        pytest.param({}, {"select": ("all",), "ignore": (OFF,)}, True, False, id="the person selects and ignores"),
        pytest.param({"require_reason": True}, {"select": (ON,)}, True, False, id="only what the person selects"),
    ],
)
def test_rules_are_selected(settings: dict[str, object], said: dict[str, tuple[str, ...]], on: bool, off: bool):
    selected = names(Settings(**settings), **said)  # type: ignore[arg-type]
    assert (ON in selected, OFF in selected) == (on, off)


def test_all_rules_can_be_selected_but_those_that_always_count():
    assert names(select=("all",)) == {rule.name for rule in rules.all_rules() if not rule.always}


@pytest.mark.parametrize(
    ("said", "message", "hint"),
    [
        ({"select": ("severl-questions",)}, '"severl-questions" names no rule', 'did you mean "several-questions"?'),
        ({"extend": ("RCX1",)}, '"RCX1" names no rule', "`rootcause rule` lists all rules"),
        ({"ignore": ("al",)}, '"al" names no rule', 'did you mean "all"?'),
        ({"ignore": ("rcw007",)}, '"rcw007" names no rule', 'did you mean "RCW007"?'),
        ({"ignore": ("unknown-key",)}, '"unknown-key" always counts', "mend the file"),
    ],
)
def test_a_word_that_selects_nothing_is_told(said: dict[str, tuple[str, ...]], message: str, hint: str):
    with pytest.raises(RootcauseError) as caught:
        names(**said)
    assert message in caught.value.message
    assert caught.value.hint == hint


def test_an_error_that_always_counts_may_be_selected_with_others():
    assert names(select=("unknown-key", ON)) == {ON}
    assert names(ignore=("yaml", "all")) == set()


def test_a_rule_has_the_severity_that_the_settings_give_it():
    settings = Settings(severity={ON: Severity.ERROR})
    assert severity(rules.rule(ON), settings) is Severity.ERROR
    assert {rule.name: rule.severity for rule in select(settings)}[ON] is Severity.ERROR
    assert {rule.name: rule.severity for rule in select(Settings())}[ON] is rules.rule(ON).severity


def test_no_word_means_two_things():
    words = [*rules.families(), *rules.FAMILIES, "all", "default"]
    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("word", "name"), [(ON, ON), ("RCW007", ON), ("wording", None), ("RCW00", None), ("RCW", None)]
)
def test_one_rule_is_named_by_its_name_or_its_code(word: str, name: str | None):
    assert named(word) == name


@pytest.mark.parametrize("word", ["RCM", "rcw", "RCW0070", "several", "", "R"])
def test_other_words_do_not_mean_a_rule(word: str):
    assert not means(word, rules.rule(ON))


def found(path: str, name: str) -> Finding:
    rule = rules.rule(name)
    return Finding(rule.code, name, rule.severity, "something", path, Region(1, 1, 1, 2, 0, 1), "")


def test_findings_are_ignored_by_file_as_seen_from_the_folder_of_the_settings():
    settings = Settings(
        file="/project/rootcause.toml",
        per_file_ignores={"q/legacy/**": ("wording",), "*.yml": ("unused-suppression", "RCM003")},
    )
    there = [
        found(path, name)
        for path in ("legacy/a.yaml", "b.yaml", "/project/q/b.yml")
        for name in (ON, "unused-suppression", "unknown-key")
    ]
    kept = outside_ignores(there, settings, Path("/project/q"))
    assert [(one.path, one.name) for one in kept] == [
        ("legacy/a.yaml", "unused-suppression"),
        ("legacy/a.yaml", "unknown-key"),
        ("b.yaml", ON),
        ("b.yaml", "unused-suppression"),
        ("b.yaml", "unknown-key"),
        ("/project/q/b.yml", ON),
        ("/project/q/b.yml", "unknown-key"),
    ]


def test_an_error_that_always_counts_is_not_ignored_by_file():
    settings = Settings(per_file_ignores={"*": ("all",)})
    assert [one.name for one in outside_ignores([found("a", ON), found("a", "unknown-key")], settings, Path("/"))] == [
        "unknown-key"
    ]
