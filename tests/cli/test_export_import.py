"""A case as one file: what goes in comes out, and nothing hostile does."""

from __future__ import annotations

import hashlib
import io
import json
import os
import stat
import zipfile
from pathlib import Path

import pytest

ANSWERS = ("triage", "A late one", "-Q", "late.yaml", "-a", "answers.yaml")


@pytest.fixture
def packed(run, folder):
    """The archive of a case with evidence; the case lies in `cases`."""
    assert run(*ANSWERS).code == 0
    (case,) = (folder / "cases").iterdir()
    (case / "photos").mkdir()
    (case / "photos" / "door.png").write_bytes(os.urandom(3000))
    done = run("export", case.name, "-o", "case.zip")
    assert done.code == 0, done.err
    return folder / "case.zip"


def files_in(case: Path) -> dict[str, bytes]:
    return {
        path.relative_to(case).as_posix(): path.read_bytes()
        for path in case.rglob("*")
        if path.is_file() and path.name != ".lock"
    }


def test_every_file_comes_out_as_it_went_in(run, folder, packed):
    assert run("import", "case.zip", "--cases", "elsewhere", "--apply").code == 0
    (case,), (other,) = (folder / "cases").iterdir(), (folder / "elsewhere").iterdir()
    came = {name: data for name, data in files_in(other).items() if not name.startswith("questionnaire/")}
    went = files_in(case)
    assert came.keys() == went.keys()
    assert {name for name in went if came[name] != went[name]} <= {"case.json"}  # where its questionnaire lies
    assert all(stat.S_IMODE(path.stat().st_mode) == 0o600 for path in other.rglob("*") if path.is_file())


def test_a_case_opens_elsewhere_with_the_questionnaire_that_came_along(run, folder, packed):
    before = run("report", "late", "-o", "-").out
    assert run("import", "case.zip", "--cases", "elsewhere", "--apply").code == 0
    (folder / "late.yaml").unlink()
    after = run("report", "late", "-o", "-", "--cases", "elsewhere")
    assert (after.code, after.out) == (0, before)


def test_the_same_case_gives_the_same_bytes(run, folder, packed):
    first = packed.read_bytes()
    assert run("export", "late", "-o", "again.zip").code == 0
    assert (folder / "again.zip").read_bytes() == first
    assert stat.S_IMODE((folder / "again.zip").stat().st_mode) == 0o600


def test_it_is_said_first_what_would_happen(run, folder, packed):
    done = run("import", "case.zip", "--cases", "elsewhere")
    assert done.code == 0
    assert "A late one" in done.err
    assert "Nothing was written. Add --apply" in done.err
    assert not (folder / "elsewhere").exists()


def test_what_was_added_elsewhere_comes_back(run, folder, packed):
    assert run("import", "case.zip", "--cases", "elsewhere", "--apply").code == 0
    assert run("edit", "late", "summary", "--value", "It came four days late", "--cases", "elsewhere").code == 0
    assert run("export", "late", "--cases", "elsewhere", "-o", "back.zip").code == 0
    refused = run("import", "back.zip", "--apply")
    assert (refused.code, "--update" in refused.err) == (2, True)
    assert run("import", "back.zip", "--apply", "--update").code == 0
    assert "It came four days late" in run("show", "late").out
    assert "further there than in the file" in run("import", "case.zip").err


def test_a_case_is_never_replaced_by_another_one(run, folder, packed):
    assert run("edit", "late", "summary", "--value", "One thing").code == 0
    assert run("import", "case.zip", "--cases", "elsewhere", "--apply").code == 0
    assert run("edit", "late", "summary", "--value", "Another thing", "--cases", "elsewhere").code == 0
    assert run("export", "late", "--cases", "elsewhere", "-o", "other.zip").code == 0
    done = run("import", "other.zip", "--apply", "--update")
    assert done.code == 2
    assert "--as NAME" in done.err
    assert run("import", "other.zip", "--apply", "--as", "the-other").code == 0
    assert "One thing" in run("show", "late").out
    assert "Another thing" in run("show", "the-other").out


