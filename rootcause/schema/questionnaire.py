"""The schemas of a questionnaire and of a file that questionnaires include.

A question has keys that every type takes and keys that belong to its type. The latter are offered, and others refused,
once the type is there.
"""

from __future__ import annotations

from typing import Final

from rootcause.questionnaire.allowed import ANY_SPECIAL, SPECIAL
from rootcause.questionnaire.model import Part, ResponseType
from rootcause.questionnaire.plain_values import CURRENCY, LANGUAGE, QUESTION_ID, QUESTIONNAIRE_ID, SHOWN
from rootcause.questionnaire.roles import ROLES
from rootcause.schema import meanings
from rootcause.schema.pieces import (
    EXPRESSION,
    PLAIN_TEXT,
    TEXT,
    WORD,
    WORD_OR_WORDS,
    WORDS,
    YES_OR_NO,
    Json,
    Schema,
    empty_or,
    file,
    mapping,
    one_of,
    said,
    whole_number,
)

_T = ResponseType
_ID: Final[Schema] = {"type": "string", "pattern": QUESTION_ID}
# A key that belongs to some types only. Editors that know the second keyword wait with it until the type is known.
_LATER: Final[Schema] = {"doNotSuggest": True}
_VERSION: Final = r"^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$"
_STEPS: Final[Schema] = {
    "type": "object",
    "propertyNames": {"pattern": "^-?[0-9]{1,18}$"},
    "additionalProperties": TEXT,
}


def questionnaire() -> Schema:
    """The schema of a questionnaire."""
    keys: dict[str, Schema] = {
        **_shared_keys(),
        "id": {"type": "string", "pattern": QUESTIONNAIRE_ID},
        "version": {"type": "string", "pattern": _VERSION},
        "title": TEXT,
        "description": empty_or(TEXT),
        "source": empty_or(TEXT),
        "minutes": empty_or(whole_number(0)),
        "sections": {**_sections(), "minItems": 1},
        "tests": {"type": "array", "items": _test()},
    }
    required = ("rootcause", "id", "version", "title", "sections")
    return file("A questionnaire of rootcause", mapping(_in_order(keys), required, meanings.FILE), _definitions())


def included() -> Schema:
    """The schema of a file that questionnaires include."""
    title = "Lists and sections that questionnaires of rootcause include"
    return file(title, mapping(_in_order(_shared_keys()), ("rootcause",), meanings.FILE), _definitions())


def _in_order(keys: dict[str, Schema]) -> dict[str, Schema]:
    return {key: keys[key] for key in meanings.FILE if key in keys}


def _shared_keys() -> dict[str, Schema]:
    return {
        "rootcause": {"type": "integer", "enum": [1]},
        "language": {"type": "string", "pattern": LANGUAGE},
        "lists": {"type": "object", "additionalProperties": _choices()},
        "include": {"type": ["string", "number", "array"], "pattern": r"\S", "items": PLAIN_TEXT},
        "sections": _sections(),
    }


def _definitions() -> Schema:
    return {
        "section": _section(),
        "question": _question(tuple(_T), in_row=False),
        "item": _question(tuple(type for type in _T if not type.repeats), in_row=True),
    }


def _sections() -> Schema:
    return {"type": "array", "items": {"$ref": "#/definitions/section"}}


def _section() -> Schema:
    included = mapping({"include": PLAIN_TEXT, "sections": empty_or(WORDS)}, ("include",), meanings.INCLUDED)
    keys: dict[str, Schema] = {
        "id": _ID,
        "title": TEXT,
        "part": one_of(Part, meanings.PART),
        "intro": empty_or(TEXT),
        "when": empty_or(EXPRESSION),
        "questions": {"type": "array", "minItems": 1, "items": {"$ref": "#/definitions/question"}},
    }
    section = mapping(keys, ("id", "title", "questions"), meanings.SECTION)
    return {"type": "object", "if": {"required": ["include"]}, "then": included, "else": section}


