import pickle
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from msgspec.structs import replace

from rootcause.errors import RootcauseError
from rootcause.lint import rules
from rootcause.lint.settings import Settings, read_settings, shown
from rootcause.source.diagnostic import Severity

EVERYTHING = """\
include = ["questionnaires/**/*.y{a,}ml"]
exclude = ["legacy"]
select = ["default", "RCW", "logic", "all"]
extend-select = ["suppression-without-reason"]
ignore = ["RCW007", "wording"]
severity = { several-questions = "info", RCM001 = "error" }
fail-on = "warning"
baseline = "known.json"
require-reason = true

[lint.per-file-ignores]
"questionnaires/legacy/**" = ["RCW"]
"""


@pytest.fixture
def option(monkeypatch: pytest.MonkeyPatch) -> str:
    """A rule that has a number and words as options."""
    of = rules.rule("several-questions")
    changed = replace(of, options={"max-words": 30, "words": ["always"]})
    monkeypatch.setattr("rootcause.lint.settings_file.rule", lambda name: changed if name == of.name else None)
    return of.name


def read(folder: Path, text: str) -> Settings:
    (folder / "rootcause.toml").write_text(f"[lint]\n{text}")
    return read_settings(folder)


def test_without_a_settings_file_the_usual_counts(tmp_path: Path):
    settings = read_settings(tmp_path)
    assert settings == Settings()
    assert (settings.select, settings.fail_on, settings.require_reason) == (("default",), Severity.ERROR, False)
    assert settings.folder(tmp_path) == tmp_path


def test_everything_that_can_be_set_is_read(tmp_path: Path):
    deep = tmp_path / "deep"
    deep.mkdir()
    read(tmp_path, EVERYTHING)
    settings = read_settings(deep)
    assert settings == Settings(
        file=str(tmp_path / "rootcause.toml"),
        include=("questionnaires/**/*.y{a,}ml",),
        exclude=("legacy",),
        select=("default", "RCW", "logic", "all"),
        extend_select=("suppression-without-reason",),
        ignore=("RCW007", "wording"),
        severity={"several-questions": Severity.INFO, "unused-suppression": Severity.ERROR},
        fail_on=Severity.WARNING,
        baseline="known.json",
        require_reason=True,
        per_file_ignores={"questionnaires/legacy/**": ("RCW",)},
    )
    assert settings.folder(deep) == tmp_path


def test_the_settings_of_a_pyproject_count_too(tmp_path: Path):
    (tmp_path / "pyproject.toml").write_text('[tool.rootcause.lint]\nignore = ["wording"]\n')
    assert read_settings(tmp_path).ignore == ("wording",)


def test_settings_are_not_merged_with_those_further_up(tmp_path: Path):
    near = tmp_path / "near"
    near.mkdir()
    read(tmp_path, 'ignore = ["wording"]\n')
    assert read(near, 'fail-on = "info"\n').ignore == ()


def test_options_of_a_rule_are_read(tmp_path: Path, option: str):
    settings = read(tmp_path, f'rules.{option} = {{ max-words = 20, words = ["never"] }}\n')
    assert settings.rules == {option: {"max-words": 20, "words": ["never"]}}


