from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from rootcause.analysis.analysis import analyse
from rootcause.analysis.record import Record
from rootcause.cli.reporting.templating import Limits, render_template
from rootcause.errors import RootcauseError
from rootcause.report.build import build_report
from rootcause.report.model import Report

SMALL = """\
rootcause: 1
id: small
version: 1.0.0
title: Small
sections: [{id: a, title: A, questions: [{id: q, ask: "What?", type: text}]}]
"""


@pytest.fixture(scope="module")
def report(record_of: Callable[..., Record]) -> Report:
    return build_report(analyse(record_of(SMALL, {})))


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_template_includes_others_from_its_folder_and_below_it(report: Report, tmp_path: Path) -> None:
    written(tmp_path, "parts/head.md", "# {{ title }}\n")
    written(tmp_path, "macros.md", "{% macro bold(text) %}**{{ text }}**{% endmacro %}")
    written(tmp_path, "base.md", "{% include 'parts/head.md' %}{% block body %}{% endblock %}")
    template = written(
        tmp_path,
        "letter.md.j2",
        "{% extends 'base.md' %}{% from 'macros.md' import bold %}{% block body %}{{ bold('*') }}{% endblock %}",
    )
    assert render_template(report, template) == "# A case\n**\\***"


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="there are no links here")
def test_a_link_does_not_lead_out_of_the_folder(report: Report, tmp_path: Path) -> None:
    secret = written(tmp_path, "secret.md", "secret")
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "linked.md").symlink_to(secret)
    (tmp_path / "own" / "folder").symlink_to(tmp_path)
    for name in ("linked.md", "folder/secret.md", "../secret.md", str(secret)):
        template = written(tmp_path, "own/t.md", f"{{% include '{name}' %}}")
        with pytest.raises(RootcauseError, match="there is no template"):
            render_template(report, template)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_a_pipe_is_never_waited_for(report: Report, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    for template in (tmp_path / "pipe.md", written(tmp_path, "t.md", "{% include 'pipe.md' %}")):
        with pytest.raises(RootcauseError, match="is a pipe, expected a file") as caught:
            render_template(report, template)
        assert caught.value.hint == "save the template as a file and name that"


def test_a_folder_is_no_template(report: Report, tmp_path: Path) -> None:
    for template in (tmp_path, written(tmp_path, "t.md", "{% include '.' %}")):
        with pytest.raises(RootcauseError, match="is a folder, expected a file") as caught:
            render_template(report, template)
        assert caught.value.hint == "name the template in it"


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"\xff\xfea\0", "UTF-16"), (b"a\0b", "invisible character"), (b"x" * 600_000, "larger than 500,000 bytes")],
)
def test_what_is_no_text_is_no_template(report: Report, tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "t.md").write_bytes(content)
    with pytest.raises(RootcauseError, match=said):
        render_template(report, tmp_path / "t.md")


def test_a_template_that_is_not_there_has_its_nearest_name(report: Report, tmp_path: Path) -> None:
    written(tmp_path, "letter.md.j2", "")
    with pytest.raises(RootcauseError) as caught:
        render_template(report, tmp_path / "leter.md.j2")
    assert "letter.md.j2" in (caught.value.hint or "")


def test_where_there_is_no_fork_it_runs_in_a_process_all_the_same(
    report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "fork", raising=False)
    assert render_template(report, written(tmp_path, "t.md", "{{ title }}"), limits=Limits(seconds=10)) == "A case"


def test_nothing_is_left_running(report: Report, tmp_path: Path) -> None:
    import multiprocessing

    template = written(tmp_path, "t.md", "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}")
    with pytest.raises(RootcauseError, match=r"is not done after 0\.2 s"):
        render_template(report, template, limits=Limits(seconds=0.2))
    assert multiprocessing.active_children() == []
