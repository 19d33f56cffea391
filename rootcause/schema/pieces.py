"""What the schemas are made of: texts in languages, mappings with known keys, and what is said about a key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

Json = None | bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"]
Schema = dict[str, Json]

DRAFT: Final = "http://json-schema.org/draft-07/schema#"
"""The version of JSON Schema that editors know best."""

NOT_BLANK: Final = r"\S"
PLAIN_TEXT: Final[Schema] = {"type": ["string", "number"], "pattern": NOT_BLANK}
WORD: Final[Schema] = {"type": "string"}
WORDS: Final[Schema] = {"type": "array", "items": WORD}
WORD_OR_WORDS: Final[Schema] = {"type": ["string", "array"], "items": WORD}
YES_OR_NO: Final[Schema] = {"type": "boolean"}
EXPRESSION: Final[Schema] = {"type": ["string", "number", "boolean"], "pattern": NOT_BLANK}
TEXT: Final[Schema] = {
    "type": ["string", "number", "object"],
    "pattern": NOT_BLANK,
    "minProperties": 1,
    "additionalProperties": PLAIN_TEXT,
}
"""A text, or a mapping of languages to texts."""


def empty_or(of: Schema) -> Schema:
    """The same, and also an empty value, which counts as none."""
    types = of["type"]
    listed: list[Json] = [types] if isinstance(types, str) else list(types if isinstance(types, Sequence) else ())
    empty: Schema = {**of, "type": [*listed, "null"]}
    enum = of.get("enum")
    return {**empty, "enum": [*enum, None]} if isinstance(enum, Sequence) else empty


def whole_number(least: int) -> Schema:
    """A whole number from there on."""
    return {"type": "integer", "minimum": least}


def one_of(words: Iterable[str], meanings: Mapping[str, str] | None = None) -> Schema:
    """One of these words, each with what it means."""
    listed = list(words)
    known: Schema = {"type": "string", "enum": listed}
    if meanings:
        known["markdownEnumDescriptions"] = [meanings.get(word, "") for word in listed]
    return known


def said(of: Schema, meaning: str) -> Schema:
    """The same with what it means, which an editor shows; in Markdown where it can."""
    shown: Schema = {"description": meaning.replace("`", "")}
    if "`" in meaning:
        shown["markdownDescription"] = meaning
    return {**shown, **of}


def mapping(keys: Mapping[str, Schema], required: Sequence[str], meanings: Mapping[str, str]) -> Schema:
    """A mapping of these keys and no others, each with what it means. Raises KeyError for a key without a meaning."""
    return {
        "type": "object",
        "properties": {key: said(of, meanings[key]) for key, of in keys.items()},
        "required": list(required),
        "additionalProperties": False,
    }


def file(title: str, of: Schema, definitions: Schema | None = None) -> Schema:
    """The schema of a whole file."""
    whole: Schema = {"$schema": DRAFT, "title": title, **of}
    return {**whole, "definitions": definitions} if definitions else whole
