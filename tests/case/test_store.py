import os
import resource
import stat
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from rootcause.case.changes import updated
from rootcause.case.draft import DraftFile
from rootcause.case.model import Case, Event, QuestionnaireRef, What
from rootcause.case.store import CaseStore, CaseSummary
from rootcause.errors import CaseError
from rootcause.interview.answers import Answer, AnswerKey, Rows, State

NOW = datetime(2026, 1, 9, 10, tzinfo=UTC)
SUMMARY, WHERE = AnswerKey("summary"), AnswerKey("where")
Limited = Callable[[int, int], AbstractContextManager[None]]


@pytest.fixture
def store(tmp_path: Path) -> CaseStore:
    return CaseStore(tmp_path / "cases", patience=0)


def a_draft(title: str = "Late", at: AnswerKey | None = SUMMARY) -> Case:
    return Case("", title, QuestionnaireRef("late-delivery", "1.0.0", "sha256:0"), NOW, by="Jo", at=at)


def begun(store: CaseStore, title: str = "Late", at: AnswerKey | None = SUMMARY) -> str:
    with store.create(a_draft(title, at)) as opened:
        return opened.case.id


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_case_is_on_the_disk_at_once(store: CaseStore) -> None:
    with store.create(a_draft("Late again")) as opened:
        assert opened.case == replace(a_draft("Late again"), id="2026-01-09-late-again")
        assert store.read("2026-01-09-late-again") == opened.case
        assert opened.folder == store.root / "2026-01-09-late-again"


def test_the_interview_goes_on_at_the_exact_question(store: CaseStore) -> None:
    answers = {SUMMARY: Answer(State.ANSWERED, "late")}
    with store.create(a_draft()) as opened:
        opened.save(replace(opened.case, answers=answers, at=WHERE))
    with store.open("late") as opened:
        assert (opened.case.answers, opened.case.at) == (answers, WHERE)


def test_a_taken_name_gets_a_number(store: CaseStore) -> None:
    assert [begun(store) for _ in range(3)] == ["2026-01-09-late", "2026-01-09-late-2", "2026-01-09-late-3"]


@pytest.mark.parametrize("mask", [0, 0o022, 0o777], ids=oct)
def test_everything_is_private_whatever_the_umask(store: CaseStore, mask: int) -> None:
    former = os.umask(mask)
    try:
        id = begun(store)
    finally:
        os.umask(former)
    assert mode(store.root) == 0o700
    assert mode(store.root / id) == 0o700
    assert {entry.name: mode(entry) for entry in (store.root / id).iterdir()} == {"case.json": 0o600, ".lock": 0o600}


@pytest.mark.parametrize("title", ["../../evil", "/etc/passwd", "..", "a/b", "\0", "CON", "x" * 10_000, "納品"])
def test_no_title_leads_out_of_the_folder_of_cases(store: CaseStore, title: str) -> None:
    id = begun(store, title)
    assert [entry.name for entry in store.root.iterdir()] == [id]
    assert store.read(id).title == title


def test_a_title_that_no_file_can_hold_leaves_no_folder_behind(store: CaseStore) -> None:
    with pytest.raises(CaseError, match="title holds half a character"):
        store.create(a_draft("a\udc80"))
    assert list(store.root.iterdir()) == []


def test_cases_below_a_file_cannot_begin(tmp_path: Path) -> None:
    (tmp_path / "cases").write_text("")
    with pytest.raises(CaseError, match=r"could not begin a case in .*cases: a part of its path is a file"):
        CaseStore(tmp_path / "cases").create(a_draft())


def test_only_one_at_a_time_may_change_a_case_but_all_may_look(store: CaseStore) -> None:
    with store.create(a_draft()) as opened:
        with pytest.raises(CaseError, match='another rootcause is working on the case "2026-01-09-late"') as caught:
            store.open("late")
        assert caught.value.hint
        with pytest.raises(CaseError, match="another rootcause is working"):
            store.delete(opened.case.id)
        assert store.read("late") == opened.case
    store.open("late").close()


def test_a_closed_case_cannot_be_saved(store: CaseStore) -> None:
    with store.create(a_draft()) as opened:
        pass
    with pytest.raises(ValueError, match="was closed"):
        opened.save(opened.case)
    opened.close()


def test_a_save_into_a_folder_that_is_gone_says_so(store: CaseStore) -> None:
    with store.create(a_draft()) as opened:
        opened.folder.rename(store.root / "moved")
        with pytest.raises(CaseError, match=r"could not save .*: it is not there") as caught:
            opened.save(opened.case)
        assert caught.value.hint == "check whether its folder was moved or deleted"


