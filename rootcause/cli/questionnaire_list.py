"""Questionnaires as lines of a list, for people and for programs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rootcause.cli.output import Json
from rootcause.errors import UnreadableInput
from rootcause.questionnaire.catalog import Catalog, Entry
from rootcause.questionnaire.loader import Loaded

Found = tuple[Entry, Loaded | UnreadableInput]


def in_reach(folder: Path) -> list[Found]:
    """The questionnaires that somebody who works in a folder can name, those with mistakes among them."""
    catalog = Catalog.around(folder)
    return [(entry, _load(catalog, entry)) for entry in catalog.entries()]


def _load(catalog: Catalog, entry: Entry) -> Loaded | UnreadableInput:
    try:
        return catalog.load(str(entry.path))
    except UnreadableInput as error:
        return error


def rows(found: Sequence[Found]) -> list[list[str]]:
    """A row for each questionnaire, below the names of the columns."""
    return [["NAME", "QUESTIONS", "MINUTES", "FROM", "TITLE"], *(_row(*one) for one in found)]


def as_data(entry: Entry, loaded: Loaded | UnreadableInput) -> Json:
    """What a program may want to know of a questionnaire."""
    about: dict[str, Json] = {"name": entry.name, "from": entry.origin, "path": str(entry.path)}
    if isinstance(loaded, UnreadableInput):
        return {**about, "problems": [loaded.message]}
    questionnaire = loaded.questionnaire
    if questionnaire is None:
        return {**about, "problems": [diagnostic.message for diagnostic in loaded.diagnostics]}
    return {
        **about,
        "id": questionnaire.id,
        "version": questionnaire.version,
        "title": questionnaire.title.in_language(None),
        "questions": len(questionnaire.questions),
        "minutes": questionnaire.minutes,
        "languages": list(questionnaire.languages),
    }


def _row(entry: Entry, loaded: Loaded | UnreadableInput) -> list[str]:
    if isinstance(loaded, UnreadableInput):
        return [entry.name, "", "", entry.origin, f"cannot be read: {loaded.message}"]
    questionnaire = loaded.questionnaire
    if questionnaire is None:
        return [entry.name, "", "", entry.origin, f"has mistakes; see: rootcause questionnaires {entry.name}"]
    minutes = "" if questionnaire.minutes is None else str(questionnaire.minutes)
    return [
        entry.name,
        str(len(questionnaire.questions)),
        minutes,
        entry.origin,
        questionnaire.title.in_language(None),
    ]
