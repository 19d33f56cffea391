from pathlib import Path

import pytest

from rootcause.configuration import Setting, nearest_setting
from rootcause.errors import RootcauseError

TEXT = """\
# select = "in a comment"
[tool.other]
select = 1
text = \"\"\"
[tool.rootcause.lint]
select = 2
\"\"\"
[tool.rootcause.lint]
fail-on = "error"
"select" = [
  "one",
  'two',
]
severity = { tag = "info", select-not = "info" }

[tool.rootcause.lint.rules.tag]
max = 1
"""


def setting(folder: Path, text: str = TEXT) -> Setting:
    (folder / "pyproject.toml").write_text(text)
    found = nearest_setting(folder, "lint", "mend it")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("keys", "word", "place"),
    [
        pytest.param((), "", "8:17", id="the table"),
        pytest.param(("fail-on",), "", "9:1", id="a key"),
        pytest.param(("select",), "", "10:2", id="a key in quotes, with others of its name above"),
        pytest.param(("select",), "two", "12:3", id="a word in a list of several lines"),
        pytest.param(("severity", "tag"), "", "14:14", id="a key in braces"),
        pytest.param(("rules", "tag"), "", "16:28", id="a table below"),
        pytest.param(("rules", "tag", "max"), "", "17:1", id="a key in a table below"),
    ],
)
def test_a_setting_knows_where_it_stands(tmp_path: Path, keys: tuple[str, ...], word: str, place: str) -> None:
    assert setting(tmp_path).place(*keys, word=word) == f"{tmp_path / 'pyproject.toml'}:{place}"


def test_a_place_that_cannot_be_found_is_the_file(tmp_path: Path) -> None:
    found = setting(tmp_path, '[tool.rootcause.lint]\n"sel\\u0065ct" = 1\n')
    assert found.place("select") == str(tmp_path / "pyproject.toml")


def test_of_very_many_lines_only_the_first_are_looked_at(tmp_path: Path) -> None:
    found = setting(tmp_path, "[tool.rootcause.lint]\n" + "# select\n" * 10_000 + "select = 1\n")
    assert found.place("select").startswith(str(tmp_path / "pyproject.toml"))


def test_the_nearest_file_that_has_the_key_counts_and_in_one_folder_our_own(tmp_path: Path) -> None:
    here = tmp_path / "here"
    here.mkdir()
    setting(tmp_path)
    (here / "rootcause.toml").write_text('cases = "somewhere"\n')
    found = nearest_setting(here, "lint", "")
    assert found is not None
    assert found.folder == tmp_path
    assert found.keys == ("tool", "rootcause", "lint")
    setting(here)
    (here / "rootcause.toml").write_text("[lint]\n")
    found = nearest_setting(here, "lint", "")
    assert found is not None
    assert (found.source.name, found.keys) == (str(here / "rootcause.toml"), ("lint",))


def test_without_a_settings_file_there_is_no_setting(tmp_path: Path) -> None:
    assert nearest_setting(tmp_path, "lint", "") is None


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(b"[lint", "is not TOML", id="no TOML"),
        pytest.param(b"\xff\xfe\x00", "UTF-16", id="another encoding"),
        pytest.param(b"#" * 1_000_001, "is larger than 1,000,000 bytes", id="too large"),
    ],
)
def test_a_settings_file_that_cannot_be_read_is_named_with_the_hint_of_who_asks(
    tmp_path: Path, content: bytes, message: str
) -> None:
    (tmp_path / "rootcause.toml").write_bytes(content)
    with pytest.raises(RootcauseError, match=message) as caught:
        nearest_setting(tmp_path, "lint", "mend it")
    assert caught.value.hint == "mend it"