def test_after_a_save_that_failed_the_next_one_is_complete(store: CaseStore, limited: Limited) -> None:
    with store.create(a_draft()) as opened:
        first = updated(opened.case, {SUMMARY: Answer(State.ANSWERED, "late")}, at=WHERE, now=NOW)
        opened.save(first)
        second = updated(first, {SUMMARY: Answer(State.ANSWERED, "broken" * 200)}, at=WHERE, now=NOW)
        with limited(resource.RLIMIT_FSIZE, 600):
            for _ in range(2):
                with pytest.raises(CaseError, match=r"could not save .* what was saved before is untouched"):
                    opened.save(second)
        assert opened.case == store.read("late") == first
        third = updated(second, {**second.answers, WHERE: Answer(State.UNKNOWN)}, at=None, now=NOW)
        opened.save(third)
        assert opened.case == store.read("late") == third
        assert [event.what for event in third.history] == [What.ANSWERED, What.CHANGED, What.UNKNOWN]
        assert sorted(entry.name for entry in opened.folder.iterdir()) == [".lock", "case.json"]


def test_a_case_that_could_not_be_made_can_be_made_later(store: CaseStore, limited: Limited) -> None:
    with limited(resource.RLIMIT_FSIZE, 100), pytest.raises(CaseError, match="could not save"):
        store.create(a_draft())
    assert list(store.root.iterdir()) == []
    assert begun(store) == "2026-01-09-late"


def test_what_a_killed_writer_left_is_removed_when_the_case_is_opened(store: CaseStore) -> None:
    id = begun(store)
    for name in (".case.json.4711.00c0ffee.tmp", ".drafts.json.4711.00c0ffee.tmp"):
        (store.root / id / name).write_text("half")
    store.open(id).close()
    assert sorted(entry.name for entry in (store.root / id).iterdir()) == [".lock", "case.json"]


def test_a_case_that_cannot_be_read_is_free_again(store: CaseStore) -> None:
    id = begun(store)
    text = (store.root / id / "case.json").read_text()
    (store.root / id / "case.json").write_text(text[:100])
    with pytest.raises(CaseError, match=r"2026-01-09-late/case\.json:5:\d+: the file ends in the middle"):
        store.open(id)
    (store.root / id / "case.json").write_text(text)
    store.open(id).close()


def test_a_lock_that_cannot_be_made_is_named(store: CaseStore) -> None:
    id = begun(store)
    (store.root / id / ".lock").unlink()
    (store.root / id / ".lock").mkdir()
    with pytest.raises(CaseError, match=r"could not lock .*\.lock: it is a folder"):
        store.open(id)


def test_the_name_of_the_folder_is_the_id(store: CaseStore) -> None:
    id = begun(store)
    (store.root / id).rename(store.root / "the Möbel case")
    with store.open("möbel") as opened:
        assert opened.case.id == "the Möbel case"
        opened.save(opened.case)
    assert store.read("the Möbel case").id == "the Möbel case"


FOUND = {
    "2026-01-09-late": "2026-01-09-late",
    "2026-01-09-late-2": "2026-01-09-late-2",
    "2026-01-09-b": "2026-01-09-broken",
    "BROKEN": "2026-01-09-broken",
    "late-2": "2026-01-09-late-2",
}


@pytest.mark.parametrize("text", FOUND)
def test_a_case_is_found_by_its_id_its_beginning_or_a_part(store: CaseStore, text: str) -> None:
    for title in ("Late", "Late", "Broken"):
        begun(store, title)
    assert store.find(text) == FOUND[text]


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("lat", '"lat" fits 2 cases: 2026-01-09-late, 2026-01-09-late-2', "give more of the name"),
        ("2026", '"2026" fits 3 cases: 2026-01-09-broken, 2026-01-09-late', "give more of the name"),
        ("2026-01-09-brokne", 'no case "2026-01-09-brokne" in ', 'did you mean "2026-01-09-broken"?'),
        ("zzz", 'no case "zzz" in ', "list them with: rootcause cases"),
        ("", 'no case "" in ', "list them with: rootcause cases"),
        ("\0", 'no case "\0" in ', "list them with: rootcause cases"),
        ("x" * 5000, 'no case "xxx', "list them with: rootcause cases"),
    ],
    ids=["two", "all", "misspelt", "none", "empty", "control character", "endless"],
)
def test_what_names_no_case_or_several_says_how_to_go_on(store: CaseStore, text: str, message: str, hint: str) -> None:
    for title in ("Late", "Late", "Broken"):
        begun(store, title)
    with pytest.raises(CaseError) as caught:
        store.open(text)
    assert caught.value.message.startswith(message)
    assert caught.value.hint == hint


def test_without_cases_the_way_to_the_first_is_shown(store: CaseStore) -> None:
    assert store.list() == []
    assert store.latest(lambda case: case.unfinished) is None
    with pytest.raises(CaseError, match="holds no cases") as caught:
        store.read("late")
    assert caught.value.hint == "begin one with: rootcause triage"


