import os
from pathlib import Path

import pytest

from rootcause.case.location import cases_folder
from rootcause.errors import RootcauseError


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder two levels below one that may hold settings."""
    deep = tmp_path / "team" / "here"
    deep.mkdir(parents=True)
    return deep


def test_without_any_setting_cases_lie_in_the_current_folder(project: Path) -> None:
    assert cases_folder(None, {}, project) == project / "cases"


def test_the_option_wins_over_everything(project: Path) -> None:
    (project / "rootcause.toml").write_text('cases = "settings"')
    assert cases_folder(Path("option"), {"ROOTCAUSE_CASES": "variable"}, project) == project / "option"


def test_the_variable_wins_over_settings(project: Path) -> None:
    (project / "rootcause.toml").write_text('cases = "settings"')
    assert cases_folder(None, {"ROOTCAUSE_CASES": "variable"}, project) == project / "variable"
    assert cases_folder(None, {"ROOTCAUSE_CASES": ""}, project) == project / "settings"


def test_a_home_folder_may_be_written_with_a_tilde(project: Path) -> None:
    assert cases_folder(None, {"ROOTCAUSE_CASES": "~/cases"}, project) == Path.home() / "cases"


@pytest.mark.parametrize(
    ("name", "text"),
    [("rootcause.toml", 'cases = "mine"'), ("pyproject.toml", '[tool.rootcause]\ncases = "mine"')],
)
def test_a_settings_file_above_counts_from_its_own_folder(project: Path, name: str, text: str) -> None:
    (project.parent / name).write_text(text)
    assert cases_folder(None, {}, project) == project.parent / "mine"


def test_the_nearest_settings_file_that_names_a_folder_counts(project: Path) -> None:
    (project.parent / "rootcause.toml").write_text('cases = "far"')
    (project / "rootcause.toml").write_text("[report]\nstyle = 'full'")
    (project / "pyproject.toml").write_text("[tool.ruff]\n[tool.other]\ncases = 1")
    assert cases_folder(None, {}, project) == project.parent / "far"
    (project / "pyproject.toml").write_text('[tool.rootcause]\ncases = "near"')
    assert cases_folder(None, {}, project) == project / "near"
    (project / "rootcause.toml").write_text('cases = "nearest"')
    assert cases_folder(None, {}, project) == project / "nearest"


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("rootcause.toml", b"cases = ", "rootcause.toml is not TOML: Invalid value (at end of document)"),
        ("rootcause.toml", b"cases = " + b"[" * 5000, "rootcause.toml is not TOML: "),
        ("rootcause.toml", b"cases = 3", 'rootcause.toml:1:1: cases is 3; expected a path such as "cases"'),
        ("rootcause.toml", b"cases = ' '", "cases is ' '; expected a path"),
        ("rootcause.toml", b'cases = "a\\u0000b"', "expected a path"),
        (
            "pyproject.toml",
            b"[tool.rootcause]\ncases = []",
            "pyproject.toml:2:1: tool.rootcause.cases is []; expected a path",
        ),
    ],
)
def test_a_wrong_settings_file_is_named_with_a_cure(project: Path, name: str, text: bytes, message: str) -> None:
    (project / name).write_bytes(text)
    with pytest.raises(RootcauseError) as caught:
        cases_folder(None, {}, project)
    assert message in caught.value.message
    assert str(project / name) in caught.value.message
    assert caught.value.hint
    assert "--cases" in caught.value.hint


def test_settings_in_another_encoding_are_named_with_the_line(project: Path) -> None:
    (project / "rootcause.toml").write_bytes(b'[report]\ncases = "\xff"')
    with pytest.raises(RootcauseError, match=r"rootcause\.toml:2:10: byte 0xFF is not UTF-8"):
        cases_folder(None, {}, project)


def test_a_settings_file_that_cannot_be_read_is_named(project: Path) -> None:
    (project / "rootcause.toml").mkdir()
    with pytest.raises(RootcauseError, match=r"rootcause\.toml: is a folder, expected a file"):
        cases_folder(None, {}, project)


def test_settings_that_are_a_pipe_are_not_waited_for(project: Path) -> None:
    os.mkfifo(project / "rootcause.toml")
    with pytest.raises(RootcauseError, match=r"rootcause\.toml: is a pipe, expected a file"):
        cases_folder(None, {}, project)
