"""What pydantic finds wrong in a case file, in our words."""

from __future__ import annotations

import difflib
import json
from typing import TYPE_CHECKING

from rootcause.case.parsing import KeyPath, show_path

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

_EXPECTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
    "list_type": "a list",
}


def first_complaint(error: ValidationError) -> str:
    """Where the file is wrong first, what stands there and what was expected; and how much more is wrong."""
    details = error.errors(include_url=False)
    more = f" (and {len(details) - 1} more)" if len(details) > 1 else ""
    return _complaint(details[0], error) + more


def _complaint(detail: ErrorDetails, error: ValidationError) -> str:
    path = tuple(step for step in detail["loc"] if step != "[key]")
    place, context = show_path(path), detail.get("ctx", {})
    match detail["type"]:
        case "missing":
            return f"{place} is missing"
        case "extra_forbidden":
            return f"{place} is no key of a case{_nearest(path, error)}"
        case "enum" | "literal_error":
            expected = str(context["expected"]).replace("'", '"')
        case "value_error":
            return f"{place} is {_shown(detail['input'])}; {context['error']}"
        case kind:
            expected = _EXPECTED.get(kind, detail["msg"])
    return f"{place} is {_shown(detail['input'])}; expected {expected}"


def _shown(found: object) -> str:
    text = json.dumps(found, ensure_ascii=False, default=str)
    return text if len(text) <= 60 else text[:57] + "..."


def _nearest(path: KeyPath, error: ValidationError) -> str:
    """A key that was probably meant: one that is missing or may stand beside the unknown one."""
    from rootcause.case import schema

    records = (
        schema.CaseRecord,
        schema.AnswerRecord,
        schema.RemarkRecord,
        schema.EventRecord,
        schema.SetAsideRecord,
        schema.WaiverRecord,
    )
    keys = {key for record in records for key in record.model_fields}
    close = difflib.get_close_matches(str(path[-1]), keys, n=1)
    return f'; did you mean "{close[0]}"?' if close else ""
