"""The schemas of an answers file: of any, and of the answers to one questionnaire.

The latter is stricter than the reader in one point: an option is named by its id, not by its label.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from rootcause.questionnaire.model import Question, Questionnaire, Response, ResponseType
from rootcause.questionnaire.plain_values import LANGUAGE
from rootcause.schema import meanings
from rootcause.schema.pieces import PLAIN_TEXT, WORD, Json, Schema, empty_or, file, mapping, one_of, said

_T = ResponseType
_EMPTY: Final[Schema] = {"type": "null"}
_YES_OR_NO: Final = r"^\s*([Yy]([Ee][Ss])?|[Nn][Oo]?|[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])\s*$"
_CELL: Final = r"^[a-z][a-z0-9_]*\["  # one question of a row or rung, as in actions[3].owner


def answers(questionnaire: Questionnaire | None = None) -> Schema:
    """The schema of an answers file, for that questionnaire if there is one."""
    given: Schema = {"type": ["object", "null"]}
    if questionnaire is None:
        title, given["additionalProperties"] = "Answers to a questionnaire of rootcause", _any_entry()
    else:
        title = f"Answers to {questionnaire.id}"
        given["properties"] = _by_id(questionnaire.questions.values())
        given["patternProperties"] = {_CELL: _any_entry()}
        given["additionalProperties"] = False
    keys: dict[str, Schema] = {
        "questionnaire": empty_or(PLAIN_TEXT),
        "title": empty_or(PLAIN_TEXT),
        "by": empty_or(PLAIN_TEXT),
        "timezone": empty_or(WORD),
        "language": empty_or({"type": "string", "pattern": LANGUAGE}),
        "answers": given,
    }
    ladders = (
        [] if questionnaire is None else [one for one in questionnaire.questions.values() if one.type is _T.LADDER]
    )
    return file(title, mapping(keys, (), meanings.ANSWERS), {ladder.id: _rung(ladder) for ladder in ladders})


def _by_id(questions: Iterable[Question]) -> Schema:
    return {one.id: said(_entry(one), _meaning(one)) for one in questions if one.compute is None}


def _meaning(question: Question) -> str:
    parts = (question.ask.in_language(None), None if question.hint is None else question.hint.in_language(None))
    return "\n\n".join(part for part in parts if part)


def _any_entry() -> Schema:
    """An answer to a question that is not known; only what is said about it can be judged."""
    more = _more({})
    return {"properties": more["properties"], "if": {"type": "object", "anyOf": more["anyOf"]}, "then": more}


def _entry(question: Question) -> Schema:
    """An answer, or a mapping that says more than the answer alone.

    Not `if` and `else`: in an empty value editors complete the alternatives of `anyOf` only.
    """
    values = _values(question)
    return {"anyOf": [*values, _more({"anyOf": values})]}


def _more(value: Schema) -> Schema:
    keys: dict[str, Schema] = {
        "value": value,
        "state": one_of(meanings.STATE, meanings.STATE),
        "sure": empty_or(one_of(meanings.SURE, meanings.SURE)),
        "note": empty_or(WORD),
        "evidence": empty_or({"type": ["string", "array"], "items": WORD}),
        "to": empty_or(WORD),
        "by": empty_or({"type": ["string", "number"]}),
    }
    return {
        **mapping(keys, (), meanings.ENTRY),
        "anyOf": [{"required": ["value"]}, {"required": ["state"]}],
        "if": {"properties": {"state": {"const": "deferred"}}, "required": ["state"]},
        "then": {"required": ["to"], "properties": {"to": WORD}},
    }


def _values(question: Question) -> list[Json]:
    """What counts as an answer, and nothing, which is none."""
    response = question.response
    match question.type:
        case _T.YESNO:
            return [{"type": ["boolean", "string", "null"], "pattern": _YES_OR_NO}]
        case _T.CHOICE:
            return [*_options(response), _EMPTY]
        case _T.CHOICES:
            return [{"type": "array", "items": {"anyOf": _options(response)}}, *_options(response), _EMPTY]
        case _T.INTEGER | _T.SCALE | _T.NUMBER | _T.MONEY:
            return [{"type": ["number", "string", "null"], **_limits(response)}]
        case _T.DATE | _T.DATETIME | _T.DURATION:
            return [{"type": ["string", "null"]}]
        case _T.LIST:
            return [{"type": ["array", "null"], "items": _row(question)}]
        case _T.LADDER:
            return [{"type": ["array", "null"], "items": {"$ref": f"#/definitions/{question.id}"}}]
        case _:
            return [empty_or(PLAIN_TEXT)]


def _options(response: Response) -> list[Json]:
    labels = {choice.id: choice.label.in_language(None) for choice in response.choices}
    offered: list[Json] = [one_of(labels, labels)]
    numbers: list[Json] = [int(id) for id in labels if id.isdecimal() and str(int(id)) == id]
    if numbers:
        offered.append({"enum": numbers})
    if response.other:
        offered.append(mapping({"other": PLAIN_TEXT}, ("other",), {"other": "What it is, when it is none of these."}))
    return offered


def _limits(response: Response) -> Schema:
    bounds = (("minimum", response.min), ("maximum", response.max))
    return {key: float(bound) for key, bound in bounds if bound is not None and not isinstance(bound, str)}


def _row(question: Question) -> Schema:
    return {"type": "object", "properties": _by_id(question.each), "additionalProperties": False}


def _rung(ladder: Question) -> Schema:
    below: Schema = {"type": ["array", "null"], "items": {"$ref": f"#/definitions/{ladder.id}"}}
    return {
        "type": "object",
        "properties": {**_by_id(ladder.each), "why": said(below, "The causes of this cause.")},
        "additionalProperties": False,
    }
