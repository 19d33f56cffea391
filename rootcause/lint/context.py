"""What the rules look at: one file, read as far as it can be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import Struct, field

from rootcause.expression.syntax import Comparison, walk
from rootcause.lint.asked import Asked, asked_in, choices_place
from rootcause.lint.expressions import Written, expressions_in
from rootcause.lint.silencing.comments import Comment, comments_in
from rootcause.lint.texts import Wording, wordings_in
from rootcause.lint.wording import BOOK
from rootcause.questionnaire.loader import Loaded
from rootcause.questionnaire.model import Question, Questionnaire, Section
from rootcause.questionnaire.place import Place
from rootcause.source.text import SourceText
from rootcause.source.tree import Tree

if TYPE_CHECKING:
    from rootcause.interview.rehearsal import Rehearsal
    from rootcause.lint.reachability.proving import Proof


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
        return asked_in((section for section, _ in self.sections), self.loaded.places)

    @cached_property
    def wordings(self) -> tuple[Wording, ...]:
        """Every text in every language that it has. Texts of a list that questions share come once."""
        return tuple(wordings_in(self.loaded, self.asked))

    @cached_property
    def by_word(self) -> Mapping[str, Mapping[str, tuple[Wording, ...]]]:
        """By language without its region and by word: the texts that may hold it (`PhraseBook.looked_up`)."""
        found: dict[str, list[Wording]] = {}
        for wording in self.wordings:
            found.setdefault(wording.language.partition("-")[0], []).append(wording)
        return {language: BOOK.looked_up(wordings, language) for language, wordings in found.items()}

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
        return tuple(expressions_in(self.asked, self.loaded.sections))

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

    def offered(self, asked: Iterable[Asked]) -> Iterator[tuple[Place, Question]]:
        """Where the choices of these questions stand, with a question that has them; those that several share once."""
        told = set()
        for one in asked:
            place = choices_place(one, self.loaded.lists)
            where = place.tree.source.name, place.route
            if where not in told:
                told.add(where)
                yield place, one.question
