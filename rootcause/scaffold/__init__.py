"""A new questionnaire from one that is there: one file with everything in it, its comments kept."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from rootcause.errors import InvalidContent, RootcauseError
from rootcause.questionnaire.loader import beside, load_questionnaire
from rootcause.questionnaire.plain_values import QUESTIONNAIRE_ID
from rootcause.scaffold.merging import in_one_file
from rootcause.source.diagnostic import render_all
from rootcause.source.text import SourceText

MINIMAL: Final = "minimal"
FIRST_VERSION: Final = "0.1.0"


def new_questionnaire(name: str, origin: Path) -> str:
    """The text of a questionnaire with that name, made of the file of another one. Raises RootcauseError."""
    if not re.fullmatch(QUESTIONNAIRE_ID, name):
        raise RootcauseError(f'"{name}" cannot be the name of a questionnaire', hint=_suggestion(name))
    source = SourceText.read(origin)
    merged = _checked(SourceText(source.name, in_one_file(source, beside(origin))))
    text = _with(merged, "id", name)
    return _checked(SourceText(source.name, _with(SourceText(source.name, text), "version", FIRST_VERSION))).text


def minimal() -> Path:
    """The file of the questionnaire that has of everything the least, and says what it is for."""
    return Path(__file__).parent / "minimal.yaml"


def _checked(source: SourceText) -> SourceText:
    loaded = load_questionnaire(source)
    if loaded.questionnaire is None:
        raise InvalidContent(render_all(loaded.diagnostics))
    return source


def _with(source: SourceText, key: str, value: str) -> str:
    tree = load_questionnaire(source).tree
    assert tree is not None
    span = tree.span((key,))
    return source.text[: span.start] + value + source.text[span.end :]


def _suggestion(name: str) -> str:
    words = re.findall(r"[a-z0-9]+", name.lower())
    plain = re.sub(r"^[0-9-]+", "", "-".join(words))[:64]
    rule = "lower case letters, digits and -, a letter first, at most 64 characters"
    return f"{rule}: {plain}" if plain else rule
