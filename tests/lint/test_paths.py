from pathlib import Path

import pytest

from rootcause.lint.paths import matches, relative


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("*.yaml", "a.yaml"),
        ("*.yaml", "deep/in/a.yaml"),
        ("legacy", "legacy/a.yaml"),
        ("legacy", "deep/legacy/in/a.yaml"),
        ("legacy/", "deep/legacy/a.yaml"),
        ("deep/legacy", "deep/legacy/a.yaml"),
        ("./deep/legacy/", "deep/legacy/a.yaml"),
        ("/deep", "deep/a.yaml"),
        ("deep/*.yaml", "deep/a.yaml"),
        ("deep/**", "deep/in/a.yaml"),
        ("deep/**/*.yaml", "deep/a.yaml"),
        ("deep/**/*.yaml", "deep/in/side/a.yaml"),
        ("**/side/*", "deep/in/side/a.yaml"),
        ("q/**/*.y{a,}ml", "q/b.yml"),
        ("q/**/*.y{a,}ml", "q/in/a.yaml"),
        ("{a,b{c,d}}.yaml", "bd.yaml"),
        ("?.yaml", "a.yaml"),
        ("[ab].yaml", "b.yaml"),
        ("../q/*.yaml", "../q/a.yaml"),
        ("a{.yaml", "a{.yaml"),
    ],
)
def test_a_pattern_means_a_path(pattern: str, path: str):
    assert matches(path, (pattern,))
    assert matches(path, ("nothing", pattern))


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("*.yaml", "a.yml"),
        ("legacy", "legacy.yaml"),
        ("/legacy", "deep/legacy/a.yaml"),
        ("deep/legacy", "more/deep/legacy/a.yaml"),
        ("deep/*.yaml", "deep/in/a.yaml"),
        ("deep/**/*.yaml", "a.yaml"),
        ("deep/**", "deep"),
        ("?.yaml", "ab.yaml"),
        ("q/*.y{a,}ml", "q/a.ytml"),
        ("A.yaml", "a.yaml"),
        ("", "a.yaml"),
    ],
)
def test_a_pattern_does_not_mean_another_path(pattern: str, path: str):
    assert not matches(path, (pattern,))


def test_without_a_pattern_nothing_is_meant():
    assert not matches("a.yaml", ())


def test_a_pattern_that_has_very_many_meanings_takes_no_time():
    assert not matches("/".join("a" * 200) + "/b", ("{a,b}" * 40 + "/**" * 40 + "/" + "*a" * 40 + "c",))


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("q/a.yaml", "deep/q/a.yaml"),
        ("./q/../a.yaml", "deep/a.yaml"),
        ("../a.yaml", "a.yaml"),
        ("../../a.yaml", "../a.yaml"),
        ("/project/deep/a.yaml", "deep/a.yaml"),
        ("<stdin>", "deep/<stdin>"),
    ],
)
def test_a_path_is_seen_from_the_folder_of_the_settings(path: str, expected: str):
    assert relative(path, Path("/project"), Path("/project/deep")) == expected
