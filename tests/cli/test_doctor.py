from __future__ import annotations

import json
from pathlib import Path

import pytest


def found(ran):
    return {one["what"]: one for one in json.loads(ran.out)}


def test_a_machine_in_order_is_told_so(run):
    ran = run("doctor")
    assert ran.code == 0
    assert ran.err == ""
    assert all(line.startswith("ok  ") for line in ran.out.splitlines())


def test_it_leaves_nothing_behind(run, folder):
    before = sorted(folder.rglob("*"))
    run("doctor")
    assert sorted(folder.rglob("*")) == before


def test_the_index_is_named_before_and_after_it_is_made(run):
    assert found(run("doctor", "--json"))["index"]["found"].endswith(", made when cases are listed")
    run("triage", "-a", "answers.yaml")
    run("cases")
    name, said = found(run("doctor", "--json"))["index"]["found"].split(", ", 1)
    assert Path(name).is_file()
    assert said.endswith(" bytes; it may be deleted")


def test_a_folder_that_cannot_be_written_is_found(run, folder):
    (folder / "cases").write_text("a file, not a folder")
    ran = run("doctor", "--json")
    assert ran.code == 1
    assert found(ran)["saving"]["cure"]


def test_a_case_that_cannot_be_read_is_found(run, folder):
    run("triage", "-a", "answers.yaml")
    (case,) = (folder / "cases").iterdir()
    (case / "case.json").write_text("{")
    ran = run("doctor")
    assert ran.code == 1
    assert "!!  case" in ran.out
    assert "put back a copy" in ran.err


@pytest.mark.parametrize("name", ["drafts.json.unreadable", "drafts.json.unreadable-2"])
def test_drafts_that_were_set_aside_are_found(run, folder, name):
    run("triage", "-a", "answers.yaml")
    (case,) = (folder / "cases").iterdir()
    (case / "drafts.json").write_text("{}")
    assert run("doctor").code == 0
    (case / name).write_text('{"summary": "It bro')
    ran = run("doctor", "--json")
    assert ran.code == 1
    assert found(ran)["drafts"]["found"].endswith(f"{case.name}/{name} could not be read")
    assert "words in it that were typed" in found(ran)["drafts"]["cure"]
    assert (case / name).exists()


def test_a_questionnaire_with_mistakes_is_found(run, folder):
    (folder / "questionnaires").mkdir()
    (folder / "questionnaires" / "broken.yaml").write_text("rootcause: 1\n")
    ran = run("doctor")
    assert ran.code == 1
    assert "rootcause questionnaires broken" in ran.err


def test_an_old_encoding_is_found(run):
    ran = run("doctor", PYTHONIOENCODING="latin-1", PYTHONUTF8="0")
    assert ran.code == 1
    assert "PYTHONUTF8=1" in ran.err


def test_settings_that_are_wrong_are_found(run, folder):
    (folder / "rootcause.toml").write_text("cases = 3\n")
    ran = run("doctor", "--json")
    assert ran.code == 1
    assert "expected a path" in found(ran)["cases"]["found"]


def test_a_questionnaire_that_cannot_be_read_is_found_beside_the_others(run, folder):
    (folder / "questionnaires").mkdir()
    (folder / "questionnaires" / "picture.yaml").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    ran = run("doctor")
    assert ran.code == 1
    assert "is not a text file but a picture" in ran.out
    listed = run("questionnaires")
    assert listed.code == 0
    assert "picture" in listed.out
    assert "cannot be read: " in listed.out
    assert "what-why-different" in listed.out
