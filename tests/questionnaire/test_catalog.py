"""Where questionnaires are found."""

from __future__ import annotations

from pathlib import Path

import pytest

from rootcause.errors import UnreadableInput
from rootcause.questionnaire.catalog import DEFAULT, Catalog, bundled_folder

TEXT = "rootcause: 1\nid: {id}\nversion: 1.0.0\ntitle: T\nsections: [{{id: s, title: S, questions: [{{id: q, ask: Q, type: text}}]}}]\n"


@pytest.fixture
def catalog(tmp_path):
    for origin, names in (("project", ["own", "both"]), ("user", ["both", "mine"])):
        (tmp_path / origin).mkdir()
        for name in names:
            (tmp_path / origin / f"{name}.yaml").write_text(TEXT.format(id=origin))
    (tmp_path / "project" / "notes.txt").write_text("no questionnaire")
    return Catalog((("project", tmp_path / "project"), ("user", tmp_path / "user"), ("none", tmp_path / "none")))


def test_the_nearer_of_two_counts(catalog):
    assert [(entry.name, entry.origin) for entry in catalog.entries()] == [
        ("both", "project"),
        ("own", "project"),
        ("mine", "user"),
    ]
    assert catalog.load("both").questionnaire.id == "project"


def test_a_path_is_taken_as_it_is(catalog, tmp_path):
    assert catalog.find(str(tmp_path / "user" / "mine.yaml")) == tmp_path / "user" / "mine.yaml"
    assert catalog.find("x.yaml") == Path("x.yaml")


def test_an_unknown_name_is_told_the_nearest(catalog):
    with pytest.raises(UnreadableInput) as error:
        catalog.find("onw")
    assert error.value.hint == 'did you mean "own"?'
    with pytest.raises(UnreadableInput) as error:
        catalog.find("zzz")
    assert "both, mine, own" in error.value.hint


def test_the_bundled_ones_are_there():
    assert (bundled_folder() / f"{DEFAULT}.yaml").is_file()
    assert {entry.origin for entry in Catalog((("bundled", bundled_folder()),)).entries()} == {"bundled"}
