"""The schema of `case.json`. Programs write that file; this is for those that read it."""

from __future__ import annotations

from typing import Final

from rootcause.case.model import What
from rootcause.interview.answers import State, Sure
from rootcause.schema import meanings
from rootcause.schema.pieces import WORD, WORDS, Schema, empty_or, file, mapping, one_of

_ANSWER: Final[Schema] = {"$ref": "#/definitions/answer"}
_REMARK: Final[Schema] = {"$ref": "#/definitions/remark"}
_MAYBE_WORD: Final = empty_or(WORD)


def case() -> Schema:
    """The schema of a case."""
    keys: dict[str, Schema] = {
        "rootcause_case": {"type": "integer", "enum": [1]},
        "id": WORD,
        "title": WORD,
        "questionnaire": _questionnaire(),
        "begun": WORD,
        "by": _MAYBE_WORD,
        "timezone": _MAYBE_WORD,
        "language": _MAYBE_WORD,
        "at": _MAYBE_WORD,
        "answers": {"type": "object", "additionalProperties": _ANSWER},
        "remarks": {"type": "object", "additionalProperties": _REMARK},
        "set_aside": {"type": "array", "items": _set_aside()},
        "waivers": {"type": "array", "items": _waiver()},
        "links": {"type": "array", "items": _link()},
        "history": {"type": "array", "items": _event()},
    }
    left_out = ("by", "timezone", "language", "at", "remarks", "waivers", "links")
    required = [key for key in keys if key not in left_out]
    definitions: Schema = {"answer": _answer(), "remark": _remark()}
    return file("A case of rootcause", mapping(keys, required, meanings.CASE), definitions)


def _questionnaire() -> Schema:
    keys = {"id": WORD, "version": WORD, "digest": WORD, "path": _MAYBE_WORD}
    return mapping(keys, ("id", "version", "digest"), meanings.CASE_QUESTIONNAIRE)


def _answer() -> Schema:
    keys: dict[str, Schema] = {
        "state": one_of(State),
        "type": _MAYBE_WORD,
        "value": {},
        "to": _MAYBE_WORD,
        "by": _MAYBE_WORD,
        "sure": empty_or(one_of(Sure, meanings.SURE)),
        "note": _MAYBE_WORD,
        "evidence": WORDS,
        "who": _MAYBE_WORD,
        "when": _MAYBE_WORD,
    }
    return mapping(keys, ("state",), meanings.CASE_ANSWER)


def _remark() -> Schema:
    keys: dict[str, Schema] = {
        "sure": empty_or(one_of(Sure, meanings.SURE)),
        "note": _MAYBE_WORD,
        "evidence": WORDS,
    }
    return mapping(keys, (), meanings.ENTRY)


def _set_aside() -> Schema:
    return mapping(
        {"key": WORD, "reason": WORD, "answer": _ANSWER}, ("key", "reason", "answer"), meanings.CASE_SET_ASIDE
    )


def _waiver() -> Schema:
    keys: dict[str, Schema] = {
        "check": WORD,
        "reason": WORD,
        "key": _MAYBE_WORD,
        "about": WORD,
        "who": _MAYBE_WORD,
        "when": _MAYBE_WORD,
    }
    return mapping(keys, ("check", "reason"), meanings.CASE_WAIVER)


def _link() -> Schema:
    keys: dict[str, Schema] = {"case": WORD, "reason": _MAYBE_WORD, "who": _MAYBE_WORD, "when": _MAYBE_WORD}
    return mapping(keys, ("case",), meanings.CASE_LINK)


def _event() -> Schema:
    keys: dict[str, Schema] = {
        "when": WORD,
        "who": _MAYBE_WORD,
        "what": one_of(What),
        "key": _MAYBE_WORD,
        "note": _MAYBE_WORD,
        "until": _MAYBE_WORD,
        "on": _MAYBE_WORD,
        "moved": empty_or({"type": "boolean"}),
        "before": {"anyOf": [_ANSWER, {"type": "null"}]},
        "remark": {"anyOf": [_REMARK, {"type": "null"}]},
    }
    return mapping(keys, ("when", "what"), meanings.CASE_EVENT)
