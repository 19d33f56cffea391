"""A new questionnaire asks what the one it is made of asks, in one file, and nothing is wrong with it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from rootcause.cli.sketch import outlined
from rootcause.errors import InvalidContent, RootcauseError
from rootcause.interview.rehearsal import rehearse
from rootcause.lint.linter import lint
from rootcause.lint.rules import all_rules
from rootcause.questionnaire.loader import beside, load_questionnaire
from rootcause.scaffold import minimal, new_questionnaire
from rootcause.source.text import SourceText

FOLDER = Path(__file__).parents[2] / "questionnaires"
ORIGINS = [minimal(), *sorted(FOLDER.glob("*.yaml"))]
HEAD = "rootcause: 1\nid: late\nversion: 2.3.0\ntitle: Late\n"
SHARED = """\
rootcause: 1
lists:
  # From the yearbook.
  carrier:
    own: Our own van
    post: The post
  unused: {a: A, b: B}
sections:
    # Asked of everybody.
    - id: begin
      title: Begin
      questions:
        # The first.
        - {id: carrier, ask: "Who carried it?", type: choice, list: carrier}    # T1
    - id: end
      title: End
      questions:
        - id: told
          ask: What were they told?
          type: paragraph
          hint: >-
            In their words,

            and in ours.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "shared.yaml").write_text(SHARED)
    return tmp_path


def made(folder: Path, text: str) -> str:
    (folder / "late.yaml").write_text(text)
    return new_questionnaire("mine", folder / "late.yaml")


def outline(path: Path, text: str | None = None) -> object:
    source = SourceText.read(path) if text is None else SourceText("new.yaml", text)
    loaded = load_questionnaire(source, resolve=beside(path) if text is None else None).questionnaire
    assert loaded is not None
    return {**outlined(loaded), "id": "", "version": ""}


@pytest.mark.parametrize("origin", ORIGINS, ids=lambda path: path.stem)
def test_it_asks_what_its_origin_asks_and_needs_no_other_file(origin: Path):
    assert outline(origin, new_questionnaire("mine", origin)) == outline(origin)


@pytest.mark.parametrize("origin", ORIGINS, ids=lambda path: path.stem)
def test_nothing_is_wrong_with_it_and_its_tests_hold(origin: Path):
    source = SourceText("mine.yaml", new_questionnaire("mine", origin))
    loaded = load_questionnaire(source).questionnaire
    assert loaded is not None
    assert (loaded.id, loaded.version) == ("mine", "0.1.0")
    assert loaded.examples
    assert list(rehearse(loaded)) == []
    found = lint(source, [rule for rule in all_rules() if rule.on], raw=source.text)
    assert [f"{one.region.line}: {one.name}: {one.message}" for one in found] == []


@pytest.mark.parametrize("origin", ORIGINS, ids=lambda path: path.stem)
def test_no_comment_of_its_origin_is_lost(origin: Path):
    new = new_questionnaire("mine", origin)
    for comment in re.findall(r"(?:^| )# (.*)$", origin.read_text(encoding="utf-8"), re.MULTILINE):
        assert f"# {comment}" in new


def test_what_is_included_stands_where_it_was_included_with_its_comments(folder: Path):
    text = (
        f"{HEAD}include: [shared.yaml]  # the lists\nsections:\n  - {{include: shared.yaml, sections: [begin]}}  # T2\n"
    )
    assert made(folder, text) == (
        "rootcause: 1\nid: mine\nversion: 0.1.0\ntitle: Late\n"
        "lists:\n"
        "  # From the yearbook.\n"
        "  carrier:\n"
        "    own: Our own van\n"
        "    post: The post\n"
        "sections:\n"
        "  # T2\n"
        "  # Asked of everybody.\n"
        "  - id: begin\n"
        "    title: Begin\n"
        "    questions:\n"
        "      # The first.\n"
        '      - {id: carrier, ask: "Who carried it?", type: choice, list: carrier}    # T1\n'
    )


@pytest.mark.parametrize(
    "sections",
    [
        pytest.param("  - {include: shared.yaml}\n", id="all of a file"),
        pytest.param("  - include: shared.yaml\n    sections: [end, begin]\n", id="in another order"),
        pytest.param(
            "  - {include: shared.yaml, sections: [end]}\n  - {include: shared.yaml, sections: [begin]}\n",
            id="one behind the other",
        ),
        pytest.param(
            "  - {include: shared.yaml}\n  - {id: s, title: S, questions: [{id: q, ask: Q, type: text}]}\n",
            id="before one of its own",
        ),
    ],
)
def test_sections_keep_their_order(folder: Path, sections: str):
    new = made(folder, f"{HEAD}lists:\n  mine: {{a: A, b: B}}\nsections:\n{sections}")
    assert outline(folder / "late.yaml", new) == outline(folder / "late.yaml")
    assert "\n  mine: {a: A, b: B}\n" in new
    assert "unused" not in new


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("Late Delivery", "late-delivery"),
        ("late_delivery", "late-delivery"),
        ("3 days", "days"),
        ("...", "lower case letters"),
        ("a/b", "a-b"),
    ],
)
def test_a_name_that_is_none_gets_one_that_is(name: str, hint: str):
    with pytest.raises(RootcauseError) as raised:
        new_questionnaire(name, minimal())
    assert hint in str(raised.value.hint)


def test_an_origin_with_mistakes_is_refused_with_all_of_them(folder: Path):
    with pytest.raises(InvalidContent, match="missing-key"):
        made(folder, "rootcause: 1\n")


def test_lists_on_one_line_are_not_torn_apart(folder: Path):
    text = f"{HEAD}lists: {{mine: {{a: A, b: B}}}}\nsections:\n  - {{include: shared.yaml}}\n"
    with pytest.raises(RootcauseError, match=r"late\.yaml:5: these lists cannot be added to"):
        made(folder, text)