@pytest.mark.parametrize(
    ("text", "place", "message", "hint"),
    [
        ('slect = ["all"]', "2:1", '"slect" is no setting of lint', 'did you mean "select"?'),
        ("xyz = 1", "2:1", '"xyz" is no setting of lint', "there are include, exclude, select, "),
        ('select = "all"', "2:1", "lint.select is 'all'; expected a list of texts", None),
        ("select = [1]", "2:1", "lint.select is [1]; expected a list of texts", None),
        ('select = [\n  "wordin",\n]', "3:3", '"wordin" names no rule', 'did you mean "wording"?'),
        ('select = ["RCZ"]', "2:11", '"RCZ" names no rule', "`rootcause rule` lists all rules"),
        ('select = ["RCW99"]', "2:11", '"RCW99" names no rule', None),
        ('ignore = ["unknown-key"]', "2:11", '"unknown-key" always counts', "mend the file"),
        ('severity = { several-questons = "info" }', "2:14", '"several-questons" is no rule', 'did you mean "sev'),
        ('severity = { wording = "info" }', "2:14", '"wording" is no rule', None),
        ('severity = { unknown-key = "info" }', "2:14", '"unknown-key" always counts', "mend the file"),
        ('severity = { tag = "info" }', "2:14", '"tag" always counts', "mend the file"),
        ("severity = 1", "2:1", "lint.severity is 1; expected a table", None),
        ('severity = { several-questions = "off" }', "2:14", '\'off\'; expected "error", "warning" or "info"', None),
        ("fail-on = []", "2:1", 'lint.fail-on is []; expected "error"', None),
        ("baseline = ' '", "2:1", "expected a path", None),
        ("require-reason = 1", "2:1", "expected true or false", None),
        ("per-file-ignores = []", "2:1", "expected a table", None),
        ('per-file-ignores = { "a*" = "RCW" }', "2:23", "lint.per-file-ignores.a* is 'RCW'; expected a list", None),
        ('per-file-ignores = { "a*" = ["RCW", "no"] }', "2:37", '"no" names no rule', None),
        ("rules = 1", "2:1", "expected a table", None),
        ("rules.sever = {}", "2:7", '"sever" is no rule', None),
        ("rules.several-questions = 1", "2:7", "lint.rules.several-questions is 1; expected a table", None),
        ("rules.unused-suppression.max = 1", "2:7", '"unused-suppression" has no options', "take it out"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, text: str, place: str, message: str, hint: str | None):
    with pytest.raises(RootcauseError) as caught:
        read(tmp_path, text)
    assert caught.value.message.startswith(f"{tmp_path / 'rootcause.toml'}:{place}: ")
    assert message in caught.value.message
    assert caught.value.exit_code == 2
    if hint:
        assert caught.value.hint is not None
        assert hint in caught.value.hint


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("max-word = 1", '"max-word" is no setting of lint.rules.several-questions'),
        ('max-words = "1"', "is '1'; expected a number such as 30"),
        ("max-words = true", "is True; expected a number"),
        ("max-words = -1", "is -1; expected a number"),
        ("words = 1", "expected a list of texts"),
    ],
)
def test_a_wrong_option_is_told(tmp_path: Path, option: str, text: str, message: str):
    with pytest.raises(RootcauseError, match=r"rootcause\.toml:2:") as caught:
        read(tmp_path, f"rules.{option} = {{ {text} }}")
    assert message in caught.value.message


def test_a_table_that_is_none_is_told(tmp_path: Path):
    (tmp_path / "rootcause.toml").write_text("lint = 3")
    with pytest.raises(RootcauseError, match=r"rootcause\.toml:1:1: lint is 3; expected a table"):
        read_settings(tmp_path)


def test_a_long_value_is_shown_in_part(tmp_path: Path):
    with pytest.raises(RootcauseError) as caught:
        read(tmp_path, f'select = "{"x" * 10_000}"')
    assert len(caught.value.message) < 300 + len(str(tmp_path))


def test_settings_are_shown_as_a_file_that_says_the_same(tmp_path: Path):
    settings = read(tmp_path, EVERYTHING)
    text = shown(replace(settings, rules={"several-questions": {"max-words": 20, "words": ["a b"]}}))
    assert text.startswith(f"# {tmp_path / 'rootcause.toml'}\n[lint]\n")
    assert tomllib.loads(text)["lint"]["rules"] == {"several-questions": {"max-words": 20, "words": ["a b"]}}
    other = tmp_path / "other"
    other.mkdir()
    (other / "rootcause.toml").write_text(shown(settings))
    assert replace(read_settings(other), file=settings.file) == settings
    assert shown(Settings()).startswith(
        '# no settings file\n[lint]\ninclude = []\nexclude = []\nselect = ["default"]\n'
    )


def test_the_digest_changes_with_what_changes_findings():
    usual = Settings()
    same = (
        Settings(file="elsewhere"),
        Settings(fail_on=Severity.INFO),
        Settings(baseline="x"),
        Settings(exclude=("x",)),
    )
    assert {settings.digest() for settings in same} == {usual.digest()}
    others = (
        usual,
        Settings(select=("all",)),
        Settings(extend_select=("all",)),
        Settings(ignore=("wording",)),
        Settings(severity={"several-questions": Severity.INFO}),
        Settings(require_reason=True),
        Settings(per_file_ignores={"x": ("wording",)}),
        Settings(rules={"several-questions": {"x": 1}}),
    )
    assert len({settings.digest() for settings in others}) == len(others)
    assert Settings(rules={"a": {}, "b": {}}).digest() == Settings(rules={"b": {}, "a": {}}).digest()


def test_settings_can_be_sent_to_another_process():
    settings = Settings(severity={"several-questions": Severity.INFO})
    assert pickle.loads(pickle.dumps(settings)) == settings


def test_reading_settings_does_not_import_what_is_slow():
    program = "import sys, rootcause.lint.settings; print({'pydantic', 'rich', 'tomllib'} & set(sys.modules))"
    shown = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "set()"
