"""What somebody asks of `rootcause check`."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from rootcause.cli.whereabouts import store_at
from rootcause.errors import RootcauseError


def words(given: Iterable[str] | None) -> tuple[str, ...]:
    """Checks may stand behind one option, with commas between them, or behind several."""
    return tuple(word.strip() for one in given or () for word in one.split(",") if word.strip())


class Request(Struct, frozen=True):
    """The options of the command. `folder` is the folder of cases that an option says; `by` is who waives."""

    cases: tuple[str, ...]
    every: bool = False
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    format: str = "text"
    fail_on: str = "error"
    waived: bool = False
    statistics: bool = False
    folder: str | None = None
    by: str | None = None

    def refuse_contradictions(
        self, *, waive: str | None, unwaive: str | None, at: str | None, because: str | None
    ) -> None:
        """Raise RootcauseError for options that do not go together."""
        if waive is not None and unwaive is not None:
            raise RootcauseError("--waive and --unwaive are opposites", hint="do one after the other")
        if at is not None and waive is None and unwaive is None:
            raise RootcauseError("--at says where to waive a finding", hint="add --waive CHECK or --unwaive CHECK")
        if because is not None and waive is None:
            raise RootcauseError("--because says why a finding may stand", hint="add --waive CHECK")

    def references(self) -> tuple[str, ...]:
        """The cases to look at.

        Raises RootcauseError when none is named, some are beside all, or there is no folder with cases: a wrong path
        must not look like cases in which nothing was found.
        """
        if self.every:
            if self.cases:
                raise RootcauseError("--all are all cases already", hint="leave out --all, or the names")
            store = store_at(self.folder)
            if not store.root.is_dir():
                raise RootcauseError(f"there is no folder {store.root}", hint="say where the cases are with --cases")
            return tuple(store.ids())
        if not self.cases:
            raise RootcauseError("which case?", hint="name one, or give --all; `rootcause cases` lists them")
        return tuple(dict.fromkeys(self.cases))

    def reference(self) -> str:
        """The one case that is meant. Raises RootcauseError when there are more, or none."""
        if self.every or len(self.cases) != 1:
            raise RootcauseError("a finding is let stand in one case", hint="name that case")
        return self.cases[0]
