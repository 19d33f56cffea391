from __future__ import annotations

import re
from pathlib import Path

import pytest

from rootcause.cli.reporting.theme_file import KEYS, LOGO_KEYS, PALETTES, chosen_theme, load_theme
from rootcause.errors import InvalidContent, RootcauseError
from rootcause.report.theme import DEFAULT, Colour
from rootcause.report.words.rewording import REWORDABLE

ROOT = Path(__file__).parents[2]


def theme(folder: Path, text: str) -> Path:
    path = folder / "theme.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_example_is_read_without_a_word(capsys: pytest.CaptureFixture[str]) -> None:
    read = load_theme(ROOT / "examples" / "themes" / "theme.yaml")
    assert capsys.readouterr().err == ""
    assert read.name == "Harbour Parcels"
    assert read.light.accent == "#0b6b58"
    assert read.light.ink == DEFAULT.light.ink
    assert read.logo is not None
    assert read.logo.data.startswith("data:image/svg+xml;base64,")
    assert read.words["actions"] == "What we will do"


@pytest.mark.parametrize("text", ["", "# name: Ours\n"], ids=["nothing", "a comment"])
def test_everything_may_be_left_out(tmp_path: Path, text: str) -> None:
    assert load_theme(theme(tmp_path, text)) == DEFAULT


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("nane: Ours", 'theme.yaml:1:1: error\\[theme-file\\]: "nane" is no key of a theme\n.*did you mean "name"'),
        ("colors: {}", 'did you mean "colours"'),
        ("a\n", "expected a mapping with name, logo, colours, words"),
        ("name: 5", "1:7: .*expected a text"),
        ("name: ''", "1:7: .*expected a text"),
        ("colours: {lite: {}}", 'did you mean "light"'),
        ("colours: {light: {inc: '#000000'}}", 'did you mean "ink"'),
        ("colours:\n  light:\n    ink: black", '3:10: .*"black" is no colour\n.*write it as "#0a5a9c"'),
        ("colours:\n  light:\n    ink: #000000", "3:5: .*there is no colour\n.*between quotes"),
        ("colours: {light: {ink: '#fff'}}", '"#fff" is no colour'),
        ("colours: {light: {ink: '#ffffff; background: url(x)'}}", "is no colour"),
        ("words: {action: Do}", 'did you mean "actions"'),
        ("words: {several_open: '{count} more'}", '"several_open" is no key'),
        ("words: {language: de}", '"language" is no key'),
        ("words: {actions: [a]}", "expected a text"),
        ("logo: ours.png", "expected a mapping with file, text"),
        ("logo: {file: ours.png}", 'a logo needs "text"'),
        ("logo: {text: Ours}", 'a logo needs "file"'),
        ("logo: {file: nowhere.png, text: Ours}", "1:14: .*there is no such file"),
        ("name: a\nname: b", "duplicate"),
        ("name: *a", "repeats a value"),
        ("name: [", "theme.yaml:1"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_place(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(InvalidContent) as caught:
        load_theme(theme(tmp_path, text))
    assert re.search(said, caught.value.message, re.DOTALL)


def test_all_that_is_wrong_is_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(InvalidContent) as caught:
        load_theme(theme(tmp_path, "nane: a\nwords: {action: b}\ncolours: {light: {ink: c}}\n"))
    assert caught.value.message.count("error[theme-file]") == 3


def test_a_text_that_is_hard_to_read_is_told_and_taken(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    read = load_theme(theme(tmp_path, "colours:\n  light:\n    accent: '#8fc7ff'\n"))
    assert read.light.accent == "#8fc7ff"
    said = capsys.readouterr().err
    assert 'theme.yaml:3:13: warning[theme-file]: "accent" stands out from "paper" by 1.8 to 1' in said
    assert "at least 4.5 to 1" in said


def test_a_ground_that_makes_texts_hard_to_read_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    load_theme(theme(tmp_path, "colours:\n  light:\n    paper: '#777777'\n"))
    assert 'theme.yaml:3:12: warning[theme-file]: "muted" stands out from "paper"' in capsys.readouterr().err


def test_the_option_goes_before_the_settings(tmp_path: Path) -> None:
    (tmp_path / "rootcause.toml").write_text('[report]\ntheme = "theme.yaml"\n')
    theme(tmp_path, "name: Ours")
    (tmp_path / "other.yaml").write_text("name: Theirs")
    below = tmp_path / "below"
    below.mkdir()
    assert chosen_theme(None, below).name == "Ours"
    assert chosen_theme(Path("../other.yaml"), below).name == "Theirs"


def test_without_a_theme_it_is_ours(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.rootcause.report]\n")
    assert chosen_theme(None, tmp_path) == DEFAULT


@pytest.mark.parametrize("value", ["5", '""', "[]"])
def test_a_setting_that_is_no_path_is_refused(tmp_path: Path, value: str) -> None:
    (tmp_path / "rootcause.toml").write_text(f"[report]\ntheme = {value}\n")
    with pytest.raises(RootcauseError, match=r"rootcause.toml:2:1: report.theme is .*; expected a path"):
        chosen_theme(None, tmp_path)


@pytest.mark.parametrize(
    ("text", "said", "hint"),
    [
        (
            '[report]\nthem = "theme.yaml"',
            r'rootcause.toml:2:1: "them" is no setting of report',
            'did you mean "theme"?',
        ),
        ('[report]\nstyle = "full"', r'rootcause.toml:2:1: "style" is no setting of report', "there is only theme"),
        ("report = 5", r"rootcause.toml:1:1: report is 5; expected a table", "write it as [report]"),
    ],
)
def test_a_setting_that_is_none_is_refused(tmp_path: Path, text: str, said: str, hint: str) -> None:
    (tmp_path / "rootcause.toml").write_text(text)
    with pytest.raises(RootcauseError, match=said) as caught:
        chosen_theme(None, tmp_path)
    assert caught.value.hint == hint


def test_the_documentation_names_every_key_and_word() -> None:
    page = (ROOT / "docs" / "theme.md").read_text(encoding="utf-8")
    for name in (*KEYS, *LOGO_KEYS, *PALETTES, *Colour, *REWORDABLE):
        assert f"`{name}`" in page


def test_the_documentation_shows_the_example() -> None:
    page = (ROOT / "docs" / "theme.md").read_text(encoding="utf-8")
    example = (ROOT / "examples" / "themes" / "theme.yaml").read_text(encoding="utf-8")
    assert f"```yaml\n{example}```" in page