def test_evidence_that_was_added_elsewhere_comes_back_beside_what_is_here(run, folder, packed):
    (case,) = (folder / "cases").iterdir()
    for number in (1, 2):
        (case / "photos" / "door.png").write_bytes(b"there %d" % number)
        (case / "log.txt").write_bytes(b"first")
        assert run("export", "late", "-o", "more.zip", "--force").code == 0
        (case / "photos" / "door.png").write_bytes(b"here")
        (case / "log.txt").unlink(missing_ok=True)
        told = run("import", "more.zip").err
        assert ("has not there: photos/door.png" in told, "has not there: log.txt" in told) == (True, True)
        assert run("import", "more.zip", "--apply").code == 2
        assert run("import", "more.zip", "--apply", "--update").code == 0
        assert (case / "log.txt").read_bytes() == b"first"
        assert "Nothing had to be written" in run("import", "more.zip", "--apply", "--update").err
    photos = {path.name: path.read_bytes() for path in (case / "photos").iterdir()}
    assert photos == {"door.png": b"here", "door.imported.png": b"there 1", "door.imported-2.png": b"there 2"}


def test_a_case_that_came_with_its_questionnaire_brings_back_nothing_more(run, folder, packed):
    assert run("import", "case.zip", "--cases", "elsewhere", "--apply").code == 0
    assert run("export", "late", "--cases", "elsewhere", "-o", "back.zip").code == 0
    assert "There is nothing to do" in run("import", "back.zip").err


@pytest.mark.parametrize("name", ["questionnaire", "questionnaire/late.yaml"])
def test_evidence_that_is_called_like_the_folder_of_the_questionnaire_stays(run, folder, packed, name):
    (case,) = (folder / "cases").iterdir()
    (case / name).parent.mkdir(exist_ok=True)
    (case / name).write_text("evidence")
    assert run("export", "late", "-o", "odd.zip").code == 0
    done = run("import", "odd.zip", "--cases", "elsewhere", "--apply")
    assert done.code == 0, done.err
    (there,) = (folder / "elsewhere").iterdir()
    assert (there / name).read_text() == "evidence"
    (folder / "late.yaml").unlink()
    assert run("report", "late", "-o", "-", "--cases", "elsewhere").code == 0


@pytest.mark.parametrize("name", ["../out", "a/b", ".hidden", "", "a\nb", "é" * 101, "x" * 300])
def test_a_name_that_leads_elsewhere_is_refused(run, folder, packed, name):
    done = run("import", "case.zip", "--cases", "elsewhere", "--apply", "--as", name)
    assert done.code == 2
    assert not (folder / "elsewhere").exists()


def test_links_are_named_and_not_followed(run, folder, packed):
    (case,) = (folder / "cases").iterdir()
    (case / "secret").symlink_to(folder / "late.yaml")
    done = run("export", "late", "-o", "linked.zip")
    assert "left out secret" in done.err
    assert "case/secret" not in zipfile.ZipFile(folder / "linked.zip").namelist()


def test_a_file_that_is_there_stays(run, folder, packed):
    first = packed.read_bytes()
    done = run("export", "late", "-o", "case.zip")
    assert (done.code, "--force" in done.err) == (2, True)
    assert packed.read_bytes() == first


def test_what_does_not_go_together_is_refused(run, folder, packed):
    assert run("export").code == 2
    assert run("export", "late", "--to", "csv", "-o", "tables").code == 2
    assert run("export", "--to", "csv").code == 2


def rebuilt(packed: Path, change) -> bytes:
    """The archive with other entries: `change` gets and gives (name, data, attributes) and its manifest fits them."""
    with zipfile.ZipFile(packed) as source:
        entries = [(info.filename, source.read(info), 0o100600 << 16) for info in source.infolist()]
    manifest = json.loads(entries[0][1])
    changed = change(manifest, entries[1:])
    manifest["files"] = [
        {"name": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()} for name, data, _ in changed
    ]
    manifest.pop("digest")
    manifest["digest"] = hashlib.sha256(json.dumps(manifest, sort_keys=True).encode()).hexdigest()
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as target:
        for name, data, attributes in [("manifest.json", json.dumps(manifest).encode(), 0o100600 << 16), *changed]:
            info = zipfile.ZipInfo(name)
            info.external_attr = attributes
            target.writestr(info, data)
    return made.getvalue()


