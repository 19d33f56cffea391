"""What the rules look at: one file, read as far as it can be read."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, Final

from msgspec import Struct, field

from rootcause.expression.syntax import Comparison, Expression, walk
from rootcause.lint.comments import Comment, comments_in
from rootcause.lint.phrases import looked_up
from rootcause.questionnaire.loader import Loaded
from rootcause.questionnaire.model import Question, Questionnaire, Section
from rootcause.questionnaire.place import Place
from rootcause.source.text import SourceText
from rootcause.source.tree import Plain, Tree

if TYPE_CHECKING:
    from rootcause.interview.rehearsal import Rehearsal
    from rootcause.lint.reachability.proving import Proof


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


class Use(enum.Enum):
    """What an expression decides."""

    SECTION_WHEN = "section when"
    WHEN = "when"
    CHECK = "check"
    COMPUTE = "compute"
    DEFAULT = "default"
    STOP_WHEN = "stop_when"


class Written(Struct, frozen=True):
    """An expression and where it stands. `outer` is the list or ladder when the question belongs to a row or rung."""

    expression: Expression
    use: Use
    place: Place
    question: Question | None = None
    outer: Question | None = None
    section: Section | None = None


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


class Context(Struct, frozen=True, dict=True):
    """One file.

    `raw` is the text as it is on the disk, with its byte order mark and its line breaks; `loaded` what came of reading
    it. `settings` are the options of rules that a settings file changes; `before` is the file in an earlier version,
    read with the files that it includes now.
    """

    source: SourceText
    raw: str
    loaded: Loaded
    settings: Mapping[str, Mapping[str, int | list[str]]] = field(default_factory=dict)
    before: Loaded | None = None

    @property
    def tree(self) -> Tree | None:
        """The plain values with their places, None when the text is no YAML of ours."""
        return self.loaded.tree

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong, so that the questionnaire can be asked."""
        return self.loaded.questionnaire is not None

    @property
    def questionnaire(self) -> Questionnaire | None:
        """The questionnaire, also a draft."""
        return self.loaded.draft

    @cached_property
    def root(self) -> Place | None:
        """The place of the whole file."""
        return None if self.tree is None else Place(self.tree)

    @cached_property
    def sections(self) -> tuple[tuple[Section, Place], ...]:
        """Every section with its place, in the order in which they are asked."""
        if self.questionnaire is None:
            return ()
        return tuple(
            (section, self.loaded.sections[section.id])
            for section in self.questionnaire.sections
            if section.id in self.loaded.sections
        )

    @cached_property
    def asked(self) -> tuple[Asked, ...]:
        """Every question with its place, each followed by those of its rows or rungs."""
        found = []
        for section, _ in self.sections:
            for question in section.questions:
                place = self.loaded.places[question.id]
                found.append(Asked(question, place, section))
                found += [Asked(item, _item_place(place, item.id), section, question) for item in question.each]
        return tuple(found)

    @cached_property
    def wordings(self) -> tuple[Wording, ...]:
        """Every text in every language that it has. Texts of a list that questions share come once."""
        return tuple(self._wordings())

    @cached_property
    def by_word(self) -> Mapping[str, Mapping[str, tuple[Wording, ...]]]:
        """By language without its region and by word: the texts that may hold it, as `looked_up` finds them."""
        found: dict[str, list[Wording]] = {}
        for wording in self.wordings:
            found.setdefault(wording.language.partition("-")[0], []).append(wording)
        return {language: looked_up(wordings, language) for language, wordings in found.items()}

    @cached_property
    def translations(self) -> tuple[dict[str, Wording], ...]:
        """Every text by language; nothing where the whole file has one language only."""
        if len({wording.language for wording in self.wordings}) < 2:
            return ()
        return tuple(
            {wording.language: wording for wording in same}
            for _, same in groupby(self.wordings, key=lambda wording: id(wording.whole))
        )

    @cached_property
    def expressions(self) -> tuple[Written, ...]:
        """Every expression that can be read, in the order in which they stand."""
        return tuple(self._expressions())

    @cached_property
    def comparisons(self) -> tuple[tuple[Written, Comparison], ...]:
        """Every comparison in an expression, with the expression."""
        return tuple(
            (written, node)
            for written in self.expressions
            if any(sign in written.expression.text for sign in "=<>")
            for node in walk(written.expression.root)
            if isinstance(node, Comparison)
        )

    @cached_property
    def rehearsals(self) -> tuple[Rehearsal, ...]:
        """What came of each test of the file; none of a draft, which cannot be asked."""
        questionnaire = self.loaded.questionnaire
        if questionnaire is None or not questionnaire.examples:
            return ()
        from rootcause.interview.rehearsal import rehearsals  # with the engine, which takes a while

        return rehearsals(questionnaire)

    @cached_property
    def proof(self) -> Proof:
        """What can be shown by which answers. Raises ValueError for a draft."""
        if self.loaded.questionnaire is None:
            raise ValueError("nothing is proven of a draft")
        from rootcause.lint.reachability.proving import Proof  # only the rules of logic need it

        return Proof(self.loaded.questionnaire)

    @cached_property
    def by_key(self) -> Mapping[str, Asked]:
        """Every question by the name that proofs have for it: `question`, or `list.question` in a row."""
        return {
            asked.question.id if asked.outer is None else f"{asked.outer.id}.{asked.question.id}": asked
            for asked in self.asked
        }

    def with_role(self, *roles: str) -> tuple[Asked, ...]:
        """The questions outside rows and rungs that have one of these roles, in order."""
        return tuple(asked for asked in self._with_any_role if asked.question.role in roles)

    @cached_property
    def _with_any_role(self) -> tuple[Asked, ...]:
        return tuple(asked for asked in self.asked if asked.outer is None and asked.question.role is not None)

    @cached_property
    def comments(self) -> tuple[Comment, ...]:
        """The comments that silence rules, in all files that this one is made of."""
        places = (*self.loaded.sections.values(), *self.loaded.lists.values())
        trees = {place.tree.source.name: place.tree for place in places}
        sources = self.loaded.sources or (self.source,)
        own = {self.source.name: self.tree}
        return tuple(comment for of in sources for comment in comments_in(of, {**trees, **own}.get(of.name)))

    def option(self, rule: str, name: str, default: int) -> int:
        """A number that a settings file may change."""
        value = self.settings.get(rule, {}).get(name, default)
        return value if isinstance(value, int) else default

    def choices_place(self, asked: Asked) -> Place:
        """Where the choices of a question stand, with it or in a list that it shares."""
        written = asked.place.value if asked.question.response.choices else None
        name = written.get("list") if isinstance(written, dict) else None
        shared = self.loaded.lists.get(name) if isinstance(name, str) else None
        return asked.place / "choices" if shared is None else shared

    def _wordings(self) -> Iterator[Wording]:
        questionnaire = self.questionnaire
        if questionnaire is None or self.root is None:
            return
        language = questionnaire.language
        for kind in (Kind.TITLE, Kind.DESCRIPTION, Kind.SOURCE):
            at = self.root / kind.value
            yield from _in_languages(at.value, kind, at, language)
        shared: set[tuple[int, tuple[str | int, ...]]] = set()
        before = None
        for asked in self.asked:
            if asked.section is not before:
                before = asked.section
                at = self.loaded.sections[before.id]
                for kind in (Kind.TITLE, Kind.INTRO):
                    yield from _in_languages((at / kind.value).value, kind, at / kind.value, language)
            yield from _of_question(asked, self.choices_place(asked), shared, language)

    def _expressions(self) -> Iterator[Written]:
        before = None
        for asked in self.asked:
            question, place, outer = asked.question, asked.place, asked.outer
            if asked.section is not before:
                before = asked.section
                if before.when is not None:
                    at = self.loaded.sections[before.id] / "when"
                    yield Written(before.when, Use.SECTION_WHEN, at, section=before)
            for expression, use, at in (
                (question.when, Use.WHEN, place / "when"),
                (question.compute, Use.COMPUTE, place / "compute"),
                (question.default, Use.DEFAULT, place.at("default", "compute")),
                (question.stop_when, Use.STOP_WHEN, place / "stop_when"),
            ):
                if isinstance(expression, Expression):
                    yield Written(expression, use, at, question, outer, asked.section)
            for index, check in enumerate(question.checks):
                at = place / "check"
                at = at / index if isinstance(at.value, list) else at
                yield Written(check.that, Use.CHECK, at / "that", question, outer, asked.section)


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
    for steps, check in enumerated(checks):
        if isinstance(check, dict):
            at = place.at("check", *steps, "else")
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


def enumerated(value: Plain) -> Iterator[tuple[tuple[int, ...], Plain]]:
    """The entries of a list with the step that leads to each; of what may stand alone, itself."""
    if isinstance(value, list):
        for index, one in enumerate(value):
            yield (index,), one
    elif value is not None:
        yield (), value


def _in_languages(
    value: Plain, kind: Kind, place: Place, language: str, question: Question | None = None
) -> Iterator[Wording]:
    if isinstance(value, dict):
        for other, words in value.items():
            yield Wording(str(words), other, kind, place / other, place, question)
    elif value is not None:
        yield Wording(str(value), language, kind, place, place, question)


def _item_place(place: Place, id: str) -> Place:
    written = (place / "each").value
    for index, item in enumerate(written if isinstance(written, list) else ()):
        if isinstance(item, dict) and item.get("id") == id:
            return place.at("each", index)
    return place
