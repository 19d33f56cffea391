"""Answers that are still being typed, kept beside the case so that a crash takes no word of them."""

from __future__ import annotations

import contextlib
import itertools
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from rootcause.case.atomic import write_atomic
from rootcause.case.bounded import read_text
from rootcause.errors import CaseError
from rootcause.interview.answers import AnswerKey
from rootcause.interview.keys import parse_key

DRAFTS_FILE = "drafts.json"
_SET_ASIDE = f"{DRAFTS_FILE}.unreadable"


class DraftFile:
    """The drafts of one case, text by key, in a file that is there only while there are any.

    `folder` is that of the case, whose lock the caller holds. A callable is for a case that has no folder yet: it is
    called when the first draft is kept, and not before, so only somebody who types makes one.

    What the disk refuses is not reported: losing a draft must not disturb the one who types it. It stays in memory, and
    every later call tries again. A file that cannot be read is not written over but set aside.

    Each draft goes to the disk as the answers do. That costs 1 ms for 1 kB and 9 ms for 1 MB, of which the wait for the
    disk (fsync), which a power cut makes worth while, is half a millisecond; so it may follow the typing.
    """

    def __init__(self, folder: Callable[[], Path] | Path) -> None:
        self._folder = folder
        self._texts: dict[str, str] = {}
        self._is_read = False
        self._is_saved = True

    def kept(self, key: AnswerKey) -> str | None:
        """What was typed to that question and not sent off."""
        if not self._is_read and isinstance(self._folder, Path):
            self._take_up(self._folder / DRAFTS_FILE)
        return self._texts.get(str(key))

    def keep(self, key: AnswerKey, text: str) -> None:
        """Put what was typed so far in place of what was kept before; an empty text is no draft."""
        if not text:
            self.drop(key)
        elif self.kept(key) != text or not self._is_saved:
            self._texts[str(key)] = text
            self._save()

    def drop(self, key: AnswerKey) -> None:
        """Forget what was typed to that question, because it was sent off or is not wanted."""
        if self.kept(key) is not None or not self._is_saved:
            self._texts.pop(str(key), None)
            self._save()

    @property
    def unsaved(self) -> Mapping[str, str]:
        """The drafts, by key, when the disk would not take them; else none."""
        return {} if self._is_saved else dict(self._texts)

    def rename(self, renamed: Mapping[AnswerKey, AnswerKey]) -> None:
        """Put drafts under the new keys of their questions, unless there is one already."""
        for former, key in renamed.items():
            text = self.kept(former)
            if text is not None and self.kept(key) is None:
                self.keep(key, text)
                self.drop(former)

    def keys(self) -> tuple[AnswerKey, ...]:
        """The questions that have a draft."""
        if not self._is_read and isinstance(self._folder, Path):
            self._take_up(self._folder / DRAFTS_FILE)
        return tuple(key for text in self._texts if (key := parse_key(text)) is not None)

    def _save(self) -> None:
        self._is_saved = False
        with contextlib.suppress(CaseError, OSError):
            folder = self._folder if isinstance(self._folder, Path) else self._folder()
            path = folder / DRAFTS_FILE
            if not self._is_read:
                self._take_up(path)
            if self._is_read:
                _write(path, self._texts)
                self._is_saved = True

    def _take_up(self, path: Path) -> None:
        """Read what an earlier session left; what was typed in this one counts more."""
        with contextlib.suppress(OSError):
            found = _read(path)
            if found is None:
                path.rename(_free_name(path))
            self._texts = {**(found or {}), **self._texts}
            self._is_read = True


def _read(path: Path) -> dict[str, str] | None:
    """The drafts in a file; None when there is something else in it."""
    try:
        found = json.loads(read_text(path))
    except CaseError as error:
        return {} if isinstance(error.__cause__, FileNotFoundError) else None
    except (ValueError, RecursionError):
        return None
    is_ours = isinstance(found, dict) and all(isinstance(text, str) for text in found.values())
    return found if is_ours else None


def _write(path: Path, texts: dict[str, str]) -> None:
    if texts:
        # Half a character becomes the escape that JSON has for it: what was pasted is kept as it came.
        write_atomic(path, json.dumps(texts, ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace"))
    else:
        path.unlink(missing_ok=True)


def drafts_set_aside(cases: Path) -> Sequence[Path]:
    """The files of drafts that nobody could read, in the folders of all cases."""
    return sorted(cases.glob(f"*/{_SET_ASIDE}*"))


def _free_name(path: Path) -> Path:
    """A name beside a file for setting it aside, where nothing is written over."""
    names = itertools.chain([""], (f"-{number}" for number in itertools.count(2)))
    beside = (path.with_name(f"{_SET_ASIDE}{number}") for number in names)
    return next(name for name in beside if not (name.exists() or name.is_symlink()))
