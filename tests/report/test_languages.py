"""Every language says the same, with the same figures and names filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
import pytest

from rootcause.report.words import ENGLISH, GERMAN, WORDS, Words, words_for

NOT_TEXTS = ("language", "formats")


def texts(words: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text by the place where it stands in the table."""
    if isinstance(words, str):
        yield path, words
    elif isinstance(words, msgspec.Struct):
        for name in words.__struct_fields__:
            yield from texts(getattr(words, name), f"{path}.{name}") if name not in NOT_TEXTS else ()
    elif isinstance(words, Mapping):
        for name, value in words.items():
            yield from texts(value, f"{path}.{name}")
    elif isinstance(words, tuple):
        for place, value in enumerate(words):
            yield from texts(value, f"{path}.{place}")
    else:
        raise TypeError(f"{path}: {words!r}")


def filled_in(words: Words) -> dict[str, list[str]]:
    return {path: sorted(re.findall(r"\{(\w*)\}", text)) for path, text in texts(words)}


@pytest.mark.parametrize("language", WORDS)
def test_every_language_has_the_same_texts_with_the_same_names_in_them(language: str) -> None:
    assert filled_in(WORDS[language]) == filled_in(ENGLISH)
    assert WORDS[language].language == language


@pytest.mark.parametrize("language", [language for language in WORDS if language != "en"])
def test_no_text_is_left_in_english(language: str) -> None:
    both = dict(texts(ENGLISH))
    same = [
        (path, text)
        for path, text in texts(WORDS[language])
        if both[path] == text and re.search(r"[a-z]{2}", re.sub(r"\{\w+\}", "", text))
    ]
    assert same == []


@pytest.mark.parametrize(
    ("language", "words"), [("de", GERMAN), ("de-AT", GERMAN), ("en-GB", ENGLISH), ("fi", ENGLISH), (None, ENGLISH)]
)
def test_a_language_without_words_has_english_ones(language: Any, words: Words) -> None:
    assert words_for(language) is words
