from __future__ import annotations

import os
import random
import shutil
import time
from collections.abc import Callable
from datetime import timedelta

import pytest

from rootcause.case.model import Case
from rootcause.index.reading import Fitted
from rootcause.index.stamps import TICK
from tests.index.made_up import CHOICES, QUESTIONNAIRE, TODAY, Folder, everything, later

NAMES = [f"2026-03-0{number // 2}-case-{number}" for number in range(1, 7)]
WORDS = ["the lock", "the belt", "the door", "the lamp"]  # of one length
# A question that is asked from a day on, and an answer that counts until one.
SUMMARY = 'ask: "What happened?"'
BY_DAY = f"{SUMMARY}, when: \"today > date('2026-05-04')\""
BY_CHECK = f"{SUMMARY}, check: {{that: \"today < date('2026-05-05')\", else: Too late}}"
BROKEN = ["{", "", '{"rootcause_case": 99}', '{"rootcause_case": 1}', "\xff"]


@pytest.fixture
def folder(tmp_path) -> Folder:
    return Folder(tmp_path)


class Walk:
    """What people and programs do to a folder of cases, one thing after the other."""

    def __init__(self, folder: Folder, chance: random.Random) -> None:
        self.folder = folder
        self.chance = chance
        self.day = TODAY
        self.backup = folder.here / "backup"
        self.backup.mkdir()

    def step(self) -> str:
        common = [self.write, self.write_with_its_time_set_back, self.edit_questionnaire, self.edit_what_it_includes]
        rare = [
            self.write,
            self.write_in_place,
            self.write_with_its_time_set_back,
            self.write_several_times,
            self.rename,
            self.copy,
            self.swap,
            self.delete,
            self.restore,
            self.break_one,
            self.touch,
            self.leave_an_empty_folder,
            self.edit_questionnaire,
            self.edit_what_it_includes,
            self.take_questionnaire_away,
            self.ask_something_else,
            self.wait_a_day,
            self.delete_index,
            self.damage_index,
        ]
        chosen = self.chance.choice([*common, *common, *rare])
        chosen()
        return chosen.__name__

    def name(self) -> str:
        return self.chance.choice(NAMES)

    def words(self) -> str:
        return self.chance.choice(WORDS)

    def there(self) -> str | None:
        return self.chance.choice([name for name in NAMES if self.folder.path(name).exists()] or [None])

    def write(self) -> None:
        """As the store does it: a new file takes the place of the former one."""
        name = self.name()
        if (path := self.folder.path(name)).exists():
            path.rename(path.with_suffix(".old"))
            self.folder.write(name, self.words())
            path.with_suffix(".old").unlink()
        else:
            self.folder.write(name, self.words())

    def write_in_place(self) -> None:
        self.folder.write(self.name(), self.words())

    def write_with_its_time_set_back(self) -> None:
        if (name := self.there()) is not None:
            before = self.folder.path(name).stat()
            self.folder.write(name, self.words())
            os.utime(self.folder.path(name), ns=(before.st_atime_ns, before.st_mtime_ns))

    def write_several_times(self) -> None:
        name = self.name()
        for _ in range(3):
            self.folder.write(name, self.words())

    def rename(self) -> None:
        new = self.name()
        if (name := self.there()) is not None and not (self.folder.cases / new).exists():
            (self.folder.cases / name).rename(self.folder.cases / new)

    def copy(self) -> None:
        new = self.name()
        if (name := self.there()) is not None and name != new:
            shutil.copytree(self.folder.cases / name, self.folder.cases / new, dirs_exist_ok=True)

    def swap(self) -> None:
        one, other = self.there(), self.there()
        if one is not None and other is not None and one != other:
            aside = self.folder.cases / ".aside"
            (self.folder.cases / one).rename(aside)
            (self.folder.cases / other).rename(self.folder.cases / one)
            aside.rename(self.folder.cases / other)

    def delete(self) -> None:
        if (name := self.there()) is not None:
            shutil.rmtree(self.backup / name, ignore_errors=True)
            shutil.move(self.folder.cases / name, self.backup / name)

    def restore(self) -> None:
        if kept := sorted(path.name for path in self.backup.iterdir()):
            name = self.chance.choice(kept)
            shutil.copytree(self.backup / name, self.folder.cases / name, dirs_exist_ok=True)

    def break_one(self) -> None:
        if (name := self.there()) is not None:
            self.folder.path(name).write_bytes(self.chance.choice(BROKEN).encode("latin-1"))

    def touch(self) -> None:
        if (name := self.there()) is not None:
            self.folder.path(name).touch()

    def leave_an_empty_folder(self) -> None:
        if (name := self.there()) is not None:
            self.folder.path(name).unlink()

    def edit_questionnaire(self) -> None:
        ask = self.chance.choice([SUMMARY, SUMMARY.replace("happened", "was wrong"), BY_DAY, BY_CHECK])
        self.folder.questionnaire.write_text(QUESTIONNAIRE.replace(SUMMARY, ask))

    def edit_what_it_includes(self) -> None:
        other = self.chance.choice(["customer", "supplier"])
        self.folder.choices.write_text(CHOICES.replace("customer:", f"{other}:"))

    def take_questionnaire_away(self) -> None:
        chosen = self.chance.choice([self.folder.questionnaire, self.folder.choices])
        chosen.unlink(missing_ok=True)

    def ask_something_else(self) -> None:
        self.folder.write(self.name(), self.words(), self.chance.choice(["walk", "nobody-knows"]))

    def wait_a_day(self) -> None:
        self.day += timedelta(self.chance.choice((1, -1)))

    def delete_index(self) -> None:
        shutil.rmtree(self.folder.file.parent, ignore_errors=True)

    def damage_index(self) -> None:
        if self.folder.file.exists():
            data = bytearray(self.folder.file.read_bytes())
            where = self.chance.choice([0, 4096, len(data) - 4096])
            data[where : where + 4096] = b"\0" * len(data[where : where + 4096])
            self.folder.file.write_bytes(data[: self.chance.choice([len(data), len(data) // 2])])


@pytest.fixture(params=["fine", "coarse"])
def clock(request, monkeypatch) -> str:
    """That of the file system; a coarse one shows two changes within two seconds as one, as that of FAT does."""
    if request.param == "coarse":
        look = os.stat
        monkeypatch.setattr(os, "stat", lambda path, **how: Coarse(look(path, **how)))
    return request.param


class Coarse:
    def __init__(self, about: os.stat_result) -> None:
        self._about = about

    def __getattr__(self, name: str) -> object:
        found = getattr(self._about, name)
        return found // TICK * TICK if name in ("st_mtime_ns", "st_ctime_ns") else found


@pytest.mark.parametrize("seed", range(4))
def test_whatever_happens_to_the_files_the_index_says_what_they_say(folder, clock, seed):
    chance = random.Random(f"{clock} {seed}")
    walk = Walk(folder, chance)
    for name in NAMES[:4]:
        folder.write(name, walk.words())
    done, read = [], 0
    for _ in range(50):
        done.append([walk.step() for _ in range(chance.choice((1, 1, 1, 3)))])
        # To one who looks much later, all that was written is old, and only what has changed since is read.
        is_later = clock == "fine" and chance.random() < 0.7
        with folder.index(folder.reader(walk.day), later if is_later else time.time_ns) as index:
            found = everything(index)
        with folder.scanned(walk.day) as fresh:
            assert found == everything(fresh), (seed, done)
        read += len(found["cases"])
        if is_later:
            folder.until_the_clock_ticks()
    assert read > 40


class Meddling:
    """Reads as another does; when a case was read, something happens to its file at once."""

    def __init__(self, folder: Folder, happens: Callable[[], object]) -> None:
        self._reader = folder.reader()
        self._happens = happens
        self.day, self.asked, self.place, self.find = TODAY.isoformat(), *_of(self._reader)
        self.read_cases: list[str] = []

    def read(self, case: Case) -> Fitted:
        self.read_cases.append(case.id)
        self._happens()
        return self._reader.read(case)


def _of(reader):
    return reader.asked, reader.place, reader.find


@pytest.mark.parametrize("clock", ["coarse"], indirect=True)
def test_a_change_within_the_tick_in_which_a_case_was_read_is_seen(folder, clock):
    """Same file, same size, same times: nothing but its content tells."""
    name = "2026-03-01-case"
    folder.write(name, "the lock")
    with folder.index(Meddling(folder, lambda: folder.write(name, "the belt"))):
        pass
    with folder.index() as index:
        assert index.query("SELECT problem FROM cases") == [("the belt",)]


def test_what_has_not_changed_is_not_read_again(folder):
    folder.write("2026-03-01-case", "the lock")
    folder.write("2026-03-02-case", "the belt")
    for changed, read in (
        ([], ["2026-03-01-case", "2026-03-02-case"]),
        ([], []),
        (["2026-03-02-case"], ["2026-03-02-case"]),
        ([], []),
    ):
        folder.until_the_clock_ticks()
        for name in changed:
            folder.write(name, "the door")
        reader = Meddling(folder, lambda: None)
        with folder.index(reader, later):
            assert reader.read_cases == read


def test_a_file_just_written_is_looked_into_but_not_analysed_again(folder):
    folder.write("2026-03-01-case", "the lock")
    with folder.index():
        pass
    reader = Meddling(folder, lambda: None)
    with folder.index(reader) as index:
        assert reader.read_cases == []
        assert len(index.query("SELECT * FROM cases")) == 1


def test_a_case_that_vanishes_while_it_is_read_is_gone(folder):
    folder.write("2026-03-01-case", "the lock")
    folder.write("2026-03-02-case", "the belt")
    reader = Meddling(folder, lambda: shutil.rmtree(folder.cases / "2026-03-02-case", ignore_errors=True))
    with folder.index(reader) as index:
        assert index.query("SELECT case_id FROM cases") == [("2026-03-01-case",)]
        assert index.problems == ()


def test_links_are_not_followed(folder, tmp_path):
    folder.write("2026-03-01-case", "the lock")
    (folder.cases / "2026-03-02-link").symlink_to(folder.cases / "2026-03-01-case")
    (folder.cases / ".hidden").mkdir()
    with folder.index() as index:
        assert index.query("SELECT case_id FROM cases") == [("2026-03-01-case",)]


def test_a_folder_that_is_not_there_has_no_cases(folder):
    folder.cases.rmdir()
    with folder.index() as index:
        assert (index.query("SELECT * FROM cases"), index.problems) == ([], ())


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_case_that_may_not_be_read_is_told_until_it_may(folder):
    path = folder.write("2026-03-01-case", "the lock")
    path.parent.chmod(0)
    with folder.index(now=later) as index:
        assert [one.case_id for one in index.problems] == ["2026-03-01-case"]
    path.parent.chmod(0o700)
    with folder.index(now=later) as index:
        assert index.problems == ()


def test_a_folder_whose_name_is_no_text_is_told(folder):
    folder.write("2026-03-01-case", "the lock")
    name = os.fsdecode(b"2026-03-02-\xff")
    (folder.cases / name).mkdir()
    shutil.copy(folder.path("2026-03-01-case"), folder.path(name))
    for _ in range(2):
        with folder.index(now=later) as index:
            assert len(index.query("SELECT * FROM cases")) == 1
            assert [(one.case_id, one.message) for one in index.problems] == [
                (name, "the name of its folder is not UTF-8")
            ]


def test_a_questionnaire_that_changes_while_cases_are_read_is_read_again(folder):
    folder.write("2026-03-01-case", "the lock")
    other = QUESTIONNAIRE.replace("version: 1.0.0", "version: 1.0.1")
    with folder.index(Meddling(folder, lambda: folder.questionnaire.write_text(other))):
        pass
    with folder.index() as index:
        assert index.query("SELECT questionnaire_version FROM cases") == [("1.0.1",)]


def test_a_questionnaire_that_changes_while_several_processes_read_is_read_again(folder, monkeypatch):
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    for number in range(250):
        folder.write(f"case-{number}", f"the lock {number}")
    other = QUESTIONNAIRE.replace("version: 1.0.0", "version: 1.0.1")
    with folder.index(Meddling(folder, lambda: folder.questionnaire.write_text(other))):
        pass
    with folder.index() as index:
        assert index.query("SELECT DISTINCT questionnaire_version FROM cases") == [("1.0.1",)]


def test_many_cases_are_read_by_several_processes_and_say_the_same(folder, monkeypatch):
    monkeypatch.setattr(os, "cpu_count", lambda: 3)
    for number in range(450):
        folder.write(f"case-{number}", f"the lock {number}", "walk" if number % 50 else "nobody-knows")
    folder.path("case-7").write_text("{")
    with folder.index() as index:
        found = everything(index)
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    with folder.scanned() as fresh:
        assert found == everything(fresh)
    assert len(found["problems"]) == 10


def test_what_a_process_that_was_killed_has_left_is_read_by_this_one(folder, monkeypatch):
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    for number in range(250):
        folder.write(f"case-{number}", f"the lock {number}")
    here = os.getpid()
    reader = Meddling(folder, lambda: None if os.getpid() == here else os._exit(1))
    with folder.index(reader) as index:
        assert index.query("SELECT COUNT(*) FROM cases") == [(250,)]


def test_it_is_told_that_many_are_read(folder, monkeypatch):
    monkeypatch.setattr("rootcause.index.updating.MANY", 3)
    told: list[int] = []
    for number in range(7):
        folder.write(f"case-{number}", f"the lock {number}")
    for _ in range(2):
        with folder.index(now=later, tell=told.append) as index:
            assert index.query("SELECT COUNT(*) FROM cases") == [(7,)]
    assert told == [7]