def _question(types: tuple[ResponseType, ...], *, in_row: bool) -> Schema:
    keys: dict[str, Schema] = {
        "id": _ID,
        "type": one_of(types, meanings.TYPE),
        "ask": empty_or(TEXT),
        "label": empty_or(TEXT),
        "hint": empty_or(TEXT),
        "required": YES_OR_NO,
        "quick": YES_OR_NO,
        "show": empty_or(one_of(SHOWN)),
        "default": _default(),
        "when": empty_or(EXPRESSION),
        "check": _checks(),
        "compute": empty_or(EXPRESSION),
        "role": empty_or(WORD),
        "private": YES_OR_NO,
        "was": WORD_OR_WORDS,
    }
    asked: Json = [{"required": ["ask"]}, {"required": ["compute"]}]
    common = mapping(keys, ("id", "type"), meanings.QUESTION)
    properties = {**_properties(common), **dict.fromkeys(sorted(ANY_SPECIAL), _LATER)}
    return {**common, "properties": properties, "anyOf": asked, "allOf": [_of_type(type, in_row) for type in types]}


def _properties(of: Schema) -> Schema:
    properties = of["properties"]
    return dict(properties) if isinstance(properties, dict) else {}


def _of_type(type: ResponseType, in_row: bool) -> Schema:
    """What holds for questions of one type: which keys belong to it, and which roles."""
    keys: Schema = {key: said(of, meanings.QUESTION[key]) for key, of in _special(type).items()}
    keys |= dict.fromkeys(sorted(ANY_SPECIAL - SPECIAL[type]), False)
    if not in_row:  # in a row a role is a word of the report, which may be any
        roles = [role for role in meanings.ROLE if type in ROLES[role]]
        keys["role"] = empty_or(one_of(roles, meanings.ROLE))
    then: Schema = {"properties": keys}
    if type.repeats:
        then["required"] = ["each"]
    if type in (_T.CHOICE, _T.CHOICES):
        then["anyOf"] = [{"required": ["choices"]}, {"required": ["list"]}]
    return {"if": {"properties": {"type": {"const": type.value}}, "required": ["type"]}, "then": then}


def _special(type: ResponseType) -> dict[str, Schema]:
    known: dict[str, Schema] = {
        "max_length": empty_or(whole_number(1)),
        "pattern": empty_or(PLAIN_TEXT),
        "choices": empty_or(_choices()),
        "list": empty_or(WORD),
        "other": YES_OR_NO,
        "min": empty_or(_bound(type)),
        "max": empty_or(_bound(type)),
        "labels": empty_or(_STEPS),
        "unit": empty_or(TEXT),
        "currency": empty_or({"type": "string", "pattern": CURRENCY}),
        "each": {"type": "array", "minItems": 1, "items": {"$ref": "#/definitions/item"}},
        "next": empty_or(TEXT),
        "stop_when": empty_or(EXPRESSION),
    }
    return {key: of for key, of in known.items() if key in SPECIAL[type]}


def _bound(type: ResponseType) -> Schema:
    match type:
        case _T.CHOICES | _T.LIST | _T.LADDER:
            return whole_number(0)
        case _T.INTEGER | _T.SCALE:
            return {"type": "integer"}
        case _T.DATE | _T.DATETIME | _T.DURATION:
            return {"type": "string"}
        case _:
            return {"type": "number"}


def _choices() -> Schema:
    full: Schema = {
        "label": said(TEXT, meanings.CHOICE["label"]),
        "hint": said(empty_or(TEXT), meanings.CHOICE["hint"]),
    }
    choice: Schema = {
        **TEXT,
        "properties": full,
        "if": {"type": "object", "anyOf": [{"required": [key]} for key in full]},
        "then": {"required": ["label"], "propertyNames": {"enum": list(full)}},
    }
    return {"type": "object", "additionalProperties": choice}


def _default() -> Schema:
    computed = mapping({"compute": EXPRESSION}, ("compute",), {"compute": meanings.QUESTION["compute"]})
    return {"if": {"type": "object", "required": ["compute"]}, "then": computed}


def _checks() -> Schema:
    check = mapping({"that": EXPRESSION, "else": TEXT}, ("that", "else"), meanings.CHECK)
    return {**check, "type": ["object", "array"], "items": check}


def _test() -> Schema:
    keys: dict[str, Schema] = {
        "name": PLAIN_TEXT,
        "answers": {"type": "object"},
        "today": empty_or(WORD),
        "shown": WORDS,
        "hidden": WORDS,
        "computed": {"type": "object"},
        "refused": WORDS,
    }
    return mapping(keys, ("name", "answers"), meanings.TEST)
