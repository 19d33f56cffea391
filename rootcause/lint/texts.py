"""The texts of a file, in every language that they have."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from rootcause.lint.asked import Asked, check_place, choices_place
from rootcause.questionnaire.loader import Loaded
from rootcause.questionnaire.model import Question
from rootcause.questionnaire.place import Place
from rootcause.source.tree import Plain


class Kind(enum.Enum):
    """Where a text stands, which says who reads it and when."""

    TITLE = "title"  # of the questionnaire or of a section
    DESCRIPTION = "description"
    SOURCE = "source"
    INTRO = "intro"
    ASK = "ask"  # also `next` of a ladder
    LABEL = "label"
    HINT = "hint"
    CHOICE = "choice"  # the label of one
    CHOICE_HINT = "choice hint"
    STEP = "step"  # a label of a scale
    UNIT = "unit"
    ELSE = "else"


class Wording(Struct, frozen=True):
    """A text in one language; `place` is where it stands as a scalar, `whole` where it stands in all its languages."""

    text: str
    language: str
    kind: Kind
    place: Place
    whole: Place
    question: Question | None = None


def wordings_in(loaded: Loaded, asked: Sequence[Asked]) -> Iterator[Wording]:
    """Every text in every language that it has. Texts of a list that questions share come once."""
    if loaded.draft is None or loaded.tree is None:
        return
    language, root = loaded.draft.language, Place(loaded.tree)
    for kind in (Kind.TITLE, Kind.DESCRIPTION, Kind.SOURCE):
        at = root / kind.value
        yield from _in_languages(at.value, kind, at, language)
    shared: set[tuple[int, tuple[str | int, ...]]] = set()
    before = None
    for one in asked:
        if one.section is not before:
            before = one.section
            at = loaded.sections[before.id]
            for kind in (Kind.TITLE, Kind.INTRO):
                yield from _in_languages((at / kind.value).value, kind, at / kind.value, language)
        yield from _of_question(one, choices_place(one, loaded.lists), shared, language)


_OF_QUESTION: Final = (
    ("ask", Kind.ASK),
    ("label", Kind.LABEL),
    ("hint", Kind.HINT),
    ("next", Kind.ASK),
    ("unit", Kind.UNIT),
)


def _of_question(
    asked: Asked, choices: Place, shared: set[tuple[int, tuple[str | int, ...]]], language: str
) -> Iterator[Wording]:
    question, place = asked.question, asked.place
    written = place.value
    if not isinstance(written, dict):
        return
    for key, kind in _OF_QUESTION:
        if key in written:
            yield from _in_languages(written[key], kind, place / key, language, question)
    labels, checks = written.get("labels"), written.get("check")
    for step, text in labels.items() if isinstance(labels, dict) else ():
        yield from _in_languages(text, Kind.STEP, place.at("labels", step), language, question)
    for index, check in enumerate(checks if isinstance(checks, list) else [checks]):
        if isinstance(check, dict):
            at = check_place(place, index) / "else"
            yield from _in_languages(check.get("else"), Kind.ELSE, at, language, question)
    of_choices = id(choices.tree), choices.route
    if question.response.choices and of_choices not in shared:
        shared.add(of_choices)
        offered = choices.value
        for name, choice in offered.items() if isinstance(offered, dict) else ():
            at = choices / name
            if isinstance(choice, dict) and ("label" in choice or "hint" in choice):
                yield from _in_languages(choice.get("label"), Kind.CHOICE, at / "label", language, question)
                yield from _in_languages(choice.get("hint"), Kind.CHOICE_HINT, at / "hint", language, question)
            else:
                yield from _in_languages(choice, Kind.CHOICE, at, language, question)


def _in_languages(
    value: Plain, kind: Kind, place: Place, language: str, question: Question | None = None
) -> Iterator[Wording]:
    if isinstance(value, dict):
        for other, words in value.items():
            yield Wording(str(words), other, kind, place / other, place, question)
    elif value is not None:
        yield Wording(str(value), language, kind, place, place, question)
