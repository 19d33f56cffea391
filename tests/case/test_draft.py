import json
import os
import resource
import stat
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from rootcause.case.draft import DraftFile
from rootcause.errors import CaseError
from rootcause.interview.answers import AnswerKey

SUMMARY, CAUSE = AnswerKey("summary"), AnswerKey("whys.because", (1, 2))
Limited = Callable[[int, int], AbstractContextManager[None]]


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_what_was_typed_is_there_for_the_next_session(tmp_path: Path) -> None:
    drafts = DraftFile(tmp_path)
    drafts.keep(SUMMARY, "The ord")
    drafts.keep(CAUSE, "Nobody told")
    drafts.keep(SUMMARY, "The order came")
    for again in (drafts, DraftFile(tmp_path)):
        assert (again.kept(SUMMARY), again.kept(CAUSE)) == ("The order came", "Nobody told")
    assert DraftFile(tmp_path).kept(AnswerKey("whys.because", (1,))) is None
    assert names(tmp_path) == ["drafts.json"]
    assert stat.S_IMODE((tmp_path / "drafts.json").stat().st_mode) == 0o600


def test_a_draft_is_found_by_a_person_who_looks_for_it(tmp_path: Path) -> None:
    DraftFile(tmp_path).keep(CAUSE, "„Möbel“")
    assert (tmp_path / "drafts.json").read_text(encoding="utf-8") == '{\n "whys[1.2].because": "„Möbel“"\n}'


@pytest.mark.parametrize("end", [DraftFile.drop, lambda drafts, key: drafts.keep(key, "")], ids=["dropped", "empty"])
def test_the_file_goes_with_its_last_draft(tmp_path: Path, end: Callable[[DraftFile, AnswerKey], None]) -> None:
    drafts = DraftFile(tmp_path)
    drafts.keep(SUMMARY, "a")
    drafts.keep(CAUSE, "b")
    later = DraftFile(tmp_path)
    end(later, SUMMARY)
    assert (later.kept(SUMMARY), later.kept(CAUSE)) == (None, "b")
    assert DraftFile(tmp_path).kept(SUMMARY) is None
    end(later, CAUSE)
    assert names(tmp_path) == []
    end(later, CAUSE)


@pytest.mark.parametrize(
    "text",
    ["x" * 1_000_000, "納品が遅れた 😀\u202e", "\x00\x1b[201~\r\n\t\x7f\u2028", "half \ud83d", "\udc80 other half", '"\\u0041"'],
    ids=["a million characters", "any language", "control characters", "half a character", "no character", "quotes"],
)  # fmt: skip
def test_a_text_comes_back_as_it_was_typed(tmp_path: Path, text: str) -> None:
    DraftFile(tmp_path).keep(SUMMARY, text)
    assert DraftFile(tmp_path).kept(SUMMARY) == text


def test_the_same_text_is_not_written_again(tmp_path: Path) -> None:
    drafts = DraftFile(tmp_path)
    drafts.keep(SUMMARY, "a")
    (tmp_path / "drafts.json").unlink()
    drafts.keep(SUMMARY, "a")
    drafts.drop(CAUSE)
    assert names(tmp_path) == []


UNREADABLE = {
    "empty": b"",
    "cut off": b'{"summary": "The ord',
    "a list": b"[]",
    "no text": b'{"summary": 1}',
    "no UTF-8": b'{"summary": "\xff"}',
    "zeros of a crashed disk": b"\0" * 50,
    "nested deeply": b"[" * 200_000,
    "an endless number": b"9" * 6000,
}


