"""Questionnaires that are made of several files."""

from __future__ import annotations

import pytest

from rootcause.questionnaire.loader import beside, load_questionnaire
from rootcause.source.text import SourceText

MAIN = "rootcause: 1\nid: t\nversion: 1.0.0\ntitle: T\n"
ONE = "{id: q, ask: Q, type: choice, list: place}"


@pytest.fixture
def load(tmp_path):
    def load(main, **files):
        (tmp_path / "shared").mkdir(exist_ok=True)
        for name, text in files.items():
            (tmp_path / "shared" / f"{name}.yaml").write_text("rootcause: 1\n" + text)
        path = tmp_path / "main.yaml"
        path.write_text(main if main.startswith("rootcause") else MAIN + main)
        return load_questionnaire(SourceText.read(path), resolve=beside(path))

    return load


def test_lists_and_sections_come_from_files_beside(load):
    loaded = load(
        "include: shared/places.yaml\nsections:\n  - {include: shared/parts.yaml, sections: [b]}\n  - {include: shared/parts.yaml, sections: [a]}\n",
        places="lists: {place: {here: Here, there: There}}\n",
        parts=(
            "sections:\n"
            f"  - {{id: a, title: A, questions: [{ONE}]}}\n"
            "  - {id: b, title: B, questions: [{id: r, ask: R, type: text}]}\n"
        ),
    )
    assert loaded.diagnostics == ()
    assert list(loaded.questionnaire.questions) == ["r", "q"]


def test_an_include_is_relative_to_the_file_that_asks_for_it(load):
    loaded = load(
        "sections: [{include: shared/parts.yaml}]\n",
        parts=f"include: [places.yaml]\nsections: [{{id: a, title: A, questions: [{ONE}]}}]\n",
        places="lists: {place: {here: Here, there: There}}\n",
    )
    assert loaded.diagnostics == ()


def test_an_error_in_an_included_file_is_shown_there(load):
    loaded = load(
        "sections: [{include: shared/parts.yaml}]\n",
        parts="sections:\n  - {id: a, title: A, questions: [{id: q, ask: Q, type: text, when: nope}]}\n",
    )
    (diagnostic,) = loaded.diagnostics
    assert diagnostic.source.name.endswith("shared/parts.yaml")
    assert (diagnostic.span.line, diagnostic.source.slice(diagnostic.span)) == (3, "nope")


def test_an_unknown_key_of_an_included_file_does_not_hide_what_else_is_wrong(load):
    loaded = load(
        "sections: [{include: shared/parts.yaml}]\n",
        parts="sections:\n  - {id: a, titel: A, questions: [{id: q, ask: Q, type: text, when: nope}]}\n",
    )
    assert [problem.rule for problem in loaded.diagnostics] == ["unknown-key", "unknown-reference"]
    assert loaded.draft is not None


def test_the_digest_covers_all_files(load):
    main = "sections: [{include: shared/parts.yaml}]\n"
    parts = "sections: [{id: a, title: A, questions: [{id: q, ask: Q, type: text}]}]\n"
    assert load(main, parts=parts).questionnaire.digest != load(main, parts=parts + "# x\n").questionnaire.digest


def test_files_that_include_the_next_one_twice_are_read_without_a_walk_over_every_path(load):
    last = {"f19": "lists: {place: {here: Here, there: There}}\n"}
    files = {f"f{number}": f"include: [f{number + 1}.yaml, f{number + 1}.yaml]\n" for number in range(19)} | last
    loaded = load(f"include: shared/f0.yaml\nsections: [{{id: s, title: S, questions: [{ONE}]}}]\n", **files)
    assert loaded.diagnostics == ()


def test_sections_that_double_with_every_file_are_too_many(load):
    twice = "sections: [{{include: f{0}.yaml}}, {{include: f{0}.yaml}}]\n"
    last = {"f19": "sections: [{id: a, title: A, questions: [{id: q, ask: Q, type: text}]}]\n"}
    files = {f"f{number}": twice.format(number + 1) for number in range(19)} | last
    (diagnostic,) = load("sections: [{include: shared/f0.yaml}]\n", **files).diagnostics
    assert diagnostic.rule == "bad-include"
    assert "more than 2,000" in diagnostic.message


@pytest.mark.parametrize(
    ("main", "files", "rule", "says"),
    [
        pytest.param(
            "sections: [{include: shared/a.yaml}]\n",
            {"a": "sections: [{include: b.yaml}]\n", "b": "sections: [{include: a.yaml}]\n"},
            "include-cycle",
            "shared/a.yaml -> shared/b.yaml -> shared/a.yaml",
            id="a cycle of sections",
        ),
        pytest.param(
            "include: shared/a.yaml\nsections: [{id: s, title: S, questions: [{id: q, ask: Q, type: text}]}]\n",
            {"a": "include: [a.yaml]\n"},
            "include-cycle",
            "shared/a.yaml -> shared/a.yaml",
            id="a cycle of lists",
        ),
        pytest.param("sections: [{include: main.yaml}]\n", {}, "include-cycle", "main.yaml -> main.yaml", id="itself"),
        pytest.param("sections: [{include: ../x.yaml}]\n", {}, "bad-include", "outside the folder", id="outside"),
        pytest.param("sections: [{include: /etc/hosts}]\n", {}, "bad-include", "outside the folder", id="absolute"),
        pytest.param("sections: [{include: shared/no.yaml}]\n", {}, "bad-include", "no such file", id="missing"),
        pytest.param(
            "sections: [{include: shared/a.yaml, sections: [y]}]\n",
            {"a": "sections: [{id: x, title: X, questions: [{id: q, ask: Q, type: text}]}]\n"},
            "unknown-section",
            'has no section "y"',
            id="no such section",
        ),
        pytest.param(
            "include: shared/a.yaml\nlists: {place: {a: A, b: B}}\nsections: [{id: s, title: S, questions: [{id: q, ask: Q, type: text}]}]\n",
            {"a": "lists: {place: {c: C, d: D}}\n"},
            "duplicate-list",
            "already",
            id="two lists of one name",
        ),
        pytest.param(
            "sections: [{include: shared/a.yaml}]\n",
            {"a": "sectons: []\n"},
            "unknown-key",
            "sections",
            id="a wrong key",
        ),
    ],
)
def test_what_cannot_be_included_is_said(load, main, files, rule, says):
    (diagnostic,) = load(main, **files).diagnostics
    assert diagnostic.rule == rule
    assert says in f"{diagnostic.message} {diagnostic.help}"
