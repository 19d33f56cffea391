"""Looks for the phrases of a list in the texts of a file, in the language of each text."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from rootcause.lint.context import Context
from rootcause.lint.texts import Kind, Wording
from rootcause.lint.wording import BOOK
from rootcause.questionnaire.model import ResponseType


def texts_with(
    context: Context, name: str, kinds: Collection[Kind], types: Collection[ResponseType] = ()
) -> Iterator[tuple[Wording, int, int]]:
    """Each text of these kinds that holds a phrase of the list, with where the first one begins and ends.

    With `types`, only the texts of questions that have one of them.
    """
    for language, by_word in context.by_word.items():
        phrases = BOOK.phrases(name, language)
        if phrases is None:
            continue
        words = by_word.keys() & phrases.by_word.keys()
        for stem in phrases.by_stem:
            words |= {word for word in by_word if word.startswith(stem)}
        near: dict[int, tuple[Wording, set[str]]] = {}
        for word in words:
            lookups = tuple(phrases.among(word))
            for one in by_word[word]:
                if one.kind in kinds and (not types or (one.question is not None and one.question.type in types)):
                    near.setdefault(id(one), (one, set()))[1].update(lookups)
        for wording, candidates in near.values():
            if found := phrases.find(wording.text, candidates):
                yield wording, *found