@pytest.mark.parametrize("content", UNREADABLE.values(), ids=UNREADABLE)
@pytest.mark.parametrize("looked", [True, False], ids=["after a look", "at once"])
def test_what_cannot_be_read_is_set_aside_and_never_written_over(tmp_path: Path, content: bytes, looked: bool) -> None:
    for _ in range(3):
        (tmp_path / "drafts.json").write_bytes(content)
        drafts = DraftFile(tmp_path)
        assert not looked or drafts.kept(SUMMARY) is None
        drafts.keep(SUMMARY, "new")
        assert DraftFile(tmp_path).kept(SUMMARY) == "new"
    aside = ["drafts.json.unreadable", "drafts.json.unreadable-2", "drafts.json.unreadable-3"]
    assert names(tmp_path) == ["drafts.json", *aside]
    assert {(tmp_path / name).read_bytes() for name in aside} == {content}


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo], ids=["a folder", "a pipe"])
def test_what_is_no_file_is_set_aside_without_waiting(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "drafts.json")
    DraftFile(tmp_path).keep(SUMMARY, "new")
    assert names(tmp_path) == ["drafts.json", "drafts.json.unreadable"]
    assert DraftFile(tmp_path).kept(SUMMARY) == "new"


def test_a_full_disk_disturbs_nobody_and_the_next_draft_brings_all(tmp_path: Path, limited: Limited) -> None:
    drafts = DraftFile(tmp_path)
    drafts.keep(SUMMARY, "The ord")
    with limited(resource.RLIMIT_FSIZE, 100):
        drafts.keep(SUMMARY, "The order came late" * 100)
        drafts.keep(CAUSE, "Nobody told")
    assert names(tmp_path) == ["drafts.json"]
    assert DraftFile(tmp_path).kept(SUMMARY) == "The ord"
    assert drafts.kept(SUMMARY) == "The order came late" * 100
    drafts.keep(CAUSE, "Nobody told")
    assert json.loads((tmp_path / "drafts.json").read_text()) == {
        "summary": "The order came late" * 100,
        "whys[1.2].because": "Nobody told",
    }


def test_a_folder_that_vanished_disturbs_nobody(tmp_path: Path) -> None:
    folder = tmp_path / "case"
    folder.mkdir()
    drafts = DraftFile(folder)
    drafts.keep(SUMMARY, "The ord")
    folder.rename(tmp_path / "moved")
    drafts.keep(CAUSE, "Nobody")
    drafts.drop(AnswerKey("other"))
    assert names(tmp_path) == ["moved"]
    (tmp_path / "moved").rename(folder)
    drafts.drop(AnswerKey("other"))
    assert (DraftFile(folder).kept(SUMMARY), DraftFile(folder).kept(CAUSE)) == ("The ord", "Nobody")


def test_a_case_gets_its_folder_when_somebody_types(tmp_path: Path) -> None:
    asked: list[Path] = []

    def folder() -> Path:
        made = tmp_path / "case"
        made.mkdir(exist_ok=True)
        asked.append(made)
        return made

    drafts = DraftFile(folder)
    assert drafts.kept(SUMMARY) is None
    drafts.drop(SUMMARY)
    drafts.keep(SUMMARY, "")
    assert asked == []
    drafts.keep(SUMMARY, "The ord")
    assert names(tmp_path / "case") == ["drafts.json"]


def test_drafts_that_the_folder_turns_out_to_hold_are_kept_below_the_new_ones(tmp_path: Path) -> None:
    former = DraftFile(tmp_path)
    former.keep(SUMMARY, "old")
    former.keep(CAUSE, "Nobody told")
    drafts = DraftFile(lambda: tmp_path)
    drafts.keep(SUMMARY, "new")
    assert (drafts.kept(SUMMARY), drafts.kept(CAUSE)) == ("new", "Nobody told")
    assert DraftFile(tmp_path).kept(CAUSE) == "Nobody told"


def test_a_case_that_cannot_have_a_folder_yet_keeps_its_drafts_till_then(tmp_path: Path) -> None:
    refused = iter([CaseError("the disk is full"), OSError("the disk is gone")])

    def folder() -> Path:
        for error in refused:
            raise error
        return tmp_path

    drafts = DraftFile(folder)
    drafts.keep(SUMMARY, "The ord")
    drafts.keep(CAUSE, "Nobody")
    assert names(tmp_path) == []
    assert drafts.kept(SUMMARY) == "The ord"
    drafts.keep(CAUSE, "Nobody told")
    assert (DraftFile(tmp_path).kept(SUMMARY), DraftFile(tmp_path).kept(CAUSE)) == ("The ord", "Nobody told")
