"""JSON, read strictly: what `json` lets pass in silence or answers with a traceback becomes a message."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator

from rootcause.errors import CaseError

KeyPath = tuple[str | int, ...]

_MEND = "mend it there with an editor, or put back a copy of the file from your backup"
# Only an escape can bring half a character into text that was decoded from UTF-8.
_HALF_ESCAPE = re.compile(r"\\u[dD][89a-fA-F]")
_HALF = re.compile("[\ud800-\udfff]")


def parse_json(text: str, name: str) -> object:
    """The value that the JSON text holds. Raises CaseError with line and column, or with the path of keys."""
    doubled: list[tuple[dict[str, object], str]] = []

    def without_doubles(pairs: list[tuple[str, object]]) -> dict[str, object]:
        entries = dict(pairs)
        if len(entries) != len(pairs):
            counts = Counter(key for key, _ in pairs)
            doubled.append((entries, next(key for key, count in counts.items() if count > 1)))
        return entries

    try:
        plain: object = json.loads(text, object_pairs_hook=without_doubles)
    except json.JSONDecodeError as error:
        raise CaseError(
            f"{name}:{error.lineno}:{error.colno}: {_explained(error, text)}",
            hint=_MEND,
        ) from error
    except RecursionError as error:
        raise CaseError(
            f"{name}: lists or mappings are nested far deeper than in any case; expected a case of rootcause",
            hint="check that this is the right file",
        ) from error
    except ValueError as error:  # a number of more digits than Python converts
        raise CaseError(
            f"{name}: a number has thousands of digits; expected a case of rootcause", hint=_MEND
        ) from error
    if doubled:
        # The last one found holds every other, so it was not itself replaced by its double.
        entries, key = doubled[-1]
        path = next(path for path, value in _walk(plain) if value is entries)
        raise CaseError(f"{name}: {show_path((*path, key))} stands twice; expected it once", hint=_MEND)
    if _HALF_ESCAPE.search(text):
        _refuse_half_characters(plain, name)
    return plain


def show_path(path: KeyPath) -> str:
    """A path of keys as people read it: `answers.summary.value`, `answers["actions[3].owner"]`, `history[2]`."""
    shown = ""
    for step in path:
        if isinstance(step, int):
            shown += f"[{step}]"
        elif re.fullmatch(r"\w+", step):
            shown += f".{step}" if shown else step
        else:
            shown += f"[{json.dumps(step)}]"
    return shown or "the file"


def _explained(error: json.JSONDecodeError, text: str) -> str:
    if not text.strip():
        return "the file is empty; expected a case of rootcause"
    if not text[error.pos :].strip() or error.msg.startswith("Unterminated string"):
        return "the file ends in the middle, or a quote is missing; expected the rest of the case"
    return f"this is not JSON: {error.msg[:1].lower()}{error.msg[1:]}"


def _refuse_half_characters(plain: object, name: str) -> None:
    for path, value in _walk(plain):
        half = _HALF.search(value) if isinstance(value, str) else None
        if half:
            raise CaseError(
                f"{name}: {show_path(path)} holds half a character (\\u{ord(half[0]):04x}); expected text",
                hint=_MEND,
            )


def _walk(plain: object, path: KeyPath = ()) -> Iterator[tuple[KeyPath, object]]:
    """Every value with the path to it; a key with half a character comes as the value at its own path."""
    stack: list[tuple[KeyPath, object]] = [(path, plain)]
    while stack:
        path, value = stack.pop()
        yield path, value
        if isinstance(value, dict):
            stack.extend(((*path, key), inner) for key, inner in value.items())
            yield from (((*path, key), key) for key in value if _HALF.search(key))
        elif isinstance(value, list):
            stack.extend(((*path, index), inner) for index, inner in enumerate(value))
