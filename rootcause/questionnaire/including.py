"""Brings in the files that a questionnaire includes: their lists, and their sections where an entry asks for them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePosixPath

from msgspec import Struct, field
from msgspec.structs import replace

from rootcause.errors import RootcauseError
from rootcause.questionnaire.mending import instead
from rootcause.questionnaire.place import Place
from rootcause.questionnaire.shape import fragment_at
from rootcause.questionnaire.written import ChoiceDoc, FragmentDoc, IncludeDoc, SectionDoc
from rootcause.source.diagnostic import Diagnostic
from rootcause.source.nearest import nearest
from rootcause.source.text import SourceText
from rootcause.source.tree import parse_tree

Resolve = Callable[[str], SourceText]
"""Reads a file by its name relative to the questionnaire. Raises `UnreadableInput` when it cannot."""

_FILES_AT_MOST = 50
_ENTRIES_AT_MOST = 2_000  # of `sections`, counted again each time their file is included


class Gathered(Struct):
    """The sections and lists of all files, each with its place, in the order in which they are asked.

    With `diagnostics` something is missing; what is only `minor` has left nothing out.
    """

    sections: list[tuple[SectionDoc, Place]] = field(default_factory=list)
    lists: dict[str, tuple[Mapping[str, ChoiceDoc], Place]] = field(default_factory=dict)
    sources: list[SourceText] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    minor: list[Diagnostic] = field(default_factory=list)


def gather(document: FragmentDoc, place: Place, resolve: Resolve | None) -> Gathered:
    """Everything that a questionnaire consists of, its includes brought in."""
    gathering = _Gathering(resolve)
    gathering.found.sources.append(place.tree.source)
    gathering.take(document, place, (PurePosixPath(place.tree.source.name).name,))
    return gathering.found


class _Gathering:
    def __init__(self, resolve: Resolve | None) -> None:
        self.found = Gathered()
        self._resolve = resolve
        self._read: dict[str, tuple[FragmentDoc, Place] | None] = {}
        self._listed: set[str] = set()
        self._entries = 0

    def take(self, document: FragmentDoc, place: Place, path: tuple[str, ...]) -> None:
        """The lists of a file and of the files it includes, then its sections."""
        self._take_lists(document, place, path)
        for index, entry in enumerate(document.sections):
            at = place.at("sections", index)
            if not self._has_room(at):
                return
            if isinstance(entry, IncludeDoc):
                self._take_sections(entry, at, path)
            else:
                self.found.sections.append((entry, at))

    def _has_room(self, place: Place) -> bool:
        self._entries += 1
        if self._entries == _ENTRIES_AT_MOST + 1:
            message = f"more than {_ENTRIES_AT_MOST:,} sections and includes come together here"
            self.found.diagnostics.append(place.error("bad-include", message, "include each file once"))
        return self._entries <= _ENTRIES_AT_MOST

    def _take_lists(self, document: FragmentDoc, place: Place, path: tuple[str, ...]) -> None:
        if path[-1] in self._listed:
            return
        self._listed.add(path[-1])
        for index, written in enumerate(document.include):
            at = place / "include"
            included = self._include(written, at / index if isinstance(at.value, list) else at, path)
            if included is not None:
                inner, inner_place, name = included
                self._take_lists(inner, inner_place, (*path, name))
        for name, choices in document.lists.items():
            at = place.at("lists", name)
            known = self.found.lists.get(name)
            if known is not None and known[1] != at:
                problem = at.key_error("duplicate-list", f'there is a list "{name}" already', "give one another name")
                self.found.diagnostics.append(replace(problem, labels=(known[1].label("the other one"),)))
            else:
                self.found.lists[name] = choices, at

    def _take_sections(self, entry: IncludeDoc, place: Place, path: tuple[str, ...]) -> None:
        included = self._include(entry.include, place / "include", path)
        if included is None:
            return
        document, at, name = included
        inner = (*path, name)
        if entry.sections is None:
            self.take(document, at, inner)
            return
        self._take_lists(document, at, inner)
        there = {
            section.id: (section, at.at("sections", index))
            for index, section in enumerate(document.sections)
            if not isinstance(section, IncludeDoc)
        }
        for index, id in enumerate(entry.sections):
            if not self._has_room(place.at("sections", index)):
                return
            if id in there:
                self.found.sections.append(there[id])
            else:
                self.found.diagnostics.append(_no_section(place.at("sections", index), id, entry.include, list(there)))

    def _include(self, name: str, place: Place, path: tuple[str, ...]) -> tuple[FragmentDoc, Place, str] | None:
        name = str(PurePosixPath(path[-1]).parent / name)
        if name in path:
            steps = " -> ".join((*path[path.index(name) :], name))
            problem = place.error("include-cycle", f"the files include each other: {steps}", "take one include out")
            self.found.diagnostics.append(problem)
            return None
        if name not in self._read:
            self._read[name] = self._load(name, place)
        read = self._read[name]
        return None if read is None else (*read, name)

    def _load(self, name: str, place: Place) -> tuple[FragmentDoc, Place] | None:
        complaint = self._refusal(name)
        if complaint is None and self._resolve is not None:
            try:
                source = self._resolve(name)
            except RootcauseError as error:
                complaint = (error.message, error.hint)
        if complaint is not None or self._resolve is None:
            message, help = complaint or ("nothing can be included here", None)
            self.found.diagnostics.append(place.error("bad-include", message, help))
            return None
        self.found.sources.append(source)
        tree, problems = parse_tree(source)
        self.found.diagnostics += problems
        if tree is None:
            return None
        document, problems = fragment_at(Place(tree))
        if document is None:
            self.found.diagnostics += problems
            return None
        self.found.minor += problems
        return document, Place(tree)

    def _refusal(self, name: str) -> tuple[str, str | None] | None:
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name:
            return f'"{name}" lies outside the folder of this file', "include a file beside it or below it"
        if len(self.found.sources) >= _FILES_AT_MOST:
            return f"more than {_FILES_AT_MOST} files are included", "bring some of them together"
        if self._resolve is None:
            return f'"{name}" cannot be included: this text has no folder', "read the questionnaire from a file"
        return None


def _no_section(place: Place, id: str, file: str, there: Sequence[str]) -> Diagnostic:
    near = nearest(id, there)
    help = f'did you mean "{near}"?' if near else f"it has {', '.join(there) or 'no sections'}"
    return place.error("unknown-section", f'"{file}" has no section "{id}"', help, fix=instead(place, near))