def added(name: str, attributes: int = 0o100600 << 16):
    return lambda manifest, entries: [*entries, (name, b"x", attributes)]


def named(name: str):
    def change(manifest, entries):
        manifest["case"] = name
        return entries

    return change


def with_case(data: bytes):
    return lambda manifest, entries: [(one, data if one == "case/case.json" else kept, at) for one, kept, at in entries]


HOSTILE = {
    "a path out of the folder": (added("case/../../evil"), "leads out of its folder"),
    "an absolute path": (added("/etc/evil"), "lies neither in"),
    "a drive": (added("case/C:evil"), "characters"),
    "a backslash": (added("case/..\\evil"), "characters"),
    "elsewhere": (added("other/x"), "lies neither in"),
    "a lock": (added("case/.lock"), "kept by rootcause"),
    "a link": (added("case/link", 0o120777 << 16), "link"),
    "a folder": (added("case/folder/"), "folder"),
    "capitals only": (added("case/CASE.JSON"), "capitals"),
    "a very long name": (added("case/" + "n" * 300), "too long"),
    "a control character": (added("case/a\x1b[2Jb"), "characters"),
    "a name of a case that leads out": (named("../evil"), "no name of a case"),
    "a hidden case": (named(".evil"), "no name of a case"),
    "no case": (lambda manifest, entries: entries[1:], "holds no case.json"),
    "a case that is none": (with_case(b"{}"), "rootcause_case"),
    "a case that is no text": (with_case(b"\xff\xfe"), "UTF-8"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_archive_is_refused_and_leaves_nothing(run, folder, packed, kind):
    change, reason = HOSTILE[kind]
    (folder / "hostile.zip").write_bytes(rebuilt(packed, change))
    done = run("import", "hostile.zip", "--cases", "elsewhere", "--apply")
    assert done.code == 2
    assert reason in done.err
    assert "Traceback" not in done.err
    assert not list((folder / "elsewhere").glob("*")) if (folder / "elsewhere").exists() else True


def test_an_archive_that_was_cut_off_is_refused_wherever_that_is(run, folder, packed):
    whole = packed.read_bytes()
    for at in range(0, len(whole), max(len(whole) // 12, 1)):
        (folder / "broken.zip").write_bytes(whole[:at])
        done = run("import", "broken.zip", "--cases", "elsewhere", "--apply")
        assert (done.code, "Traceback" in done.err) == (2, False), at
    assert not (folder / "elsewhere").exists()


def test_a_byte_of_a_file_that_was_changed_on_the_way_is_noticed(run, folder, packed):
    with zipfile.ZipFile(packed) as source:
        info = source.getinfo("case/photos/door.png")
    data = bytearray(packed.read_bytes())
    data[info.header_offset + 200] ^= 0xFF
    (folder / "changed.zip").write_bytes(data)
    done = run("import", "changed.zip", "--cases", "elsewhere", "--apply")
    assert (done.code, "Traceback" in done.err) == (2, False)
    assert not (folder / "elsewhere").exists()


def test_a_zip_that_unpacks_to_more_than_it_says_is_refused(run, folder, packed):
    with zipfile.ZipFile(packed) as source:
        entries = [(info.filename, source.read(info)) for info in source.infolist()]
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in entries:
            target.writestr(name, bytes(50_000_000) if name == "case/photos/door.png" else data)
    (folder / "bomb.zip").write_bytes(made.getvalue())
    done = run("import", "bomb.zip", "--cases", "elsewhere", "--apply")
    assert (done.code, "another size" in done.err) == (2, True)


@pytest.mark.parametrize("what", ["folder", "text", "device", "nothing"])
def test_what_is_no_archive_is_named(run, folder, what):
    (folder / "text").write_text("hello")
    (folder / "folder").mkdir()
    done = run("import", {"device": "/dev/zero", "nothing": "none.zip"}.get(what, what))
    assert done.code == 2
    assert "Traceback" not in done.err


def test_a_newer_archive_is_refused_with_what_to_do(run, folder, packed):
    def newer(manifest, entries):
        manifest["rootcause_archive"] = 2
        return entries

    (folder / "newer.zip").write_bytes(rebuilt(packed, newer))
    done = run("import", "newer.zip")
    assert (done.code, "update rootcause" in done.err) == (2, True)
