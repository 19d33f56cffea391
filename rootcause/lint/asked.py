"""The questions of a file, and the places where they and their parts stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from rootcause.questionnaire.model import Question, Section
from rootcause.questionnaire.place import Place


class Asked(Struct, frozen=True):
    """A question and where it stands. `outer` is the list or ladder that it belongs to, when it does."""

    question: Question
    place: Place
    section: Section
    outer: Question | None = None

    @property
    def private(self) -> bool:
        """Whether the answer is left out of what is given to customers, by itself or with its whole list."""
        return self.question.private or (self.outer is not None and self.outer.private)


def asked_in(sections: Iterable[Section], places: Mapping[str, Place]) -> tuple[Asked, ...]:
    """Every question with its place, each followed by those of its rows or rungs."""
    found = []
    for section in sections:
        for question in section.questions:
            place = places[question.id]
            found.append(Asked(question, place, section))
            found += [Asked(item, _item_place(place, item.id), section, question) for item in question.each]
    return tuple(found)


def choices_place(asked: Asked, lists: Mapping[str, Place]) -> Place:
    """Where the choices of a question stand, with it or in a list that it shares."""
    written = asked.place.value if asked.question.response.choices else None
    name = written.get("list") if isinstance(written, dict) else None
    shared = lists.get(name) if isinstance(name, str) else None
    return asked.place / "choices" if shared is None else shared


def check_place(question: Place, index: int) -> Place:
    """Where a check of a question stands, in a list or alone."""
    checks = question / "check"
    return checks / index if isinstance(checks.value, list) else checks


def _item_place(place: Place, id: str) -> Place:
    written = (place / "each").value
    for index, item in enumerate(written if isinstance(written, list) else ()):
        if isinstance(item, dict) and item.get("id") == id:
            return place.at("each", index)
    return place