def test_the_path_of_a_case_may_be_given(store: CaseStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    id = begun(store)
    elsewhere = CaseStore(tmp_path / "other")
    monkeypatch.chdir(store.root / id)
    for path in (store.root / id, store.root / id / "case.json", f"{store.root / id}/", ".", f"../{id}"):
        assert elsewhere.read(path).id == id


@pytest.mark.parametrize(
    "path", ["..", "../..", "/", "/etc/passwd", "./none", "none/case.json", "a\0/b", "/" + "x" * 5000], ids=repr
)
def test_a_path_without_a_case_is_refused(
    store: CaseStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    begun(store)
    monkeypatch.chdir(tmp_path)
    for use in (store.open, store.read):
        with pytest.raises(CaseError) as caught:
            use(path)
        assert caught.value.hint


def test_a_list_shows_broken_cases_beside_the_others(store: CaseStore) -> None:
    with store.create(a_draft("Whole")) as opened:
        states = [State.ANSWERED, State.ANSWERED, State.UNKNOWN, State.DEFERRED, State.SKIPPED]
        answers = {
            AnswerKey(f"q{number}"): Answer(state, "x" if state is State.ANSWERED else None)
            for number, state in enumerate(states)
        }
        opened.save(replace(opened.case, answers=answers))
    broken = begun(store, "Broken")
    (store.root / broken / "case.json").write_text("{")
    first, second = store.list()
    assert (first.id, first.title) == (broken, None)
    assert first.problem is not None
    assert first.problem.endswith(
        "case.json:1:2: the file ends in the middle, or a quote is missing; expected the rest of the case"
    )
    assert second == CaseSummary(
        id="2026-01-09-whole",
        title="Whole",
        questionnaire="late-delivery",
        begun=NOW,
        answered=2,
        unknown=1,
        deferred=1,
        unfinished=True,
    )


def test_a_list_does_not_count_beside_the_answers_in_its_rows(store: CaseStore) -> None:
    with store.create(a_draft()) as opened:
        answers = {
            AnswerKey("actions"): Answer(State.ANSWERED, Rows(((1,), (2,)), closed=True)),
            AnswerKey("actions.what", (1,)): Answer(State.ANSWERED, "Call"),
            AnswerKey("actions.what", (2,)): Answer(State.ANSWERED, "Ask"),
        }
        opened.save(replace(opened.case, answers=answers))
    (summary,) = store.list()
    assert summary.answered == 2


def test_other_files_and_folders_are_no_cases(store: CaseStore, tmp_path: Path) -> None:
    id = begun(store)
    (store.root / "notes.txt").write_text("")
    (store.root / "2026-01-09-killed-at-birth").mkdir()
    (store.root / ".trash").mkdir()
    (store.root / ".trash" / "case.json").write_text("{}")
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "case.json").write_text("{}")
    (store.root / "link").symlink_to(tmp_path / "outside")
    assert store.ids() == [id]


def test_the_latest_unfinished_case_is_the_one_saved_last(store: CaseStore) -> None:
    names = [begun(store, "First"), begun(store, "Second"), begun(store, "Broken")]
    with store.create(a_draft("Done", at=None)) as opened:
        done = opened.case.id
        opened.save(replace(opened.case, history=(Event(NOW, "Jo", What.ANSWERED, SUMMARY),)))
    (store.root / names[2] / "case.json").write_text("{")
    for age, id in enumerate([done, names[2], names[0], names[1]]):
        os.utime(store.root / id / "case.json", (1_000_000 - age, 1_000_000 - age))
    assert store.latest(lambda case: case.unfinished) == names[0]


def test_a_deleted_case_is_gone_with_all_its_files_and_no_others(store: CaseStore, tmp_path: Path) -> None:
    id, other = begun(store, "Late"), begun(store, "Other")
    precious = tmp_path / "precious"
    precious.mkdir()
    (precious / "file").write_text("keep")
    folder = store.root / id
    (folder / "report.md").write_text("")
    DraftFile(folder).keep(SUMMARY, "half an ans")
    assert store.ids() == [id, other]
    (folder / "evidence" / "deep").mkdir(parents=True)
    (folder / "evidence" / "deep" / "photo.jpg").write_text("")
    (folder / "evidence" / "link").symlink_to(precious)
    (folder / "link").symlink_to(precious)
    store.delete(id)
    assert store.ids() == [other]
    assert not folder.exists()
    assert (precious / "file").read_text() == "keep"


@pytest.mark.parametrize("id", ["lat", "..", "../outside", "", "link"])
def test_only_an_exact_id_is_deleted(store: CaseStore, tmp_path: Path, id: str) -> None:
    begun(store)
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "case.json").write_text("{}")
    (store.root / "link").symlink_to(tmp_path / "outside")
    with pytest.raises(CaseError, match="no case "):
        store.delete(id)
    assert (tmp_path / "outside" / "case.json").exists()
    assert store.ids() == ["2026-01-09-late"]


def test_a_broken_case_can_be_deleted(store: CaseStore) -> None:
    id = begun(store)
    (store.root / id / "case.json").write_text("{")
    store.delete(id)
    assert store.ids() == []
